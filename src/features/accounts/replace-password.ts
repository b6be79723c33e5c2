import type { Id } from '#kernel/ids.ts';
import type { House } from '#features/house.ts';
import type { AccountRow } from '#store/accounts.repository.ts';
import { voidTokens } from '#store/mail-tokens.repository.ts';
import { enqueueMail } from '#store/outbox.repository.ts';
import { endSessionsOf } from '#store/sessions.repository.ts';
import type { Tx } from '#store/unit-of-work.ts';

/** Writes a new password: sessions end, links already mailed stop working, and a mail says that it happened. */
export async function replacePassword(
  tx: Tx,
  house: Pick<House, 'clock' | 'ids'>,
  input: { account: AccountRow; passwordHash: string; keepSession: Id<'session'> | null },
): Promise<void> {
  const now = house.clock.now();
  const { id } = input.account;
  await tx.updateTable('account').set({ passwordHash: input.passwordHash, lastContactAt: now }).where('id', '=', id).execute();
  await endSessionsOf(tx, id, input.keepSession);
  await voidTokens(tx, id, ['reset', 'sign_in', 'change_email'], now);
  await enqueueMail(tx, {
    id: house.ids.next(),
    topic: 'account.password_changed',
    payload: { accountId: id, at: now.toISOString() },
    about: id,
    at: now,
  });
}
