import type { Id } from '#kernel/ids.ts';
import { missingOfTenant, type Missing } from '#domain/pieces/completeness.ts';
import type { TenantView } from '#domain/pieces/piece-view.ts';
import { loadChecks, tenantViews } from '#features/statuses/api.ts';
import type { House } from '#features/house.ts';
import { loadDossier, type DossierRows } from '#store/dossiers.repository.ts';
import { membershipOf, type Membership } from './membership.ts';

export interface OwnDossier {
  readonly rows: DossierRows;
  readonly membership: Membership;
  readonly tenants: readonly TenantView[];
  readonly missing: readonly Missing[];
}

/** A dossier as one of its people sees it; `null` when the account has nothing to do with it. */
export async function readOwnDossier(
  house: Pick<House, 'db' | 'clock'>,
  accountId: Id<'account'>,
  dossierId: Id<'dossier'>,
): Promise<OwnDossier | null> {
  const now = house.clock.now();
  const membership = await membershipOf(house.db, accountId, dossierId, now);
  if (!membership) return null;
  const rows = await loadDossier(house.db, dossierId, now);
  if (!rows) return null;
  const tenants = tenantViews(rows, await loadChecks(house.db, rows.pieces));
  return { rows, membership, tenants, missing: tenants.flatMap(missingOfTenant) };
}

export type { FileRow, PersonRow, PieceRow } from '#store/dossiers.repository.ts';
