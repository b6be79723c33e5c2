import type { Seal } from '#seals/seal.ts';
import type { PaperKind } from './facts.ts';

/** Papers a type of 2D-Doc stands for. Source: ANTS, perimeter 01; other types are read and fit nothing. */
const KINDS: Readonly<Record<string, readonly PaperKind[]>> = {
  '00': ['utility_bill', 'home_insurance'],
  '01': ['utility_bill'],
  '04': ['tax_notice'],
  '28': ['tax_notice'],
  '18': ['tax_declaration'],
  '24': ['tax_declaration'],
  '27': ['tax_declaration'],
  '06': ['payslip'],
  '10': ['work_contract'],
  '07': ['id_card', 'passport'],
  '08': ['id_card', 'passport'],
  '13': ['residence_permit'],
  B0: ['student_certificate'],
  B1: ['student_certificate'],
};

/** Types that support a situation and are never proof alone: a diploma, the certificate of the student contribution. */
const SUPPORTING: ReadonlySet<string> = new Set(['B0', 'B1']);

/** Kinds of paper that a code stands for; none for types that fit nothing here, and for signatures of whole files, which anyone may have made. */
export function papersOfSeal(seal: Seal): readonly PaperKind[] {
  return seal.standard === 'fr.2d-doc' ? (KINDS[seal.kind] ?? []) : [];
}

/** True when a code of this type may prove a paper of this kind by itself. */
export function provesAlone(seal: Seal, kind: PaperKind): boolean {
  return papersOfSeal(seal).includes(kind) && !SUPPORTING.has(seal.kind);
}
