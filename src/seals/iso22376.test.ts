import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromBase45, toBase45 } from './base45.ts';
import { fromC40, toC40 } from './c40.ts';
import { readIso22376 } from './iso22376.ts';
import { unpackAll } from './message-pack.ts';
import { NO_TRUST, type Manifest, type Trust } from './trust.ts';

const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const manifest: Manifest = {
  id: '00000A',
  kind: 'identity',
  fields: [
    { id: 'last_name', type: 'text' },
    { id: 'birth_date', type: 'day' },
    { id: 'amount', type: 'number' },
    { id: 'first_names', type: 'list' },
    { id: 'used_name', type: 'text' },
  ],
};
const trust = (known: Manifest | null = manifest): Trust => ({
  ...NO_TRUST,
  knowsAuthority: () => true,
  manifest: () => known,
  keysOf: () => [
    { key: pair.publicKey, name: 'État', from: null, until: null, revoked: false, revocationKnown: true, chained: true },
  ],
});

/** `["EXEMPLAIRE"…]` in MessagePack, by hand: text, day 33 000, −5, a list of two, nil. */
const payload = Buffer.concat([
  Buffer.from([0xaa]),
  Buffer.from('EXEMPLAIRE'),
  Buffer.from([0xcd, 0x80, 0xe8, 0xfb, 0x92, 0xa7]),
  Buffer.from('CAMILLE'),
  Buffer.from([0xa5]),
  Buffer.from('ALINE'),
  Buffer.from([0xc0]),
]);

function code(signer = 'KFRFR06AB120', changed = payload): Buffer {
  const header = Buffer.alloc(19);
  header.set([0xde, 0x03], 0);
  header.set(toC40(signer), 2);
  header.set([0, 0, 0x0a], 10);
  header.writeUInt32BE(Date.UTC(2026, 8, 1) / 1000, 13);
  header.writeUInt16BE(payload.length, 17);
  const content = Buffer.concat([header, createHash('sha256').update(payload).digest()]);
  const signature = sign('sha256', content, { key: pair.privateKey, dsaEncoding: 'ieee-p1363' });
  return Buffer.from(`KFRMI6${toBase45(Buffer.concat([header, changed, signature]))}`, 'latin1');
}
const read = (bytes: Uint8Array, by = trust()) => readIso22376(bytes, by, null, '2026-11-23');

describe('a seal of the second generation', () => {
  test('with its manifest and certificate is valid, and its values are told', () => {
    const seal = read(code());
    expect(seal).toMatchObject({
      verdict: 'valid',
      kind: 'identity',
      signedOn: '2026-09-01',
      issuer: { authority: 'FR06', certificate: 'AB12', name: 'État' },
    });
    expect(seal?.fields.map(({ id, value }) => [id, value])).toEqual([
      ['last_name', 'EXEMPLAIRE'],
      ['birth_date', '1990-05-09'],
      ['amount', '-5'],
      ['first_names', 'CAMILLE/ALINE'],
      ['used_name', ''],
    ]);
  });

  test('without its manifest, or without certificate, it stays open', () => {
    expect(read(code(), trust(null))).toMatchObject({ verdict: 'unverifiable' });
    expect(read(code(), NO_TRUST)).toMatchObject({ verdict: 'unverifiable', reason: 'unknown_authority' });
  });

  test('with one byte of the payload changed it is invalid, cut it is malformed, of the test authority it proves nothing', () => {
    const changed = Buffer.from(payload);
    changed[1] = 0x46;
    expect(read(code('KFRFR06AB120', changed))).toMatchObject({ verdict: 'invalid', reason: 'bad_signature' });
    expect(read(code().subarray(0, 60))).toMatchObject({ verdict: 'unverifiable', reason: 'malformed' });
    expect(read(code('KFRFR99TEST0'))).toMatchObject({ verdict: 'invalid', reason: 'test_authority' });
    expect(read(Buffer.from('https://exemple.test'))).toBeNull();
  });

  test('the published block of the test signer reads as its name', () => {
    expect(fromC40(Buffer.from('99187BA6567BCD2D', 'hex'))).toBe('KFRFR99TEST0');
    expect(Buffer.from(toC40('KFRFR99TEST0')).toString('hex').toUpperCase()).toBe('99187BA6567BCD2D');
  });

  test('Base45 is the one of its standard, and goes there and back', () => {
    expect(toBase45(Buffer.from('ietf!'))).toBe('QED8WEX0');
    expect(Buffer.from(fromBase45('QED8WEX0') ?? []).toString()).toBe('ietf!');
    expect([...(fromBase45('FGW') ?? [])]).toEqual([255, 255]);
    expect(fromBase45('GGW')).toBeNull();
    expect(fromBase45(':::')).toBeNull();
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect([...(fromBase45(toBase45(bytes)) ?? [])]).toEqual([...bytes]);
      }),
    );
  });

  test('no payload makes the reader fail', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        unpackAll(bytes);
      }),
    );
    expect(unpackAll(Buffer.alloc(40, 0x91))).toBeNull();
    expect(unpackAll(Buffer.from([0x81, 0xa1, 0x61, 1]))).toBeNull();
  });
});
