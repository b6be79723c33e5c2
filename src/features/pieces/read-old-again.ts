import { sql } from 'kysely';
import { READER } from '#domain/findings/facts.ts';
import type { House } from '#features/house.ts';

/** Few at a time: more come at the next turn, once these are read. */
const BATCH = 50;

/**
 * Sends pieces with files that an older reader read to be examined again, after all other work. Only where nobody has decided yet and no agent is at it:
 * what a decision rests on stays as it was. A file that cannot be opened safely, and a job that failed for good, are left alone. Asking twice sends nothing twice.
 * @returns how many pieces were sent
 */
export async function readOldAgain(house: Pick<House, 'db' | 'transact' | 'jobs'>): Promise<number> {
  const old = await house.db
    .selectFrom('piece')
    .innerJoin('person', 'person.id', 'piece.personId')
    .select(['piece.id', 'piece.rev', 'person.dossierId'])
    .where('piece.status', 'in', ['started', 'to_review'])
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('file')
          .select('file.id')
          .whereRef('file.pieceId', '=', 'piece.id')
          .where('file.state', '=', 'ready')
          .where('file.factsAddress', 'is not', null)
          .where('file.wrappedKey', 'is not', null)
          .where(sql<boolean>`file.code is distinct from 'too_complex'`)
          .where((or) => or.or([or('file.reader', 'is', null), or('file.reader', '<', READER)])),
      ),
    )
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('decision')
            .select('decision.id')
            .whereRef('decision.pieceId', '=', 'piece.id')
            .whereRef('decision.rev', '=', 'piece.rev')
            .where('decision.undoneAt', 'is', null),
        ),
      ),
    )
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('reviewCase')
            .select('reviewCase.id')
            .whereRef('reviewCase.dossierId', '=', 'person.dossierId')
            .where('reviewCase.state', '=', 'leased'),
        ),
      ),
    )
    .where(
      sql<boolean>`not exists (select from pgboss.job where state < 'completed' and data->'payload'->>'pieceId' = piece.id::text)`,
    )
    .where(sql<boolean>`not exists (select from dead_job where payload->>'pieceId' = piece.id::text)`)
    .orderBy('piece.id')
    .limit(BATCH)
    .execute();
  for (const { id, rev, dossierId } of old)
    await house.transact((tx) => house.jobs.send(tx, 'piece.examine', { pieceId: id, revision: rev, dossierId }, 'idle'));
  return old.length;
}
