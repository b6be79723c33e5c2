import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SPECIMEN_PEOPLE } from '#specimens/people.ts';
import { writeTd1, writeTd3 } from '#specimens/machine-zone.ts';
import type { CivilDate } from '#kernel/civil-date.ts';
import { parseZone } from './mrz.ts';

const expiry = '2033-05-20' as CivilDate;
const card = writeTd1(SPECIMEN_PEOPLE[0], 'ID', 'SPEC00X01', expiry);

describe('machine-readable zones', () => {
  test.each(SPECIMEN_PEOPLE)('the zone of a made-up person is read back: $lastName', (who) => {
    for (const lines of [writeTd1(who, 'ID', 'SPEC00X01', expiry), writeTd3(who, '00XX99999', expiry)]) {
      const zone = parseZone(lines, 2026);
      expect(zone).toMatchObject({
        right: true,
        birthDate: who.bornOn,
        expiryDate: expiry,
        sex: who.sex,
        nationality: who.nationality,
      });
    }
  });

  test('letters and digits that look alike are put right where a check digit says so', () => {
    const seen = [card[0]!.replace('00', 'OO'), card[1]!.replace(/^9403143/, '94O3I43'), card[2]!];
    expect(parseZone(seen, 2026)).toMatchObject({ right: true, birthDate: '1994-03-14' });
  });

  test('a digit changed for another digit stays wrong', () => {
    const forged = [card[0]!, card[1]!.replace(/^94/, '84'), card[2]!];
    expect(parseZone(forged, 2026)).toMatchObject({ right: false, birthDate: '1984-03-14' });
  });

  test.each(['00XO01', '0O0X01', 'O00X01'])('a zero read as a zero and a letter O is one again: %s', (doubled) => {
    const seen = [card[0]!.replace('00X01', doubled).replace(/<$/, ''), card[1]!, card[2]!];
    expect(parseZone(seen, 2026)).toMatchObject({ right: true, lines: [...card] });
  });

  test('nothing is left out where the check digits stay wrong without it', () => {
    const seen = [card[0]!.replace('00X01', '00XO01').replace(/<$/, ''), card[1]!.replace(/^94/, '84'), card[2]!];
    expect(parseZone(seen, 2026)).toMatchObject({ right: false, birthDate: '1984-03-14' });
  });

  test('fillers that a reader miscounted are counted again', () => {
    const seen = [card[0]!.replace(/<{15}$/, '<<<<<<<<<<<<'), card[1]!.replace('<<<<<<<<<<<', '<<<<<<<<<<<<<'), card[2]!];
    expect(parseZone(seen, 2026)?.right).toBe(true);
  });

  test('the French card of before 2021 keeps its own layout', () => {
    const zone = parseZone(['IDFRAEXEMPLAIRE<<<<<<<<<<<<<<<990000', '1503990000010CAMILLE<ALINE<9403143F4'], 2026);
    expect(zone).toMatchObject({ format: 'FR', lastName: 'EXEMPLAIRE', firstNames: 'CAMILLE ALINE', right: true });
  });

  test('no text makes the parser fail', () => {
    fc.assert(fc.property(fc.array(fc.string({ maxLength: 60 }), { maxLength: 5 }), (lines) => void parseZone(lines, 2026)));
  });
});
