import type { Id } from '#kernel/ids.ts';
import type { House } from '#features/house.ts';

/** One act of a member or of a helper, as it is told to the people of the dossier: "by X", or "by X for Y". */
export interface DossierAct {
  readonly at: Date;
  readonly type: string;
  readonly actorId: Id<'account'>;
  /** Address of who acted; empty once their account is erased. */
  readonly by: string;
  /** Whose part it was done to; `null`: the dossier as a whole. */
  readonly personId: Id<'person'> | null;
  /** Who acted is themself a person of the dossier: that one. */
  readonly self: Id<'person'> | null;
}

const SHOWN = 200;

/** What members and helpers did in a dossier, newest first, those who left it and mandates that ended included. */
export async function dossierActs(house: Pick<House, 'db'>, dossierId: Id<'dossier'>): Promise<readonly DossierAct[]> {
  const rows = await house.db
    .selectFrom('event')
    .innerJoin('account', 'account.id', 'event.actor')
    .select(['event.at', 'event.type', 'event.personId', 'account.id', 'account.email'])
    .select((eb) =>
      eb
        .selectFrom('access')
        .innerJoin('person', 'person.id', 'access.personId')
        .select('person.id')
        .whereRef('access.accountId', '=', 'event.actor')
        .where('access.basis', '=', 'self')
        .where('person.dossierId', '=', dossierId)
        .limit(1)
        .as('self'),
    )
    .where('event.dossierId', '=', dossierId)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('access')
          .innerJoin('person', 'person.id', 'access.personId')
          .select('access.accountId')
          .whereRef('access.accountId', '=', 'event.actor')
          .whereRef('access.since', '<=', 'event.at')
          .where('person.dossierId', '=', dossierId),
      ),
    )
    .orderBy('event.at', 'desc')
    .limit(SHOWN)
    .execute();
  return rows.map(({ at, type, personId, id, email, self }) => ({ at, type, personId, actorId: id, by: email ?? '', self }));
}
