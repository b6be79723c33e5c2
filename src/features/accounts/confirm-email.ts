import type { Id } from '#kernel/ids.ts';
import { err, ok, type Result } from '#kernel/result.ts';
import type { House } from '#features/house.ts';
import { recordMilestone } from '#features/stats/api.ts';
import { lockAccount } from '#store/accounts.repository.ts';
import { sendLink, sentEnough, useLink } from './mail-links.ts';

/** Confirms the address of an account by the link mailed to it. */
export async function confirmEmail(
  house: Pick<House, 'transact' | 'clock' | 'ids' | 'random'>,
  input: { token: string },
): Promise<Result<{ accountId: Id<'account'> }, 'mail_link.dead'>> {
  return house.transact(async (tx) => {
    const link = await useLink(tx, house, { token: input.token, purpose: 'confirm' });
    const account = link && (await lockAccount(tx, link.accountId));
    if (!account || account.disabledAt) return err('mail_link.dead');
    if (!account.emailVerifiedAt) {
      const now = house.clock.now();
      await tx.updateTable('account').set({ emailVerifiedAt: now, lastContactAt: now }).where('id', '=', account.id).execute();
      await recordMilestone(tx, house, { name: 'account.confirmed', subject: account });
    }
    return ok({ accountId: account.id });
  });
}

/** Mails the link to confirm once more; nothing when the address is confirmed or was written to often enough. */
export async function resendConfirmation(
  house: Pick<House, 'transact' | 'clock' | 'ids' | 'secrets'>,
  input: { accountId: Id<'account'> },
): Promise<void> {
  await house.transact(async (tx) => {
    const account = await lockAccount(tx, input.accountId);
    if (!account || account.emailVerifiedAt || (await sentEnough(tx, house, account.id, 'confirm'))) return;
    await sendLink(tx, house, { accountId: account.id, purpose: 'confirm', topic: 'account.confirm' });
  });
}
