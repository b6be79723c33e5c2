import type { Id } from '#kernel/ids.ts';
import { err, ok, type Result } from '#kernel/result.ts';
import type { House } from '#features/house.ts';
import { insertEvent } from '#store/events.repository.ts';
import { isReferent } from './alerts.ts';
import type { AlertOutcome } from './read-alerts.ts';

/** Notes what a referent found by looking at an alert. It changes nothing for the people: what follows is a human's act elsewhere. */
export async function settleAlert(
  house: Pick<House, 'transact' | 'clock' | 'ids'>,
  input: { accountId: Id<'account'>; alertId: Id<'duplicateAlert'>; outcome: AlertOutcome },
): Promise<Result<void, 'not_found'>> {
  const { accountId, alertId, outcome } = input;
  const now = house.clock.now();
  return house.transact(async (tx) => {
    if (!(await isReferent(tx, accountId))) return err('not_found');
    const settled = await tx
      .updateTable('duplicateAlert')
      .set({ outcome, lookedAt: now, lookedBy: accountId })
      .where('id', '=', alertId)
      .returning('id')
      .executeTakeFirst();
    if (!settled) return err('not_found');
    await insertEvent(tx, {
      id: house.ids.next(),
      at: now,
      actor: accountId,
      type: 'duplicate_alert.looked_at',
      data: { alertId, outcome },
    });
    return ok();
  });
}
