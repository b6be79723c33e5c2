import { createPublicKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NO_TRUST, type Trust, type TrustedKey } from './trust.ts';
import { readTwoDDoc } from './two-d-doc.ts';

interface Vectors {
  readonly publicKeySpkiBase64: string;
  readonly vectors: readonly { readonly version: string; readonly type: string; readonly raw: string }[];
}
const { publicKeySpkiBase64, vectors } = JSON.parse(
  readFileSync(new URL('./two-d-doc-vectors.json', import.meta.url), 'utf8'),
) as Vectors;
const key = createPublicKey({ key: Buffer.from(publicKeySpkiBase64, 'base64'), format: 'der', type: 'spki' });

const trusted: TrustedKey = { key, name: 'test', from: null, until: null, revoked: false, revocationKnown: true, chained: true };
const trust = (changed: Partial<TrustedKey> = {}, acceptsTests = true): Trust => ({
  acceptsTests,
  knowsAuthority: () => true,
  isStale: () => false,
  manifest: () => null,
  keysOf: () => [{ ...trusted, ...changed }],
});
const nobody: Trust = { ...NO_TRUST, acceptsTests: true };
const bytes = (raw: string) => Buffer.from(raw, 'latin1');
const read = (raw: string, by: Trust = trust()) => readTwoDDoc(bytes(raw), by, { at: null }, '2026-11-23')!;
const notice = vectors.find(({ type }) => type === '28' || type === '04')!.raw;

describe('2D-Doc', () => {
  test('the 56 specimens of the specification are valid', () => {
    expect(vectors).toHaveLength(56);
    for (const { raw, type, version } of vectors)
      expect(read(raw)).toMatchObject({ verdict: 'valid', reason: null, kind: type, version });
  });

  test('one character changed in each makes it invalid', () => {
    for (const { raw } of vectors) {
      const at = raw.indexOf('\u001f') - 3;
      const changed = `${raw.slice(0, at)}${raw[at] === 'A' ? 'B' : 'A'}${raw.slice(at + 1)}`;
      expect(read(changed)).toMatchObject({ verdict: 'invalid', reason: 'bad_signature' });
    }
  });

  test('without the key each can only not be checked', () => {
    for (const { raw } of vectors) expect(read(raw, nobody).verdict).toBe('unverifiable');
  });

  test('in production a test authority is refused', () => {
    for (const { raw } of vectors)
      expect(read(raw, trust({}, false))).toMatchObject({ verdict: 'invalid', reason: 'test_authority' });
  });

  test('data added after the signature changes nothing and stays apart', () => {
    const added = read(`${notice}\u001d46SOMEONE ELSE\u001d`);
    expect(added.verdict).toBe('valid');
    expect(added.fields.some(({ value }) => value.includes('SOMEONE'))).toBe(false);
    expect(added.annex.some(({ value }) => value.includes('SOMEONE'))).toBe(true);
  });

  test('an unknown identifier hides no other field', () => {
    const [message = '', signature = ''] = notice.split('\u001f');
    const seal = read(`${message.slice(0, 26)}4ZWHATEVER\u001d${message.slice(26)}\u001f${signature}`);
    expect(seal.conformance.unknown).toEqual(['4Z']);
    expect(seal.fields.find(({ id }) => id === '45')).toBeDefined();
  });

  test.each([
    [{ revoked: true }, 'revoked'],
    [{ until: '2001-01-01' }, 'signed_outside_certificate'],
    [{ from: '2099-01-01' }, 'signed_outside_certificate'],
  ])('a certificate %o makes it %s', (changed, reason) => {
    expect(read(notice, trust(changed))).toMatchObject({ verdict: 'invalid', reason });
  });

  test('a code without signature proves nothing', () => {
    expect(read(notice.split('\u001f')[0]!)).toMatchObject({ verdict: 'unverifiable', reason: 'no_signature' });
  });

  test('no bytes make the reader fail', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (text) => {
        expect(['invalid', 'unverifiable']).toContain(read(`DC04FR000001${text}`).verdict);
        expect(readTwoDDoc(bytes(`X${text}`), trust(), { at: null }, '2026-11-23')).toBeNull();
      }),
    );
  });
});
