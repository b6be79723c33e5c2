import { RIGHTS_OF_BASIS, type Basis } from '#domain/people/rights.ts';
import type { Id } from '#kernel/ids.ts';
import type { Tx } from '#store/unit-of-work.ts';

/**
 * Moves people with everything that is theirs into another dossier. Whoever saw or filled them in the old one no longer does; guarantors
 * without account are filled by the account that moves.
 */
export async function movePeople(
  tx: Tx,
  move: {
    readonly personId: Id<'person'>;
    readonly guarantorIds: readonly Id<'person'>[];
    readonly to: Id<'dossier'>;
    readonly position: number;
    readonly accountId: Id<'account'>;
    readonly at: Date;
  },
): Promise<void> {
  const everyone = [move.personId, ...move.guarantorIds];
  await tx
    .updateTable('person')
    .set({ dossierId: move.to, role: 'tenant', guarantorKind: null, supportsPersonId: null, position: move.position })
    .where('id', '=', move.personId)
    .execute();
  if (move.guarantorIds.length > 0)
    await tx.updateTable('person').set({ dossierId: move.to }).where('id', 'in', move.guarantorIds).execute();
  await tx
    .updateTable('access')
    .set({ revokedAt: move.at })
    .where('personId', 'in', everyone)
    .where('basis', '<>', 'self')
    .where('accountId', '<>', move.accountId)
    .where('revokedAt', 'is', null)
    .execute();
  for (const personId of move.guarantorIds) {
    const own = await tx
      .selectFrom('access')
      .select('accountId')
      .where('personId', '=', personId)
      .where('basis', '=', 'self')
      .where('revokedAt', 'is', null)
      .executeTakeFirst();
    if (!own) await grantAccess(tx, { personId, accountId: move.accountId, basis: 'declarant', at: move.at });
  }
}

/** Gives an account the rights of a basis over a person; given again, it holds from now. */
export async function grantAccess(
  tx: Tx,
  access: {
    readonly personId: Id<'person'>;
    readonly accountId: Id<'account'>;
    readonly basis: Basis;
    readonly at: Date;
    readonly rights?: readonly string[];
    readonly until?: Date | null;
  },
): Promise<void> {
  const rights = [...(access.rights ?? RIGHTS_OF_BASIS[access.basis])];
  const values = { rights, since: access.at, until: access.until ?? null, revokedAt: null };
  await tx
    .insertInto('access')
    .values({ personId: access.personId, accountId: access.accountId, basis: access.basis, ...values })
    .onConflict((conflict) => conflict.columns(['personId', 'accountId', 'basis']).doUpdateSet(values))
    .execute();
}

/** Ends the rights that accounts had over a person on some ground. */
export async function revokeAccess(
  tx: Tx,
  access: { readonly personId: Id<'person'>; readonly basis: Exclude<Basis, 'self'>; readonly at: Date },
): Promise<void> {
  await tx
    .updateTable('access')
    .set({ revokedAt: access.at })
    .where('personId', '=', access.personId)
    .where('basis', '=', access.basis)
    .where('revokedAt', 'is', null)
    .execute();
}
