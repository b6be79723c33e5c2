import { cleanText, lengthOf } from '#kernel/text.ts';

/** The name of a natural person as typed; shown so, never re-capitalised. */
export interface PersonName {
  readonly firstNames: string;
  readonly birthName: string;
  readonly usedName: string | null;
  /** The person has one name only; it stands in `birthName`. */
  readonly singleName: boolean;
}

const ALLOWED = /^[\p{L}\p{M} \-'’.·]+$/u;

/** Reads a name part as typed: any script; letters, marks, space, hyphen, apostrophes, full stop, middle dot; 1–100 characters, one letter at least. */
export function parseNamePart(
  text: string,
): { ok: true; value: string } | { ok: false; error: 'name.empty' | 'name.too_long' | 'name.characters' } {
  const clean = cleanText(text).replace(/ {2,}/g, ' ');
  if (clean === '') return { ok: false, error: 'name.empty' };
  if (lengthOf(clean) > 100) return { ok: false, error: 'name.too_long' };
  if (!ALLOWED.test(clean) || !/\p{L}/u.test(clean)) return { ok: false, error: 'name.characters' };
  return { ok: true, value: clean };
}

/** First names, then the used name or else the birth name. */
export function displayName(name: PersonName): string {
  return [name.firstNames, name.usedName ?? name.birthName].filter((part) => part !== '').join(' ');
}

/** Every part of a name, for whom compares names: first names, birth name, and the used name in brackets. */
export function wholeName(name: Pick<PersonName, 'firstNames' | 'birthName' | 'usedName'>): string {
  const parts = [name.firstNames, name.birthName, name.usedName ? `(${name.usedName})` : ''];
  return parts.filter((part) => part !== '').join(' ');
}

/** `L… D…`: enough to compare with a paper in hand, not enough to learn a name. */
export function maskedName(name: PersonName): string {
  return [name.firstNames, name.usedName ?? name.birthName]
    .filter((part) => part !== '')
    .map((part) => `${[...part][0] ?? ''}…`)
    .join(' ');
}
