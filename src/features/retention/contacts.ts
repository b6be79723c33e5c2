import type { Id } from '#kernel/ids.ts';
import type { Tx } from '#store/unit-of-work.ts';

/** One who lives or waits in a dossier, with who fills for them and when one of those was last here. */
export interface Silence {
  readonly personId: Id<'person'>;
  readonly role: 'tenant' | 'guarantor';
  readonly supports: Id<'person'> | null;
  /** The account that is told: the person's own, else the oldest that fills for them; `null` when nobody can come back for them. */
  readonly holder: Id<'account'> | null;
  readonly own: boolean;
  readonly archived: boolean;
  readonly holdsPieces: boolean;
  /** Last contact. A couple's counts for both, a tenant's for the guarantors, and a person without account follows who fills. */
  readonly since: Date;
}

/** The people of a dossier who are not set aside, with their last contact. */
export async function silencesOf(
  tx: Tx,
  dossier: { readonly id: Id<'dossier'>; readonly kind: 'alone' | 'couple' | 'flatshare' },
): Promise<readonly Silence[]> {
  const persons = await tx
    .selectFrom('person')
    .select(['id', 'role', 'supportsPersonId', 'archivedAt', 'createdAt'])
    .select((eb) =>
      eb.exists(eb.selectFrom('piece').select('piece.id').whereRef('piece.personId', '=', 'person.id')).as('pieces'),
    )
    .where('dossierId', '=', dossier.id)
    .where('setAsideAt', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute();
  const holders = await tx
    .selectFrom('access')
    .innerJoin('person', 'person.id', 'access.personId')
    .innerJoin('account', 'account.id', 'access.accountId')
    .select(['access.personId', 'access.accountId', 'access.basis', 'account.lastContactAt'])
    .where('person.dossierId', '=', dossier.id)
    .where('access.basis', 'in', ['self', 'declarant'])
    .where('access.revokedAt', 'is', null)
    .orderBy('access.since')
    .execute();
  const contactsOf = (person: (typeof persons)[number]): Date[] => {
    const own = holders.filter((row) => row.personId === person.id).map((row) => row.lastContactAt);
    const support = persons.find((one) => one.id === person.supportsPersonId);
    if (support) return [...own, ...contactsOf(support)];
    if (dossier.kind !== 'couple') return own;
    const tenants = new Set<string>(persons.filter((one) => one.role === 'tenant').map((one) => one.id));
    return holders.filter((row) => tenants.has(row.personId)).map((row) => row.lastContactAt);
  };
  return persons.map((person) => {
    const mine = holders.filter((row) => row.personId === person.id);
    const holder = mine.find((row) => row.basis === 'self') ?? mine[0];
    return {
      personId: person.id,
      role: person.role,
      supports: person.supportsPersonId,
      holder: holder?.accountId ?? null,
      own: holder?.basis === 'self',
      archived: person.archivedAt !== null,
      holdsPieces: Boolean(person.pieces),
      since: new Date(Math.max(person.createdAt.getTime(), ...contactsOf(person).map((at) => at.getTime()))),
    };
  });
}
