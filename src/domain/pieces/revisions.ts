import type { Category, Situation } from '../catalogue/situation.ts';
import { situationOf } from '../catalogue/situations.ts';
import { sameName } from '../people/compare-names.ts';
import type { PersonName } from '../people/names.ts';
import type { Level, PieceStatus } from './states.ts';

/** What of a piece others of the same person depend on. */
export interface PieceContent {
  readonly situation: string;
  readonly amount: number | null;
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
const COHERENT_CATEGORIES = ['activity', 'income', 'tax'] as const satisfies readonly Category[];

const isCoherent = (category: Category) => COHERENT_CATEGORIES.some((one) => one === category);

/**
 * True when a change of one piece makes an agent look at others of the same person again: activity, income and tax, when situation or
 * amount changed. A change of text or files alone touches the piece itself only.
 * @param before `null` when the piece was added
 * @param after `null` when it was deleted
 */
export function touchesOthers(category: Category, before: PieceContent | null, after: PieceContent | null): boolean {
  return isCoherent(category) && (!before || !after || before.situation !== after.situation || before.amount !== after.amount);
}

/** The pieces that such a change reopens: the `checked` ones among activity, income and tax, not the sealed ones, not those to correct. */
export function coherenceRevisions<Piece extends RevisablePiece>(
  changedId: string,
  pieces: readonly Piece[],
): readonly Piece['id'][] {
  return pieces
    .filter((piece) => piece.id !== changedId && isCoherent(piece.category) && piece.level === 'checked')
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
export function identityRevisions<Piece extends RevisablePiece>(
  before: PersonName,
  after: PersonName,
  own: readonly Piece[],
  guarantees: readonly Piece[] = [],
): readonly Piece['id'][] {
  if (sameName(before, after)) return [];
  const named = (piece: Piece) => {
    const row = situationOf(piece.situation);
    return piece.status === 'accepted' && row !== null && checksName(row);
  };
  return [...own, ...guarantees.filter((piece) => piece.category === 'guarantee')].filter(named).map((piece) => piece.id);
}
