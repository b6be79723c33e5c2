import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { birthOfNir, sexOfNir, ibanIsRight, mrzDigit, nirIsRight, siretIsRight, taxNumberIsRight } from './numbers.ts';

describe('keys of numbers', () => {
  test('the check digit of the ICAO specimen passport is 6', () => {
    expect(mrzDigit('L898902C3')).toBe(6);
    expect(mrzDigit('740812')).toBe(2);
  });

  test('fillers weigh nothing in a machine-readable zone', () => {
    fc.assert(fc.property(fc.stringMatching(/^[A-Z0-9]{1,20}$/), (text) => mrzDigit(`${text}<<<`) === mrzDigit(text)));
  });

  test.each([
    ['73282932000074', true],
    ['73282932000075', false],
    ['35600000000048', true],
    ['7328293200007', false],
  ])('SIRET %s is right: %s', (siret, right) => {
    expect(siretIsRight(siret)).toBe(right);
  });

  test('a social security number of Corsica uses 19 and 18 for 2A and 2B', () => {
    const key = (number: string) => String(97 - (Number(number.replace('2A', '19').replace('2B', '18')) % 97)).padStart(2, '0');
    expect(nirIsRight(`255082A123456${key('255082A123456')}`)).toBe(true);
    expect(nirIsRight(`255082B123456${key('255082B123456')}`)).toBe(true);
    expect(nirIsRight('294039912345600')).toBe(false);
  });

  test('the last three digits of a tax number are the first ten modulo 511', () => {
    const first = '3099123456';
    expect(taxNumberIsRight(`${first}${String(Number(first) % 511).padStart(3, '0')}`)).toBe(true);
    expect(taxNumberIsRight('3099123456789')).toBe(false);
  });

  test('one changed digit of an IBAN is seen', () => {
    expect(ibanIsRight('FR7630006000011234567890189')).toBe(true);
    expect(ibanIsRight('FR7630006000011234567890188')).toBe(false);
  });
});

test.each([
  ['292037511600148', 'F', '92-03'],
  ['185202A11600148', 'M', '85'],
  ['785122B11600148', 'M', '85-12'],
])('A NIR %s tells a sex and a birth', (nir, sex, birth) => {
  expect([sexOfNir(nir), birthOfNir(nir)]).toEqual([sex, birth]);
});
