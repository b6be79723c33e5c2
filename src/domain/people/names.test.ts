import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareNames, sameName } from './compare-names.ts';
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
  test.each<[PersonName, { lastNames: string[]; firstNames: string; truncated?: boolean }[], string]>([
    [person('Łukasz', 'Żółć'), [{ lastNames: ['ZOLC'], firstNames: 'LUKASZ' }], 'exact'],
    [person('محمد', 'بن علي'), [{ lastNames: ['BEN ALI'], firstNames: 'MHMD' }], 'exact'],
    [person('Marie', 'LI'), [{ lastNames: ['OLIVIER'], firstNames: 'MARIE' }], 'mismatch'],
    [person('Camille Aline', 'Exemplaire'), [{ lastNames: ['EXEMPLAIRE'], firstNames: 'CAMILLE' }], 'exact'],
    [person('Camille', 'Exemplaire'), [{ lastNames: ['EXEMPLAIRF'], firstNames: 'CAMILLE' }], 'near'],
    [
      person('Paul', 'Durand'),
      [
        { lastNames: ['DURAND'], firstNames: 'ANNE' },
        { lastNames: ['MARTIN'], firstNames: 'PAUL' },
      ],
      'mismatch',
    ],
    [person('Anne', 'Martin', 'Durand'), [{ lastNames: ['DURAND'], firstNames: 'Anne Sophie' }], 'exact'],
    [person('Jean', 'de La Tour'), [{ lastNames: ['LATOUR'], firstNames: 'JEAN' }], 'mismatch'],
    [person('Jean', 'de La Tour'), [{ lastNames: ['TOUR'], firstNames: 'JEAN' }], 'exact'],
    [person('Jean Loup', 'Petit-Radel'), [{ lastNames: ['PETIT RADEL'], firstNames: 'JEAN-LOUP' }], 'exact'],
    [person('Θάνος', 'Παπαδόπουλος'), [{ lastNames: ['PAPADOPOYLOS'], firstNames: 'THANOS' }], 'exact'],
    [person('Алексей', 'Шевченко'), [{ lastNames: ['SHEVCHENKO'], firstNames: 'ALEKSEI' }], 'exact'],
    [person('伟', '张'), [{ lastNames: ['ZHANG'], firstNames: 'WEI' }], 'unreadable'],
    [person('', 'Suharto', null, true), [{ lastNames: ['SUHARTO'], firstNames: '' }], 'exact'],
    [
      person('Alexandra', 'Featherstonehaugh'),
      [{ lastNames: ['FEATHERSTONE'], firstNames: 'ALEXANDRA', truncated: true }],
      'exact',
    ],
    [person('Ana', 'Silva'), [], 'unreadable'],
  ])('%j on %j is %s', (declared, people, match) => expect(compareNames(declared, people)).toBe(match));

  test('accents and hyphens are no change of name, another first name is', () => {
    expect(sameName(person('Jose', 'Perez'), person('José', 'Pérez'))).toBe(true);
    expect(sameName(person('Jose', 'Perez'), person('Pedro', 'Perez'))).toBe(false);
  });
});
