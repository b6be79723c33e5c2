import { sql } from 'kysely';
import type { CivilDate } from '#kernel/civil-date.ts';
import type { Id } from '#kernel/ids.ts';
import type { House } from '#features/house.ts';

/** One day, in Paris, on which agents of the service looked at documents of a dossier. Never who: a person answers to the service. */
export interface LookDay {
  readonly day: CivilDate;
  /** How many documents were looked at that day. */
  readonly documents: number;
}

const SHOWN = 366;

/** Days on which agents saw documents of a dossier, newest first, from the access log; refused attempts are not looks. */
export async function readLooks(house: Pick<House, 'db'>, dossierId: Id<'dossier'>): Promise<readonly LookDay[]> {
  const day = sql<CivilDate>`to_char(access_log.at at time zone 'Europe/Paris', 'YYYY-MM-DD')`;
  return house.db
    .selectFrom('file')
    .innerJoin('piece', 'piece.id', 'file.pieceId')
    .innerJoin('person', 'person.id', 'piece.personId')
    .innerJoin('accessLog', (join) => join.on(sql<boolean>`access_log.subject_id = file.id::text`))
    .select([day.as('day'), sql<number>`count(distinct file.id)::int`.as('documents')])
    .where('person.dossierId', '=', dossierId)
    .where('accessLog.subjectKind', '=', 'file')
    .where('accessLog.result', '=', 'allowed')
    .groupBy(day)
    .orderBy(day, 'desc')
    .limit(SHOWN)
    .execute();
}
