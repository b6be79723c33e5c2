import fc from 'fast-check';
import { expect, test } from 'vitest';
import { passwordFaults, type PasswordFault } from './password-rules.ts';

test.each<[string, PasswordFault[]]>([
  ['trois-Girafes-2-vélos', []],
  ['كلمة سر طويلة ٣', []],
  ['court-1', ['password.too_short']],
  [`${'ab-1'.repeat(33)}`, ['password.too_long', 'password.common']],
  ['sans chiffre aucun', ['password.no_digit']],
  ['12girafes34velos', ['password.no_special']],
  ['Motdepasse123!', ['password.common']],
  ['P@ssw0rd2026!', ['password.common']],
  ['azerty-azerty-12', ['password.common']],
  ['1111-1111-1111', ['password.common']],
  ['ada.lovelace@example.org1', ['password.like_email']],
  ['ada.lovelace-1815', ['password.like_email']],
])('the password %j lacks %j', (password, faults) => {
  expect(passwordFaults(password, 'ada.lovelace@example.org')).toEqual(faults);
});

test('any text can be judged', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => Array.isArray(passwordFaults(text, 'ada@example.org'))));
});
