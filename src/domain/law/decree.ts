import type { DecreeLine, Role, Situation } from '../catalogue/situation.ts';

/** The text that lists what may be asked. Limitative: what is not in it may not be asked (law 89-462, art. 22-2). */
export const DECREE = { number: '2015-1437', url: 'https://www.legifrance.gouv.fr/loda/id/JORFTEXT000031444493' } as const;

type Line = Exclude<DecreeLine, 'volunteered'>;

/** Lines of annex I, for candidates. Numbers inside a part are ours, in the order of the decree. */
export const ANNEX_I = [
  'A-1',
  'A-2',
  'A-3',
  'A-4',
  'B-1',
  'B-2',
  'B-3',
  'B-4',
  'C-1',
  'C-2',
  'C-3',
  'C-4',
  'C-5',
  'C-6',
  'C-7',
  'D-1',
  'D-2',
  'D-3',
  'D-4',
  'D-5',
  'D-6',
  'D-7',
  'D-8',
  'D-9',
] as const satisfies readonly Line[];

/** Lines of annex II, for natural guarantors. */
export const ANNEX_II_NATURAL = [
  'A-1',
  'A-2',
  'A-3',
  'B-1',
  'B-2',
  'B-3',
  'B-4',
  'C-1',
  'C-2',
  'C-3',
  'C-4',
  'C-5',
  'C-6',
  'C-7',
  'D-1',
  'D-2',
  'D-4',
  'D-5',
  'D-8',
  'D-9',
] as const satisfies readonly Line[];

/** Lines of annex II, for companies that guarantee: legal existence, and identity of the person in charge. */
export const ANNEX_II_COMPANY = ['A-4', 'A-5'] as const satisfies readonly Line[];

/** Decree lines under which a role may be asked for the papers of a situation; empty when all are volunteered. */
export function linesOf(situation: Pick<Situation, 'anyOf'>, role: Role): readonly Line[] {
  const lines = situation.anyOf.flat().flatMap((paper) => paper.decree[role] ?? []);
  return [...new Set(lines)].filter((line): line is Line => line !== 'volunteered');
}
