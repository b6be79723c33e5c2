import type { Category, Situation } from '../catalogue/situation.ts';
import { situationOf } from '../catalogue/situations.ts';
import { sameName } from '../people/compare-names.ts';
import type { PersonName } from '../people/names.ts';
import type { Level, PieceStatus } from './states.ts';

/** What one saves of a piece. */
export interface PieceContent {
  readonly situation: string;
  readonly amount: number | null;
  readonly text: string | null;
}

/** A piece as far as its revision matters. */
export interface RevisablePiece {
  readonly id: string;
  readonly category: Category;
  readonly situation: string;
  readonly status: PieceStatus;
  readonly level: Level | null;
}

/** Categories that explain one another. */
export const COHERENT_CATEGORIES = ['activity', 'income', 'tax'] as const satisfies readonly Category[];

const isCoherent = (category: Category) => COHERENT_CATEGORIES.some((one) => one === category);

/**
 * Pieces that an agent must look at again because another of the same person changed: the `checked` ones among activity, income and tax,
 * not the sealed ones, not those to correct. A change of text or files alone touches the piece itself only.
 * @param before `null` when the piece was added; @param after `null` when it was deleted
 */
export function coherenceRevisions(
  changed: { readonly id: string; readonly category: Category },
  before: PieceContent | null,
  after: PieceContent | null,
  pieces: readonly RevisablePiece[],
): readonly string[] {
  const touched = !before || !after || before.situation !== after.situation || before.amount !== after.amount;
  if (!isCoherent(changed.category) || !touched) return [];
  return pieces
    .filter((piece) => piece.id !== changed.id && isCoherent(piece.category) && piece.level === 'checked')
    .map((piece) => piece.id);
}

/** True when the papers of a situation bear the person's name and machines compare it. */
export function checksName(row: Situation): boolean {
  const named = ['valid', 'until', 'payslip3', 'rent3', 'rent1', 'tax', 'ptax', 'school'];
  return row.anyOf.flat().some((paper) => named.includes(paper.fresh));
}

/**
 * Pieces that a change of name reopens: accepted ones whose situation checks the name, and guarantees that name the tenant. None when
 * only accents, case or hyphens changed. Nobody else's pieces are touched.
 * @param own pieces of the person; @param guarantees pieces of the organisms that guarantee for them
 */
export function identityRevisions(
  before: PersonName,
  after: PersonName,
  own: readonly RevisablePiece[],
  guarantees: readonly RevisablePiece[] = [],
): readonly string[] {
  if (sameName(before, after)) return [];
  const named = (piece: RevisablePiece) => {
    const row = situationOf(piece.situation);
    return piece.status === 'accepted' && row !== null && checksName(row);
  };
  return [...own, ...guarantees.filter((piece) => piece.category === 'guarantee')].filter(named).map((piece) => piece.id);
}
