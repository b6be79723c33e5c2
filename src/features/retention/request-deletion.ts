import { DAY_MS } from '#kernel/clock.ts';
import type { Id } from '#kernel/ids.ts';
import { err, ok, type Result } from '#kernel/result.ts';
import { proveIdentity, type ProofRefusal } from '#features/accounts/api.ts';
import type { House } from '#features/house.ts';
import { refreshStatuses } from '#features/statuses/api.ts';
import { lockAccount } from '#store/accounts.repository.ts';
import { insertEvent } from '#store/events.repository.ts';
import { enqueueMail } from '#store/outbox.repository.ts';
import type { Tx } from '#store/unit-of-work.ts';
import { deleteAccount, type DeletionHouse } from './delete-account.ts';

/** Days during which signing in can still undo a deletion. */
export const DELETION_GRACE_DAYS = 7;

const BATCH = 100;

type AskHouse = Pick<House, 'db' | 'transact' | 'passwords'> & DeletionHouse;

/**
 * Asks for the deletion of an account, by its password, or by its address where it has none and signed in just now. Links stop at once;
 * the data go after seven days, or at once when that is asked.
 */
export async function requestDeletion(
  house: AskHouse,
  input: {
    readonly accountId: Id<'account'>;
    readonly sessionId: Id<'session'>;
    readonly password: string;
    readonly email: string;
    readonly atOnce: boolean;
  },
): Promise<Result<'deleted' | 'waiting', ProofRefusal | { readonly reason: 'email.wrong' }>> {
  const proof = await proveIdentity(house, input);
  if (!proof.ok) return proof;
  return house.transact(async (tx): Promise<Result<'deleted' | 'waiting', ProofRefusal | { readonly reason: 'email.wrong' }>> => {
    const account = await lockAccount(tx, input.accountId);
    if (!account) return err({ reason: 'proof.wrong' });
    if (account.passwordHash === null && input.email.trim().toLowerCase() !== account.email)
      return err({ reason: 'email.wrong' });
    if (input.atOnce) {
      await deleteAccount(tx, house, account.id);
      return ok('deleted');
    }
    if (account.deletionDueAt) return ok('waiting');
    const now = house.clock.now();
    const deletionDueAt = new Date(now.getTime() + DELETION_GRACE_DAYS * DAY_MS);
    await tx.updateTable('account').set({ deletionDueAt }).where('id', '=', account.id).execute();
    await stopShowing(tx, house, account.id);
    await insertEvent(tx, { id: house.ids.next(), at: now, actor: account.id, type: 'account.deletion_asked' });
    const payload = { accountId: account.id };
    await enqueueMail(tx, { id: house.ids.next(), topic: 'account.deleting', payload, about: account.id, at: now });
    return ok('waiting');
  });
}

/** Undoes a deletion that was asked for and not yet done. Links that were ended stay ended. */
export async function cancelDeletion(
  house: Pick<House, 'transact' | 'clock' | 'ids'>,
  input: { readonly accountId: Id<'account'> },
): Promise<Result<void, 'not_asked'>> {
  return house.transact(async (tx): Promise<Result<void, 'not_asked'>> => {
    const account = await lockAccount(tx, input.accountId);
    if (!account?.deletionDueAt) return err('not_asked');
    await tx.updateTable('account').set({ deletionDueAt: null }).where('id', '=', account.id).execute();
    const event = { id: house.ids.next<'event'>(), at: house.clock.now(), actor: account.id };
    await insertEvent(tx, { ...event, type: 'account.deletion_cancelled' });
    return ok();
  });
}

/** Deletes the accounts whose seven days are over, one transaction each. @returns how many */
export async function deleteDueAccounts(house: Pick<House, 'db' | 'transact'> & DeletionHouse): Promise<number> {
  const due = await house.db
    .selectFrom('account')
    .select('id')
    .where('deletionDueAt', '<=', house.clock.now())
    .orderBy('id')
    .limit(BATCH)
    .execute();
  for (const { id } of due) {
    await house.transact(async (tx) => {
      const account = await lockAccount(tx, id);
      // Cancelled since the list was read.
      if (account?.deletionDueAt && account.deletionDueAt <= house.clock.now()) await deleteAccount(tx, house, id);
    });
  }
  return due.length;
}

/** Ends the links that show the person: all of them, except those that flatmates made, from which the person is taken out. */
async function stopShowing(tx: Tx, house: DeletionHouse, accountId: Id<'account'>): Promise<void> {
  const now = house.clock.now();
  const mine = await tx
    .selectFrom('access')
    .innerJoin('person', 'person.id', 'access.personId')
    .innerJoin('dossier', 'dossier.id', 'person.dossierId')
    .select(['dossier.id', 'dossier.kind', 'dossier.closedAt', 'person.id as personId'])
    .where('access.accountId', '=', accountId)
    .where('access.basis', '=', 'self')
    .where('access.revokedAt', 'is', null)
    .execute();
  for (const { id, kind, closedAt, personId } of mine) {
    await tx
      .updateTable('link')
      .set({ revokedAt: now, endedCause: 'deletion' })
      .where('dossierId', '=', id)
      .where('revokedAt', 'is', null)
      .$if(kind === 'flatshare', (query) => query.where('madeBy', '=', accountId))
      .execute();
    await tx
      .updateTable('consent')
      .set({ withdrawnAt: now })
      .where('accountId', '=', accountId)
      .where('personId', '=', personId)
      .where('purpose', 'in', ['flatmate_sending', 'spouse_access', 'unverified_sending', 'candidacy'])
      .where('withdrawnAt', 'is', null)
      .execute();
    if (!closedAt) await refreshStatuses(tx, house, id, accountId);
  }
}
