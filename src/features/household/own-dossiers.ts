import { displayName } from '#domain/people/names.ts';
import type { DossierStatus } from '#domain/pieces/states.ts';
import type { Id } from '#kernel/ids.ts';
import type { House } from '#features/house.ts';

/** Why an account has to do with a dossier. */
export type DossierGround = 'self' | 'fills' | 'guarantees' | 'helps';

/** One dossier that an account can open. */
export interface OwnDossierLine {
  readonly id: Id<'dossier'>;
  /** Of its lead; empty when not given yet. */
  readonly name: string;
  readonly ground: DossierGround;
  readonly status: DossierStatus;
  /** End of a helper's mandate. */
  readonly until: Date | null;
}

const RANK: Readonly<Record<DossierGround, number>> = { self: 0, fills: 1, guarantees: 2, helps: 3 };

/** Dossiers of an account with the strongest ground of each, newest first. */
export async function ownDossiers(
  house: Pick<House, 'db' | 'clock'>,
  input: { readonly accountId: Id<'account'> },
): Promise<readonly OwnDossierLine[]> {
  const now = house.clock.now();
  const rows = await house.db
    .selectFrom('access')
    .innerJoin('person', 'person.id', 'access.personId')
    .innerJoin('dossier', 'dossier.id', 'person.dossierId')
    .innerJoin('person as lead', 'lead.id', 'dossier.leadPersonId')
    .select(['dossier.id', 'dossier.status', 'access.basis', 'access.until', 'person.role'])
    .select(['lead.firstNames', 'lead.birthName', 'lead.usedName', 'lead.singleName'])
    .where('access.accountId', '=', input.accountId)
    .where('access.basis', 'in', ['self', 'declarant', 'helper'])
    .where('access.revokedAt', 'is', null)
    .where('person.setAsideAt', 'is', null)
    .where('dossier.closedAt', 'is', null)
    .where((eb) => eb.or([eb('access.until', 'is', null), eb('access.until', '>', now)]))
    .orderBy('dossier.createdAt', 'desc')
    .execute();
  const lines = new Map<Id<'dossier'>, OwnDossierLine>();
  for (const { id, status, basis, until, role, ...lead } of rows) {
    const ground =
      basis === 'helper'
        ? 'helps'
        : role === 'guarantor' && basis === 'self'
          ? 'guarantees'
          : basis === 'self'
            ? 'self'
            : 'fills';
    const known = lines.get(id);
    if (known && RANK[known.ground] <= RANK[ground]) continue;
    lines.set(id, { id, name: displayName(lead), ground, status, until });
  }
  return [...lines.values()];
}
