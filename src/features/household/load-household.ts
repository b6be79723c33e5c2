import type { Household, HouseholdTenant } from '#domain/people/household.ts';
import type { Id } from '#kernel/ids.ts';
import type { DbOrTx } from '#store/unit-of-work.ts';

/** The people of a dossier as the rules of households see them; `null` when the dossier is closed or has no lead. */
export async function loadHousehold(db: DbOrTx, dossierId: Id<'dossier'>): Promise<Household | null> {
  const dossier = await db
    .selectFrom('dossier')
    .select(['kind', 'leadPersonId'])
    .where('id', '=', dossierId)
    .where('closedAt', 'is', null)
    .executeTakeFirst();
  if (!dossier?.leadPersonId) return null;
  const persons = await db
    .selectFrom('person')
    .select(['id', 'role', 'supportsPersonId'])
    .where('dossierId', '=', dossierId)
    .where('setAsideAt', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute();
  const access = await db
    .selectFrom('access')
    .innerJoin('person', 'person.id', 'access.personId')
    .select(['access.personId', 'access.accountId', 'access.basis'])
    .where('person.dossierId', '=', dossierId)
    .where('access.revokedAt', 'is', null)
    .where('access.basis', 'in', ['self', 'declarant'])
    .execute();
  const holder = (personId: string, basis: 'self' | 'declarant') =>
    access.find((row) => row.personId === personId && row.basis === basis)?.accountId ?? null;
  const member = (id: string): HouseholdTenant => ({
    id,
    accountId: holder(id, 'self'),
    declarantId: holder(id, 'declarant'),
  });
  return {
    kind: dossier.kind,
    leadId: dossier.leadPersonId,
    tenants: persons.filter((person) => person.role === 'tenant').map((person) => member(person.id)),
    guarantors: persons.flatMap((person) =>
      person.supportsPersonId ? [{ ...member(person.id), supports: person.supportsPersonId }] : [],
    ),
  };
}
