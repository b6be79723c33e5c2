import type { Id } from '#kernel/ids.ts';
import { err, ok, type Result } from '#kernel/result.ts';
import type { Email } from '#domain/accounts/email.ts';
import { passwordFaults, type PasswordFault } from '#domain/accounts/password-rules.ts';
import type { House } from '#features/house.ts';
import { findAccount, findAccountByEmail, lockAccount } from '#store/accounts.repository.ts';
import { findLink, sendLink, sentEnough, useLink } from './mail-links.ts';
import { replacePassword } from './replace-password.ts';

/** Mails a link to choose a new password. Says nothing of whether the address is known. */
export async function requestReset(
  house: Pick<House, 'transact' | 'clock' | 'ids' | 'secrets'>,
  input: { email: Email },
): Promise<void> {
  await house.transact(async (tx) => {
    const account = await findAccountByEmail(tx, input.email);
    if (!account || account.disabledAt || (await sentEnough(tx, house, account.id, 'reset'))) return;
    await sendLink(tx, house, { accountId: account.id, purpose: 'reset', topic: 'account.reset' });
  });
}

/**
 * Chooses a new password by a mailed link. All sessions end. Reading the mail proves the address, so it counts as confirmed.
 * A password with faults leaves the link working.
 */
export async function resetPassword(
  house: Pick<House, 'db' | 'transact' | 'clock' | 'ids' | 'passwords'>,
  input: { token: string; password: string },
): Promise<Result<{ accountId: Id<'account'> }, 'mail_link.dead' | readonly PasswordFault[]>> {
  const seen = await findLink(house, { token: input.token, purpose: 'reset' });
  const known = seen && (await findAccount(house.db, seen.accountId));
  if (!known) return err('mail_link.dead');
  const faults = passwordFaults(input.password, known.email ?? '');
  if (faults.length > 0) return err(faults);
  const passwordHash = await house.passwords.hash(input.password);
  return house.transact(async (tx) => {
    const link = await useLink(tx, house, { token: input.token, purpose: 'reset' });
    const account = link && (await lockAccount(tx, link.accountId));
    if (!account || account.disabledAt) return err('mail_link.dead');
    await replacePassword(tx, house, { account, passwordHash, keepSession: null });
    if (!account.emailVerifiedAt)
      await tx.updateTable('account').set({ emailVerifiedAt: house.clock.now() }).where('id', '=', account.id).execute();
    return ok({ accountId: account.id });
  });
}
