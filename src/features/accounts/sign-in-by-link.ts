import { err, ok, type Result } from '#kernel/result.ts';
import type { Email } from '#domain/accounts/email.ts';
import type { House } from '#features/house.ts';
import { findAccountByEmail, lockAccount, rolesOf } from '#store/accounts.repository.ts';
import { sendLink, sentEnough, useLink } from './mail-links.ts';
import { noteArrival, type Place } from './note-arrival.ts';
import type { SignedIn } from './sign-in.ts';

/** Mails a link that signs in without password. Says nothing of whether the address is known. */
export async function requestSignInLink(
  house: Pick<House, 'transact' | 'clock' | 'ids' | 'secrets'>,
  input: { email: Email },
): Promise<void> {
  await house.transact(async (tx) => {
    const account = await findAccountByEmail(tx, input.email);
    if (!account || account.disabledAt || (await sentEnough(tx, house, account.id, 'sign_in'))) return;
    await sendLink(tx, house, { accountId: account.id, purpose: 'sign_in', topic: 'account.magic_link' });
  });
}

/** Signs in by a mailed link. Reading the mail proves the address, so it counts as confirmed. Opens no session: the caller does. */
export async function signInByLink(
  house: Pick<House, 'transact' | 'clock' | 'ids' | 'random'>,
  input: { token: string; place: Place },
): Promise<Result<SignedIn, 'mail_link.dead'>> {
  const used = await house.transact(async (tx): Promise<Result<SignedIn, 'mail_link.dead'>> => {
    const link = await useLink(tx, house, { token: input.token, purpose: 'sign_in' });
    const account = link && (await lockAccount(tx, link.accountId));
    if (!account || account.disabledAt) return err('mail_link.dead');
    if (!account.emailVerifiedAt)
      await tx.updateTable('account').set({ emailVerifiedAt: house.clock.now() }).where('id', '=', account.id).execute();
    return ok({ accountId: account.id, roles: await rolesOf(tx, account.id) });
  });
  if (used.ok) await noteArrival(house, { accountId: used.value.accountId, place: input.place });
  return used;
}
