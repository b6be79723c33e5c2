import { readIdentity, sameCertifiedName, type CertifiedIdentity } from '#domain/accounts/france-connect.ts';
import type { Id } from '#kernel/ids.ts';
import type { DbOrTx, Tx } from './unit-of-work.ts';

/** A person whose account bears a certified identity. */
export interface Certified {
  readonly identity: CertifiedIdentity;
  /** Their name is the certified one, and no newer identity waits for their word: the badge may be shown. */
  readonly shown: boolean;
}

/**
 * Of some people, those who are in the dossier for themselves and whose own account has an identity that FranceConnect certified.
 * Nobody else is: not a person whose file is filled for them, nor one whose file is for another.
 */
export async function certifiedPeople(
  db: DbOrTx,
  personIds: readonly Id<'person'>[],
): Promise<ReadonlyMap<Id<'person'>, Certified>> {
  if (personIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('person')
    .innerJoin('access', 'access.personId', 'person.id')
    .innerJoin('account', 'account.id', 'access.accountId')
    .select(['person.id', 'person.firstNames', 'person.birthName', 'account.fcIdentity', 'account.fcIdentityNext'])
    .where('person.id', 'in', personIds)
    .where('person.filedFor', '=', 'self')
    .where('access.basis', '=', 'self')
    .where('access.revokedAt', 'is', null)
    .where('account.fcIdentity', 'is not', null)
    .execute();
  return new Map(
    rows.flatMap((row) => {
      const identity = readIdentity(row.fcIdentity);
      return identity
        ? [[row.id, { identity, shown: row.fcIdentityNext === null && sameCertifiedName(row, identity) }] as const]
        : [];
    }),
  );
}

/** People of open dossiers who are an account itself, in files for themselves. */
export function selfPeopleOf(db: DbOrTx, accountId: Id<'account'>) {
  return db
    .selectFrom('person')
    .innerJoin('access', 'access.personId', 'person.id')
    .innerJoin('dossier', 'dossier.id', 'person.dossierId')
    .selectAll('person')
    .where('access.accountId', '=', accountId)
    .where('access.basis', '=', 'self')
    .where('access.revokedAt', 'is', null)
    .where('person.filedFor', '=', 'self')
    .where('person.setAsideAt', 'is', null)
    .where('dossier.closedAt', 'is', null)
    .execute();
}

/** The badge is gone from the open dossiers that an account has for itself: copies that bear it are outdated. */
export async function outdateBadgeOf(tx: Tx, accountId: Id<'account'>): Promise<void> {
  const people = await selfPeopleOf(tx, accountId);
  if (people.length === 0) return;
  await tx
    .updateTable('dossier')
    .set((eb) => ({ contentRev: eb('contentRev', '+', 1) }))
    .where(
      'id',
      'in',
      people.map(({ dossierId }) => dossierId),
    )
    .execute();
}
