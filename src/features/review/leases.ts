import type { Id } from '#kernel/ids.ts';
import type { House } from '#features/house.ts';
import type { DbOrTx, Tx } from '#store/unit-of-work.ts';
import { LEASE_MS } from './claim-case.ts';

/** The lease by which an agent holds a case now, or `null`: without it nothing of the case is shown or decided. */
export async function ownLease(db: DbOrTx, accountId: Id<'account'>, caseId: Id<'reviewCase'>, now: Date) {
  return (
    (await db
      .selectFrom('lease')
      .selectAll()
      .where('caseId', '=', caseId)
      .where('accountId', '=', accountId)
      .where('expiresAt', '>', now)
      .executeTakeFirst()) ?? null
  );
}

/** Looking at a page of the case keeps the lease alive. */
export async function extendLease(
  house: Pick<House, 'db' | 'clock'>,
  accountId: Id<'account'>,
  caseId: Id<'reviewCase'>,
): Promise<void> {
  const now = house.clock.now();
  await house.db
    .updateTable('lease')
    .set({ heartbeatAt: now, expiresAt: new Date(now.getTime() + LEASE_MS) })
    .where('caseId', '=', caseId)
    .where('accountId', '=', accountId)
    .where('expiresAt', '>', now)
    .execute();
}

/** Gives a case back; drafts stay for whoever takes it next. */
export async function releaseCase(
  house: Pick<House, 'transact'>,
  input: { accountId: Id<'account'>; caseId: Id<'reviewCase'> },
): Promise<void> {
  await house.transact(async (tx) => {
    const gone = await tx
      .deleteFrom('lease')
      .where('caseId', '=', input.caseId)
      .where('accountId', '=', input.accountId)
      .returning('caseId')
      .executeTakeFirst();
    if (gone) await backToWaiting(tx, input.caseId);
  });
}

/** The case can be claimed again. */
export async function backToWaiting(tx: Tx, caseId: Id<'reviewCase'>): Promise<void> {
  await tx.updateTable('reviewCase').set({ state: 'waiting' }).where('id', '=', caseId).where('state', '=', 'leased').execute();
}
