import { DAY_MS } from '#kernel/clock.ts';
import { parisDate, shiftDays, shiftMonths } from '#kernel/civil-date.ts';
import { queueErasing } from '#features/erasure/api.ts';
import type { House } from '#features/house.ts';
import { rowOf } from './archive-silent.ts';

type SweepHouse = Pick<House, 'db' | 'transact' | 'clock' | 'settings'>;

/** Mails that left, and mails of development, stay written down this long. */
const MAILS_KEPT_MS = 30 * DAY_MS;

/** Topics whose rows hold a sealed address or text: erased as soon as they left. */
const SEALED_TOPICS = ['account.deleted', 'contact.copy'];

/** Erases what leaves without warning: visits, mails that left, exports that are over. Missing a run delays, never loses. */
export async function sweepDue(house: SweepHouse): Promise<void> {
  const now = house.clock.now();
  const { months = 0, days = 0 } = rowOf(house, 'visits').keep ?? {};
  const monthsAgo = new Date(`${shiftDays(shiftMonths(parisDate(now), -months), -days)}T00:00:00Z`);
  await house.db.deleteFrom('visit').where('at', '<', monthsAgo).execute();
  await house.db
    .deleteFrom('outbox')
    .where('state', 'in', ['sent', 'void', 'dead'])
    .where((eb) => eb.or([eb('doneAt', '<', new Date(now.getTime() - MAILS_KEPT_MS)), eb('topic', 'in', SEALED_TOPICS)]))
    .execute();
  await house.db
    .deleteFrom('devMail')
    .where('at', '<', new Date(now.getTime() - MAILS_KEPT_MS))
    .execute();
  await eraseOldExports(house);
}

async function eraseOldExports(house: SweepHouse): Promise<void> {
  const now = house.clock.now();
  await house.transact(async (tx) => {
    const over = await tx.selectFrom('dataExport').select(['id', 'address']).where('expiresAt', '<=', now).execute();
    await queueErasing(
      tx,
      over.flatMap((row) => row.address ?? []),
      now,
    );
    const ids = over.map((row) => row.id);
    if (ids.length > 0) await tx.deleteFrom('dataExport').where('id', 'in', ids).execute();
  });
}
