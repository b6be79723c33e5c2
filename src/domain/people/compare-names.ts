import type { PersonName } from './names.ts';
import { latinTokens } from './transliterate.ts';

export type NameMatch = 'exact' | 'near' | 'mismatch' | 'unreadable';

/** A person as one paper names them. `truncated`: the issuer cut the fields, they compare as prefixes of at least four letters. */
export interface PaperIdentity {
  readonly lastNames: readonly string[];
  readonly firstNames: string;
  readonly truncated?: boolean;
}

const PARTICLES = new Set(['DE', 'DU', 'DES', 'LE', 'LA', 'EL', 'AL', 'VAN', 'VON', 'BEN', 'BN', 'IBN', 'D', 'L']);

/** Edit distance of two words, bounded use on names. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/** Compares two words of names. @param truncated one may be the start of the other, from four letters on */
export const compareTokens = (a: string, b: string, truncated: boolean): NameMatch => {
  if (a === b) return 'exact';
  if (truncated && Math.min(a.length, b.length) >= 4 && (a.startsWith(b) || b.startsWith(a))) return 'exact';
  const shorter = Math.min(a.length, b.length);
  const allowed = shorter >= 7 ? 2 : shorter >= 4 ? 1 : 0;
  return allowed > 0 && distance(a, b) <= allowed ? 'near' : 'mismatch';
};

const worst = (matches: readonly NameMatch[]): NameMatch =>
  matches.includes('mismatch') ? 'mismatch' : matches.includes('near') ? 'near' : 'exact';

const best = (matches: readonly NameMatch[]): NameMatch =>
  matches.includes('exact') ? 'exact' : matches.includes('near') ? 'near' : 'mismatch';

/** The same letters, spaced otherwise: LE GOFF and LEGOFF, PETIT RADEL and PETITRADEL. */
const together = (wanted: readonly string[], present: readonly string[]) =>
  wanted.length > 0 && wanted.join('') === present.join('');

/** The wanted tokens as a run of whole tokens of the paper; particles may be left out on either side. */
function runMatch(wanted: readonly string[], present: readonly string[], truncated: boolean): NameMatch {
  const bare = (tokens: readonly string[]) => {
    const kept = tokens.filter((token) => !PARTICLES.has(token));
    return kept.length > 0 ? kept : tokens;
  };
  const [need, have] = [bare(wanted), bare(present)];
  if (need.length === 0) return 'mismatch';
  if (together(need, have) || together(wanted, present)) return 'exact';
  if (have.length < need.length) return 'mismatch';
  const runs = Array.from({ length: have.length - need.length + 1 }, (_, start) =>
    worst(need.map((token, index) => compareTokens(token, have[start + index] ?? '', truncated))),
  );
  return best(runs);
}

/**
 * Compares a declared person with the people a paper names: birth or used name as a run of whole tokens, and at least one first name,
 * on the same person of the paper. Never by substring. Tokens match when equal, or at distance 1 (4–6 letters), 2 (7 and more).
 */
export function compareNames(declared: PersonName, people: readonly PaperIdentity[]): NameMatch {
  if (people.length === 0) return 'unreadable';
  const lasts = [declared.birthName, declared.usedName].filter((name): name is string => !!name).map(latinTokens);
  const firsts = declared.singleName ? [] : latinTokens(declared.firstNames);
  if (firsts === null || lasts.some((tokens) => tokens === null)) return 'unreadable';
  const answers = people.map((person): NameMatch => {
    const truncated = person.truncated ?? false;
    const printedLasts = person.lastNames.map(latinTokens);
    const printedFirsts = latinTokens(person.firstNames);
    if (printedFirsts === null || printedLasts.some((tokens) => tokens === null)) return 'unreadable';
    const last = best(lasts.flatMap((wanted) => printedLasts.map((present) => runMatch(wanted ?? [], present ?? [], truncated))));
    if (declared.singleName) return last;
    const first = together(firsts, printedFirsts)
      ? 'exact'
      : best(firsts.flatMap((wanted) => printedFirsts.map((present) => compareTokens(wanted, present, truncated))));
    return worst([last, first]);
  });
  if (answers.every((answer) => answer === 'unreadable')) return 'unreadable';
  return best(answers.filter((answer) => answer !== 'unreadable'));
}

/** True when a change of spelling needs no new look: same tokens once accents, case and hyphens are set aside. */
export function sameName(a: PersonName, b: PersonName): boolean {
  const key = (name: PersonName) =>
    [name.firstNames, name.birthName, name.usedName ?? ''].map((part) => (latinTokens(part) ?? [part]).join(' ')).join('|');
  return key(a) === key(b);
}
