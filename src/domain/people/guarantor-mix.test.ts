import { expect, test } from 'vitest';
import { kindsToAdd, mixAllowed, type GuarantorKind } from './guarantor-mix.ts';

test.each<[GuarantorKind[], GuarantorKind[]]>([
  [[], ['natural', 'company', 'organism']],
  [['natural'], ['natural']],
  [['natural', 'natural'], []],
  [['company'], []],
  [['organism'], []],
])('beside %j one may add %j', (present, toAdd) => expect(kindsToAdd(present)).toEqual(toAdd));

test('a person and an organism never guarantee together', () => {
  expect(mixAllowed(['natural', 'organism'])).toBe(false);
  expect(mixAllowed(['company', 'company'])).toBe(false);
});
