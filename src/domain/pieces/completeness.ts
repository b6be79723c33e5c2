import { CATEGORIES_OF_ROLE, situationOf } from '../catalogue/situations.ts';
import type { Category, Situation } from '../catalogue/situation.ts';
import type { PersonView, PieceView, TenantView } from './piece-view.ts';

/** What a piece lacks to count; `null` when it counts. Findings, expected pages and months never make a piece unsatisfied. */
export type PieceLack = 'situation' | 'file' | 'text' | 'statement' | 'amount' | 'too_many_files' | 'too_many_pages';

const filled = (text: string | null) => text !== null && text.trim() !== '';

/** Says what keeps a piece from being satisfied, by its row of the catalogue. */
export function lackOf(
  piece: PieceView,
  role: PersonView['role'],
  find: (key: string) => Situation | null = situationOf,
): PieceLack | null {
  const row = find(piece.situation);
  if (!row || !row.who.includes(role)) return 'situation';
  const [least, most] = row.limits.files;
  if (piece.files.length > most) return 'too_many_files';
  if (piece.files.reduce((sum, file) => sum + (file.pages ?? 0), 0) > row.limits.pages) return 'too_many_pages';
  if (row.amount === 'positive' && !(piece.amount !== null && piece.amount >= 1)) return 'amount';
  if (row.amount === 'zero' && piece.amount !== null && piece.amount !== 0) return 'amount';
  const hasFile = piece.files.length >= Math.max(1, least);
  if (hasFile) return null;
  if (row.without === 'statement') return piece.stated ? null : 'statement';
  if (row.category === 'income') return piece.cannotProvide && filled(piece.text) ? null : piece.cannotProvide ? 'text' : 'file';
  if (row.without === 'text') return filled(piece.text) ? null : 'file';
  return 'file';
}

/** True when some income is proved by files: the tax notice is then only recommended. */
export function hasIncomeProof(person: PersonView): boolean {
  return person.pieces.some(
    (piece) => piece.category === 'income' && piece.files.length > 0 && lackOf(piece, person.role) === null,
  );
}

/** Categories this person must fill. The service never asks for more than decree 2015-1437. */
export function requiredCategories(person: PersonView): readonly Category[] {
  const all = CATEGORIES_OF_ROLE[person.role];
  return hasIncomeProof(person) && person.taxSkipped ? all.filter((category) => category !== 'tax') : all;
}

/** One thing to do before a dossier can be sent. */
export interface Missing {
  readonly personId: string;
  readonly what: Category | 'names' | 'guarantors' | 'income_alone';
  readonly pieceId: string | null;
  readonly lack: PieceLack | 'missing';
}

/** Everything one person still has to do, in the order of screens. */
export function missingOf(person: PersonView): readonly Missing[] {
  const missing: Missing[] = [];
  if (!person.identified) missing.push({ personId: person.id, what: 'names', pieceId: null, lack: 'missing' });
  for (const category of requiredCategories(person)) {
    const pieces = person.pieces.filter((piece) => piece.category === category);
    if (pieces.length === 0) missing.push({ personId: person.id, what: category, pieceId: null, lack: 'missing' });
    for (const piece of pieces) {
      const lack = lackOf(piece, person.role);
      if (lack) missing.push({ personId: person.id, what: category, pieceId: piece.id, lack });
    }
  }
  const incomes = person.pieces.filter((piece) => piece.category === 'income');
  if (incomes.length > 1 && incomes.some((piece) => piece.situation === 'income.none')) {
    missing.push({ personId: person.id, what: 'income_alone', pieceId: null, lack: 'situation' });
  }
  if (person.role === 'T' && !person.guarantorsAnswered)
    missing.push({ personId: person.id, what: 'guarantors', pieceId: null, lack: 'missing' });
  return missing;
}

/** Everything a tenant and their guarantors still have to do; empty when complete. */
export function missingOfTenant(tenant: TenantView): readonly Missing[] {
  return [...missingOf(tenant.person), ...tenant.guarantors.flatMap((guarantor) => missingOf(guarantor))];
}
