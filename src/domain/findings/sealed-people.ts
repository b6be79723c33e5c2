import type { Seal, SealField } from '#seals/seal.ts';
import { compareNames, compareTokens, type NameMatch, type PaperIdentity } from '../people/compare-names.ts';
import type { PersonName } from '../people/names.ts';
import { latinTokens } from '../people/transliterate.ts';

/** A person as a seal names them. */
export interface SealedPerson {
  /** As it is told to an agent. */
  readonly words: string;
  readonly identity: PaperIdentity;
}

const TITLES = new Set(['M', 'MME', 'MLLE', 'MR', 'MONSIEUR', 'MADAME']);
/** Issuers cut names at this length without always saying so. */
const FULL_LENGTH = 38;

const cut = (field: SealField) => field.truncated || field.raw.length >= FULL_LENGTH;
const withoutTitle = (text: string) =>
  text
    .split(' ')
    .filter((word) => !TITLES.has(word.replace('.', '').toUpperCase()))
    .join(' ');

/** `LAST FIRST` or `TITLE/LAST/First` on one line. Without slashes every word may be either: the words are tried as both. */
function inOneLine(field: SealField): SealedPerson {
  const parts = field.value.split('/');
  const truncated = cut(field);
  if (parts.length >= 3) {
    const [, last = '', ...firsts] = parts;
    return {
      words: `${last} ${firsts.join(' ')}`.trim(),
      identity: { lastNames: [last], firstNames: firsts.join(' '), truncated },
    };
  }
  const words = withoutTitle(parts.join(' '));
  return { words, identity: { lastNames: [words], firstNames: words, truncated } };
}

/** The people a seal names: declarants 46 and 48, the holder 10 or 11–13, co-holder 1I–1L, or first names 60/61 with surnames 62–64. */
export function sealedPeople(seal: Seal): readonly SealedPerson[] {
  const field = (id: string) => seal.fields.find((one) => one.id === id && one.value !== '') ?? null;
  const people = ['46', '48', '10', '1I'].flatMap((id) => {
    const found = field(id);
    return found ? [inOneLine(found)] : [];
  });
  const apart = (firstIds: readonly string[], lastIds: readonly string[]) => {
    const first = firstIds.map(field).find((one) => one !== null) ?? null;
    const lasts = lastIds.flatMap((id) => field(id) ?? []);
    if (lasts.length === 0) return;
    const firstNames = first?.value.replaceAll('/', ' ') ?? '';
    const truncated = [...lasts, ...(first ? [first] : [])].some(cut);
    const words = [...lasts.map(({ value }) => value), firstNames].join(' ').trim();
    people.push({ words, identity: { lastNames: lasts.map(({ value }) => value), firstNames, truncated } });
  };
  apart(['12'], ['13']);
  apart(['1K'], ['1L']);
  apart(['60', '61'], ['62', '63', '64']);
  return people;
}

/** The best match of a declared person with those a seal names. */
export function personInSeal(person: PersonName, people: readonly SealedPerson[]): NameMatch {
  return compareNames(
    person,
    people.map(({ identity }) => identity),
  );
}

/**
 * Compares a person of a seal with the names printed. Papers print one first name where seals hold several, and the other way round: two words in common
 * are the same person.
 */
export function sealedInPrint(sealed: SealedPerson, printed: readonly string[]): NameMatch {
  const tokens = latinTokens(withoutTitle(sealed.words));
  const seen = printed.flatMap((name) => latinTokens(name) ?? []);
  if (tokens === null || tokens.length === 0 || seen.length === 0) return 'unreadable';
  const best = tokens.map((token) => {
    const matches = seen.map((other) => compareTokens(token, other, sealed.identity.truncated ?? false));
    return matches.includes('exact') ? 'exact' : matches.includes('near') ? 'near' : 'mismatch';
  });
  const needed = Math.min(2, tokens.length);
  const exact = best.filter((match) => match === 'exact').length;
  if (exact >= needed) return 'exact';
  return exact + best.filter((match) => match === 'near').length >= needed ? 'near' : 'mismatch';
}
