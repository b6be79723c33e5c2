import { lackOf, missingOfTenant } from './completeness.ts';
import type { PersonView, PieceView, TenantView } from './piece-view.ts';

export const PIECE_STATUSES = ['started', 'to_review', 'to_correct', 'accepted'] as const;
export type PieceStatus = (typeof PIECE_STATUSES)[number];

export const PERSON_STATUSES = ['incomplete', 'complete', 'in_review', 'to_correct', 'verified', 'archived'] as const;
export type PersonStatus = (typeof PERSON_STATUSES)[number];
export type DossierStatus = PersonStatus;

/** How far a piece is proved: nobody looked; machine checks passed; the issuer's seal is valid and matches; an agent accepted it. */
export const LEVELS = ['declared', 'consistent', 'sealed', 'checked'] as const;
export type Level = (typeof LEVELS)[number];

/** Status of a piece at its present revision. A decision on another revision is not here: it counts for nothing. */
export function pieceStatus(piece: PieceView, role: PersonView['role']): PieceStatus {
  if (lackOf(piece, role) !== null) return 'started';
  if (piece.decision?.outcome === 'refuse') return 'to_correct';
  return piece.decision?.outcome === 'accept' ? 'accepted' : 'to_review';
}

/** Level of a piece at its present revision; `null` while it is not satisfied. */
export function pieceLevel(piece: PieceView, role: PersonView['role']): Level | null {
  const status = pieceStatus(piece, role);
  if (status === 'started') return null;
  if (status === 'to_correct') return 'declared';
  if (piece.decision?.outcome === 'accept') return piece.decision.kind === 'human' ? 'checked' : 'sealed';
  const { checks } = piece;
  return checks && checks.criticalApplied > 0 && checks.criticalPassed === checks.criticalApplied ? 'consistent' : 'declared';
}

/** True when a tenant and all who guarantee for them have signed, each for themself or by who fills for them. */
export function hasSigned(tenant: TenantView): boolean {
  return [tenant.person, ...tenant.guarantors].every((person) => person.submitted);
}

/** Status of a tenant with their guarantors. @param signed all who must sign together (a couple) have */
export function tenantStatus(tenant: TenantView, signed: boolean): PersonStatus {
  if (tenant.person.archived) return 'archived';
  const statuses = [tenant.person, ...tenant.guarantors].flatMap((person) =>
    person.pieces.map((piece) => pieceStatus(piece, person.role)),
  );
  if (statuses.includes('to_correct')) return 'to_correct';
  if (missingOfTenant(tenant).length > 0) return 'incomplete';
  if (!signed) return 'complete';
  return statuses.includes('to_review') ? 'in_review' : 'verified';
}

const RANK: Readonly<Record<Exclude<PersonStatus, 'archived'>, number>> = {
  to_correct: 0,
  incomplete: 1,
  complete: 2,
  in_review: 3,
  verified: 4,
};

/** Status of a dossier: that of its worst tenant; archived only when all are. Throws `RangeError` without tenant: such a dossier must not exist. */
export function dossierStatus(tenants: readonly PersonStatus[]): DossierStatus {
  if (tenants.length === 0) throw new RangeError('a dossier without tenant');
  if (tenants.every((status) => status === 'archived')) return 'archived';
  if (tenants.includes('archived')) return 'incomplete';
  return [...(tenants as Exclude<PersonStatus, 'archived'>[])].sort((a, b) => RANK[a] - RANK[b])[0] ?? 'incomplete';
}
