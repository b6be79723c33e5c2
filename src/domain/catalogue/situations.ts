import { activity } from './activity.ts';
import { company, guarantee } from './guarantee.ts';
import { home } from './home.ts';
import { identity } from './identity.ts';
import { income } from './income.ts';
import type { Category, Role, Situation } from './situation.ts';
import { tax } from './tax.ts';

const ALL = [...identity, ...home, ...activity, ...income, ...tax, ...guarantee, ...company] as const;

/** Every key there is; words, screens and partner names are exhaustive over it. */
export type SituationKey = (typeof ALL)[number]['key'];

/** The whole catalogue, in the order of screens. A new situation is a row in one of the files beside this one, and its words. */
export const SITUATIONS: readonly (Situation & { readonly key: SituationKey })[] = ALL;

const byKey = new Map<string, Situation & { readonly key: SituationKey }>(SITUATIONS.map((row) => [row.key, row]));

/** The row of a key; `null` when there is none (a key from outside). */
export function situationOf(key: string): (Situation & { readonly key: SituationKey }) | null {
  return byKey.get(key) ?? null;
}

/** Rows offered on a day to a role in a category: open to the role, in force, not retired. @param today `YYYY-MM-DD` */
export function situationsFor(
  category: Category,
  role: Role,
  today: string,
  rows: readonly Situation[] = SITUATIONS,
): readonly Situation[] {
  return rows.filter(
    (row) =>
      row.category === category &&
      row.who.includes(role) &&
      !row.retired &&
      (row.from === undefined || row.from <= today) &&
      (row.until === undefined || today <= row.until),
  );
}

/** Categories asked of a role, in order. Source: decree 2015-1437; a company owes only what annex II-A says. */
export const CATEGORIES_OF_ROLE: Readonly<Record<Role, readonly Category[]>> = {
  T: ['identity', 'home', 'activity', 'income', 'tax'],
  N: ['identity', 'home', 'activity', 'income', 'tax'],
  C: ['company', 'identity'],
  O: ['guarantee'],
};
