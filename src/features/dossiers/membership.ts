import type { Id } from '#kernel/ids.ts';
import { RIGHTS, type Basis, type Right } from '#domain/people/rights.ts';
import type { DbOrTx } from '#store/unit-of-work.ts';

/** What an account may do with one person's part, on what ground. */
export interface PersonRights {
  readonly basis: Basis;
  readonly role: 'tenant' | 'guarantor';
  readonly rights: ReadonlySet<Right>;
}

/** What one account may do in one dossier, person by person. */
export interface Membership {
  readonly accountId: Id<'account'>;
  readonly dossierId: Id<'dossier'>;
  readonly persons: ReadonlyMap<Id<'person'>, PersonRights>;
}

const isRight = (text: string): text is Right => RIGHTS.some((right) => right === text);
const RANK: Readonly<Record<Basis, number>> = { self: 0, declarant: 1, spouse: 2, supported: 3, helper: 4 };

/**
 * Reads what an account may do in a dossier; `null` when it may do nothing, which people are told as "no such page". A guarantor whom
 * somebody fills for goes with the tenant: who may fill the one may fill the other. One with an account, or invited to have one, does not.
 */
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
    .select(['access.personId', 'access.basis', 'access.rights', 'person.role'])
    .where('access.accountId', '=', accountId)
    .where('person.dossierId', '=', dossierId)
    .where('person.setAsideAt', 'is', null)
    .where('dossier.closedAt', 'is', null)
    .where('access.revokedAt', 'is', null)
    .where((eb) => eb.or([eb('access.until', 'is', null), eb('access.until', '>', now)]))
    .execute();
  if (rows.length === 0) return null;
  const persons = new Map<Id<'person'>, { basis: Basis; role: 'tenant' | 'guarantor'; rights: Set<Right> }>();
  for (const { personId, basis, rights, role } of rows) {
    if (role === 'guarantor' && basis === 'declarant') continue;
    const known = persons.get(personId) ?? { basis, role, rights: new Set<Right>() };
    if (RANK[basis] < RANK[known.basis]) known.basis = basis;
    rights.filter(isRight).forEach((right) => known.rights.add(right));
    persons.set(personId, known);
  }
  for (const { id, supports } of await filledGuarantors(db, dossierId)) {
    const tenant = persons.get(supports);
    if (!tenant) continue;
    const basis = tenant.basis === 'self' ? 'declarant' : tenant.basis;
    persons.set(id, { basis, role: 'guarantor', rights: new Set(tenant.rights) });
  }
  return { accountId, dossierId, persons };
}

/** Guarantors of a dossier whom somebody fills for. */
async function filledGuarantors(
  db: DbOrTx,
  dossierId: Id<'dossier'>,
): Promise<readonly { id: Id<'person'>; supports: Id<'person'> }[]> {
  const rows = await db
    .selectFrom('person')
    .select(['person.id', 'person.supportsPersonId'])
    .where('person.dossierId', '=', dossierId)
    .where('person.role', '=', 'guarantor')
    .where('person.setAsideAt', 'is', null)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('access')
          .select('access.accountId')
          .whereRef('access.personId', '=', 'person.id')
          .where('access.basis', '=', 'declarant')
          .where('access.revokedAt', 'is', null),
      ),
    )
    .execute();
  return rows.flatMap(({ id, supportsPersonId }) => (supportsPersonId ? [{ id, supports: supportsPersonId }] : []));
}

/** True when the account may do this for this person. */
export function may(membership: Membership, personId: Id<'person'>, right: Right): boolean {
  return membership.persons.get(personId)?.rights.has(right) ?? false;
}

/** True when the account may hand out the dossier: a tenant, whoever fills for one, or a helper whose mandate says so. */
export function mayLink(membership: Membership): boolean {
  return [...membership.persons.values()].some(({ role, rights }) => role === 'tenant' && rights.has('links'));
}

/** True when the account guarantees, and nothing else: it sees its own part only. */
export function onlyGuarantees(membership: Membership): boolean {
  return [...membership.persons.values()].every(({ role }) => role === 'guarantor');
}

/** True when the account helps, and nothing else: it is neither the person nor who fills for them. */
export function onlyHelps(membership: Membership): boolean {
  return [...membership.persons.values()].every(({ basis }) => basis === 'helper');
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
