import { sql } from 'kysely';
import { MINUTE_MS } from '#kernel/clock.ts';
import type { Id } from '#kernel/ids.ts';
import { err, ok, type Result } from '#kernel/result.ts';
import type { House } from '#features/house.ts';
import { insertEvent } from '#store/events.repository.ts';

/** How long a case stays with an agent who gives no sign. */
export const LEASE_MS = 10 * MINUTE_MS;

/**
 * Gives the agent the case that is due first: the one they already hold, else the oldest claimable one. Any number of processes may
 * ask at once, each gets another case. No case can be asked for by name.
 */
export async function claimCase(
  house: Pick<House, 'transact' | 'clock' | 'ids'>,
  input: { accountId: Id<'account'> },
): Promise<Result<{ caseId: Id<'reviewCase'> }, 'review.nothing_waiting'>> {
  const now = house.clock.now();
  return house.transact(async (tx) => {
    await tx.selectFrom('account').select('id').where('id', '=', input.accountId).forUpdate().execute();
    const held = await tx
      .selectFrom('lease')
      .select('caseId')
      .where('accountId', '=', input.accountId)
      .where('expiresAt', '>', now)
      .executeTakeFirst();
    if (held) return ok({ caseId: held.caseId });
    await tx.deleteFrom('lease').where('accountId', '=', input.accountId).execute();
    const next = await tx
      .selectFrom('reviewCase')
      .select(['id', 'dossierId'])
      .where('state', '=', 'waiting')
      .where(sql<boolean>`not (${input.accountId}::uuid = any(excluded_reviewers))`)
      .where((eb) =>
        eb.or([eb('reservedFor', 'is', null), eb('reservedFor', '=', input.accountId), eb('reservedUntil', '<=', now)]),
      )
      .orderBy('effectiveDueAt')
      .orderBy('id')
      .limit(1)
      .forUpdate()
      .skipLocked()
      .executeTakeFirst();
    if (!next) return err('review.nothing_waiting');
    await tx.updateTable('reviewCase').set({ state: 'leased' }).where('id', '=', next.id).execute();
    await tx
      .insertInto('lease')
      .values({
        caseId: next.id,
        accountId: input.accountId,
        token: house.ids.next(),
        expiresAt: new Date(now.getTime() + LEASE_MS),
        heartbeatAt: now,
        startedAt: now,
      })
      .execute();
    await insertEvent(tx, {
      id: house.ids.next(),
      at: now,
      actor: input.accountId,
      dossierId: next.dossierId,
      type: 'lease.started',
      data: { caseId: next.id },
    });
    return ok({ caseId: next.id });
  });
}
