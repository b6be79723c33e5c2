import { expect, test } from 'vitest';
import { CONSENT_PURPOSES, CONSENT_TEXTS, consents, withdrawable } from './consents.ts';

const given = { accountId: 'a', personId: 'p', purpose: 'spouse_access', withdrawnAt: null };

test('a withdrawn consent counts for nothing, a given one for its person and purpose only', () => {
  expect(consents([given], { purpose: 'spouse_access', personId: 'p' })).toBe(true);
  expect(consents([given], { purpose: 'spouse_access', personId: 'q' })).toBe(false);
  expect(consents([given], { purpose: 'flatmate_sending' })).toBe(false);
  expect(consents([{ ...given, withdrawnAt: new Date(0) }], { purpose: 'spouse_access' })).toBe(false);
  expect(consents([{ ...given, purpose: 'partner:x' }], { purpose: 'partner:y' })).toBe(false);
});

test('every purpose has a dated text', () => {
  for (const purpose of CONSENT_PURPOSES) expect(CONSENT_TEXTS[purpose]).toMatch(new RegExp(`^${purpose}\\.\\d{4}-\\d{2}$`));
});

test('only a permission that stands is taken back; what was declared stays said', () => {
  expect(withdrawable(given)).toBe('spouse_access');
  expect(withdrawable({ ...given, withdrawnAt: new Date(0) })).toBeNull();
  expect(withdrawable({ ...given, personId: null })).toBeNull();
  expect(withdrawable({ ...given, purpose: 'honour' })).toBeNull();
});
