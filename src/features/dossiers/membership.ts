import type { Id } from '#kernel/ids.ts';
import { RIGHTS, type Basis, type Right } from '#domain/people/rights.ts';
import type { DbOrTx } from '#store/unit-of-work.ts';

/** What one account may do in one dossier, person by person. */
export interface Membership {
  readonly accountId: Id<'account'>;
  readonly dossierId: Id<'dossier'>;
  readonly persons: ReadonlyMap<Id<'person'>, { readonly basis: Basis; readonly rights: ReadonlySet<Right> }>;
}

const isRight = (text: string): text is Right => RIGHTS.some((right) => right === text);

/** Reads what an account may do in a dossier; `null` when it may do nothing, which people are told as "no such page". */
export async function membershipOf(
  db: DbOrTx,
  accountId: Id<'account'>,
  dossierId: Id<'dossier'>,
  now: Date,
): Promise<Membership | null> {
  const rows = await db
    .selectFrom('access')
    .innerJoin('person', 'person.id', 'access.personId')
    .innerJoin('dossier', 'dossier.id', 'person.dossierId')
    .select(['access.personId', 'access.basis', 'access.rights'])
    .where('access.accountId', '=', accountId)
    .where('person.dossierId', '=', dossierId)
    .where('person.setAsideAt', 'is', null)
    .where('dossier.closedAt', 'is', null)
    .where('access.revokedAt', 'is', null)
    .where((eb) => eb.or([eb('access.until', 'is', null), eb('access.until', '>', now)]))
    .execute();
  if (rows.length === 0) return null;
  const persons = new Map<Id<'person'>, { basis: Basis; rights: Set<Right> }>();
  for (const { personId, basis, rights } of rows) {
    const known = persons.get(personId) ?? { basis, rights: new Set<Right>() };
    rights.filter(isRight).forEach((right) => known.rights.add(right));
    persons.set(personId, known);
  }
  return { accountId, dossierId, persons };
}

/** True when the account may do this for this person. */
export function may(membership: Membership, personId: Id<'person'>, right: Right): boolean {
  return membership.persons.get(personId)?.rights.has(right) ?? false;
}

/** True when the account is, or fills for, a tenant or guarantor of the dossier (a helper is not a member). */
export function isMember(membership: Membership): boolean {
  return [...membership.persons.values()].some(({ basis }) => basis === 'self' || basis === 'declarant');
}

/** Dossiers an account can open, newest first. */
export async function dossiersOf(db: DbOrTx, accountId: Id<'account'>, now: Date) {
  return db
    .selectFrom('access')
    .innerJoin('person', 'person.id', 'access.personId')
    .innerJoin('dossier', 'dossier.id', 'person.dossierId')
    .select(['dossier.id', 'dossier.kind', 'dossier.status', 'dossier.createdAt'])
    .distinct()
    .where('access.accountId', '=', accountId)
    .where('access.revokedAt', 'is', null)
    .where('person.setAsideAt', 'is', null)
    .where('dossier.closedAt', 'is', null)
    .where((eb) => eb.or([eb('access.until', 'is', null), eb('access.until', '>', now)]))
    .orderBy('dossier.createdAt', 'desc')
    .execute();
}
