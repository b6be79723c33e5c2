import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareNames, sameName } from './compare-names.ts';
import { NAME_CASES, partsOf } from './names.corpus.ts';
import { displayName, parseNamePart, type PersonName } from './names.ts';

const person = (firstNames: string, birthName: string, usedName: string | null = null, singleName = false): PersonName => ({
  firstNames,
  birthName,
  usedName,
  singleName,
});

describe('names as typed', () => {
  test.each(['Łukasz', 'Żółć', 'محمد بن علي', 'Nguyễn Thị Ánh', '张伟', 'O’Brien', "D'Artagnan", 'Jean-Loup', 'M·Bâ'])(
    '%s is accepted and kept',
    (name) => {
      expect(parseNamePart(name)).toEqual({ ok: true, value: name.normalize('NFC') });
    },
  );
  test.each([
    ['', 'name.empty'],
    ['   ', 'name.empty'],
    ['R2D2', 'name.characters'],
    ['<b>', 'name.characters'],
    ['--', 'name.characters'],
    ['x'.repeat(101), 'name.too_long'],
  ])('%j is refused as %s', (name, error) => expect(parseNamePart(name)).toEqual({ ok: false, error }));
  test('any text gives an answer, never a fault', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => typeof parseNamePart(text).ok === 'boolean'));
  });
  test('a person with one name is shown with it', () => expect(displayName(person('', 'Suharto', null, true))).toBe('Suharto'));
});

describe('names on papers', () => {
  test.each(NAME_CASES)('$why: $declared on $printed is $match', (one) => {
    const { declared, people } = partsOf(one);
    expect(compareNames(declared, people)).toBe(one.match);
  });

  test('are tried on sixty hard cases at least, each once', () => {
    expect(new Set(NAME_CASES.map((one) => JSON.stringify(one))).size).toBe(NAME_CASES.length);
    expect(NAME_CASES.length).toBeGreaterThanOrEqual(60);
  });

  test('accents and hyphens are no change of name, another first name is', () => {
    expect(sameName(person('Jose', 'Perez'), person('José', 'Pérez'))).toBe(true);
    expect(sameName(person('Jose', 'Perez'), person('Pedro', 'Perez'))).toBe(false);
  });
});
