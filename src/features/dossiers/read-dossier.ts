import type { Id } from '#kernel/ids.ts';
import type { Level, PieceStatus } from '#domain/pieces/states.ts';
import { missingOfTenant, type Missing } from '#domain/pieces/completeness.ts';
import type { Category } from '#domain/catalogue/situation.ts';
import type { TenantView } from '#domain/pieces/piece-view.ts';
import { loadChecks, loadUnexplained, tenantViews, type Unexplained } from '#features/statuses/api.ts';
import type { House } from '#features/house.ts';
import { certifiedPeople, type Certified } from '#store/certified.repository.ts';
import { loadDossier, type DossierRows } from '#store/dossiers.repository.ts';
import { may, membershipOf, onlyGuarantees, type Membership } from './membership.ts';

/** What somebody else's piece shows: that it is there, and how far it is proved. Neither answer, amount, text nor file. */
export interface PieceGlimpse {
  readonly personId: Id<'person'>;
  readonly category: Category;
  readonly status: PieceStatus;
  readonly level: Level | null;
}

export interface OwnDossier {
  /** People of the dossier; pieces, files and decisions only of those whom the account may see. */
  readonly rows: DossierRows;
  /** Pieces of the others. A guarantor is shown none. */
  readonly glimpses: readonly PieceGlimpse[];
  readonly membership: Membership;
  readonly tenants: readonly TenantView[];
  readonly missing: readonly Missing[];
  /** Pieces of parts not yet signed with differences to mend or to explain before sending. */
  readonly unexplained: readonly Unexplained[];
  /** People whose names FranceConnect certified: locked, with a badge where `shown`. */
  readonly certified: ReadonlyMap<Id<'person'>, Certified>;
}

/**
 * A dossier as one of its people sees it; `null` when the account has nothing to do with it. What one may not see is not in the answer:
 * no screen can show it by mistake. Who only guarantees is shown the tenant's name, and their own part.
 */
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
  const pieces = rows.pieces.filter((piece) => may(membership, piece.personId, 'see'));
  const seen = new Set(pieces.map((piece) => piece.id));
  const guarantor = onlyGuarantees(membership);
  const supported = new Set(
    rows.persons.filter((one) => membership.persons.has(one.id)).flatMap((one) => one.supportsPersonId ?? []),
  );
  return {
    rows: {
      dossier: guarantor ? { ...rows.dossier, message: null } : rows.dossier,
      persons: guarantor ? rows.persons.filter((one) => membership.persons.has(one.id) || supported.has(one.id)) : rows.persons,
      pieces,
      files: rows.files.filter((file) => seen.has(file.pieceId)),
      decisions: rows.decisions.filter((decision) => seen.has(decision.pieceId)),
    },
    glimpses: guarantor
      ? []
      : rows.pieces
          .filter((piece) => !seen.has(piece.id))
          .map(({ personId, category, status, level }) => ({ personId, category, status, level })),
    membership,
    tenants,
    missing: tenants.flatMap(missingOfTenant),
    unexplained: await loadUnexplained(
      house.db,
      pieces.filter(({ personId }) => rows.persons.some(({ id, submittedAt }) => id === personId && submittedAt === null)),
    ),
    certified: await certifiedPeople(
      house.db,
      rows.persons.map(({ id }) => id),
    ),
  };
}

export type { FileRow, PersonRow, PieceRow } from '#store/dossiers.repository.ts';
