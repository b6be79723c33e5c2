import fc from 'fast-check';
import { expect, test } from 'vitest';
import { defaultDoor, expiryOf, linkState } from './rules.ts';
import { makeTraceCode, parseTraceCode } from './trace-code.ts';

const bytes = (seed: number) => {
  let state = seed;
  return (length: number) => Uint8Array.from({ length }, () => (state = (state * 1103515245 + 12345) & 0x7fffffff) >> 8);
};

test('a link lives to the end of its last day in Paris, in summer and in winter', () => {
  expect(expiryOf(new Date('2026-11-24T10:00:00Z'), 7).toISOString()).toBe('2026-12-01T23:00:00.000Z');
  expect(expiryOf(new Date('2026-07-01T22:30:00Z'), 7).toISOString()).toBe('2026-07-09T22:00:00.000Z');
  expect(expiryOf(new Date('2026-10-20T10:00:00Z'), 7).toISOString()).toBe('2026-10-27T23:00:00.000Z');
});

test('a revoked link stays revoked, an expired one expired even when paused', () => {
  const now = new Date('2026-11-24T10:00:00Z');
  const later = new Date('2026-12-24T10:00:00Z');
  expect(linkState({ pausedAt: null, revokedAt: null, expiresAt: later }, now)).toBe('active');
  expect(linkState({ pausedAt: now, revokedAt: null, expiresAt: later }, now)).toBe('paused');
  expect(linkState({ pausedAt: now, revokedAt: null, expiresAt: now }, now)).toBe('expired');
  expect(linkState({ pausedAt: null, revokedAt: now, expiresAt: later }, now)).toBe('revoked');
});

test('a full link to copy asks for an address unless its maker says otherwise', () => {
  expect([defaultDoor('mail', 'full'), defaultDoor('url', 'full'), defaultDoor('url', 'summary')]).toEqual([
    'listed_address',
    'any_address',
    'none',
  ]);
});

test('a trace code is read back as typed by people', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e9 }), (seed) => {
      const code = makeTraceCode(bytes(seed));
      expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{2}$/);
      expect(parseTraceCode(` ${code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o')}`)).toBe(code);
    }),
  );
});

test('one wrong symbol, or two neighbours swapped, is never another code', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e9 }), fc.nat(9), fc.integer({ min: 1, max: 31 }), (seed, at, shift) => {
      const code = makeTraceCode(bytes(seed)).replaceAll('-', '');
      const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
      const wrong = alphabet[(alphabet.indexOf(code[at]!) + shift) % 32]!;
      expect(parseTraceCode(code.slice(0, at) + wrong + code.slice(at + 1))).toBeNull();
      if (at < 8 && code[at] !== code[at + 1])
        expect(parseTraceCode(code.slice(0, at) + code[at + 1] + code[at] + code.slice(at + 2))).toBeNull();
    }),
  );
});
