import type { Id } from '#kernel/ids.ts';
import { err, ok, type Result } from '#kernel/result.ts';
import { type CertifiedIdentity, type LinkRefusal } from '#domain/accounts/france-connect.ts';
import type { House } from '#features/house.ts';
import { lockAccount } from '#store/accounts.repository.ts';
import { enqueueMail } from '#store/outbox.repository.ts';
import { endSessionsOf } from '#store/sessions.repository.ts';
import type { Tx } from '#store/unit-of-work.ts';
import { carryNames } from './carry-names.ts';
import { noteLinkEvent } from './events.ts';

export type LinkHouse = Pick<House, 'transact' | 'clock' | 'ids' | 'random' | 'jobs'>;

/** Mails the holder of an account what happened to its link. */
export async function tellHolder(
  tx: Tx,
  house: Pick<House, 'clock' | 'ids'>,
  accountId: Id<'account'>,
  topic: 'france_connect.linked' | 'france_connect.unlinked' | 'france_connect.refused',
): Promise<void> {
  const now = house.clock.now();
  const payload = { accountId, at: now.toISOString() };
  await enqueueMail(tx, { id: house.ids.next(), topic, payload, about: accountId, at: now });
}

/**
 * Links an account to the identity of somebody who proved control of both. Refused when the identity is another account's, or the
 * account another identity's: neither changes, and the holder of the account sees it among its events.
 * @param input.byMail control was proved by a code mailed to the account: its mailbox is theirs. An account whose address was never
 *   confirmed may have been opened by a stranger: its password and sessions end.
 */
export async function linkIdentity(
  house: LinkHouse,
  input: { accountId: Id<'account'>; sub: string; identity: CertifiedIdentity; byMail: boolean; except: Id<'session'> | null },
): Promise<Result<void, LinkRefusal>> {
  const { accountId, sub } = input;
  const done = await house.transact(async (tx): Promise<Result<void, LinkRefusal>> => {
    const account = await lockAccount(tx, accountId);
    if (!account || account.disabledAt) return err('link.account_gone');
    const holder = await tx.selectFrom('account').select('id').where('fcSub', '=', sub).executeTakeFirst();
    const refusal: LinkRefusal | null =
      holder && holder.id !== accountId
        ? 'link.other_account'
        : account.fcSub !== null && account.fcSub !== sub
          ? 'link.other_identity'
          : null;
    if (refusal) return err(refusal);
    await tx.updateTable('account').set({ fcSub: sub }).where('id', '=', accountId).execute();
    if (input.byMail && !account.emailVerifiedAt) {
      const owned = { emailVerifiedAt: house.clock.now(), passwordHash: null };
      await tx.updateTable('account').set(owned).where('id', '=', accountId).execute();
      await endSessionsOf(tx, accountId, input.except);
    }
    await carryNames(tx, house, accountId, input.identity);
    await noteLinkEvent(tx, house, { accountId, type: 'france_connect.linked' });
    await tellHolder(tx, house, accountId, 'france_connect.linked');
    return ok();
  });
  // A refusal undoes its transaction: what the holder sees of it is written after.
  if (!done.ok && done.error !== 'link.account_gone')
    await house.transact((tx) => noteLinkEvent(tx, house, { accountId, type: 'france_connect.refused', reason: done.error }));
  return done;
}
