import { sql } from 'kysely';
import { MINUTE_MS } from '#kernel/clock.ts';
import type { House } from '#features/house.ts';

const STUCK_AFTER_MS = 10 * MINUTE_MS;
const BATCH = 200;

/** Files received long ago and still not opened (our faults outlived their tries) get a new job. @returns how many */
export async function requeueStuckFiles(house: Pick<House, 'db' | 'transact' | 'clock' | 'jobs'>): Promise<number> {
  const before = new Date(house.clock.now().getTime() - STUCK_AFTER_MS);
  const stuck = await house.db
    .selectFrom('file')
    .innerJoin('piece', 'piece.id', 'file.pieceId')
    .innerJoin('person', 'person.id', 'piece.personId')
    .select(['file.id', 'person.dossierId'])
    .where('file.state', '=', 'received')
    .where('file.createdAt', '<', before)
    .where(
      sql<boolean>`not exists (select from pgboss.job where state < 'completed' and data->'payload'->>'fileId' = file.id::text)`,
    )
    .orderBy('file.id')
    .limit(BATCH)
    .execute();
  for (const { id, dossierId } of stuck)
    await house.transact((tx) => house.jobs.send(tx, 'file.prepare', { fileId: id, dossierId }));
  return stuck.length;
}
