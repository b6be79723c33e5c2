import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromBase32, toBase32 } from './base32.ts';
import { fromC40, toC40 } from './c40.ts';
import { readSeals } from './seal-reader.ts';
import { NO_TRUST, type Trust } from './trust.ts';
import { FIELD_LENGTHS } from './two-d-doc-lengths.ts';
import { GS, parseText, RS, US } from './two-d-doc-message.ts';
import { signText, writeBinary, writeText, type Draft } from './two-d-doc-write.ts';
import { readTwoDDoc } from './two-d-doc.ts';

const TODAY = '2026-11-23';
const pairOf = (namedCurve: string) => generateKeyPairSync('ec', { namedCurve });
const P256 = pairOf('P-256');
const trusting = (key: KeyObject): Trust => ({
  ...NO_TRUST,
  knowsAuthority: () => true,
  keysOf: () => [{ key, name: null, from: null, until: null, revoked: false, revocationKnown: true, chained: true }],
});
const latin = (text: string) => Buffer.from(text, 'latin1');
const read = (bytes: Uint8Array, trust = trusting(P256.publicKey)) => readTwoDDoc(bytes, trust, { at: null }, TODAY)!;
const notice: Draft = {
  authority: 'FR04',
  certificate: 'FPE3',
  issuedOn: null,
  signedOn: '2026-07-20',
  kind: '28',
  fields: [
    { id: '43', raw: '1,5' },
    { id: '44', raw: '2699A12345678' },
    { id: '45', raw: '2025' },
    { id: '46', raw: 'EXEMPLAIRE CAMILLE' },
    { id: '4A', raw: '31072026' },
    { id: '4Y', raw: '1 RUE/PARIS' },
  ],
};

describe('headers and signatures', () => {
  test.each(['P-256', 'P-384', 'P-521'])('a seal signed on %s is valid, and one of another curve is not', (curve) => {
    const pair = pairOf(curve);
    const bytes = latin(writeText(notice, pair.privateKey));
    expect(read(bytes, trusting(pair.publicKey))).toMatchObject({ verdict: 'valid', kind: '28', signedOn: '2026-07-20' });
    const another = pairOf(curve === 'P-256' ? 'P-384' : 'P-256');
    expect(read(bytes, trusting(another.publicKey))).toMatchObject({ verdict: 'invalid', reason: 'bad_length' });
  });

  test('the binary form says the same as the text form', () => {
    const { issuedOn, signedOn } = { issuedOn: '2026-12-31', signedOn: '2026-02-01' };
    const fields = [...notice.fields.slice(0, 5), { id: '47', raw: '3099123456789' }];
    const bytes = writeBinary({ ...notice, kind: '04', fields, issuedOn, signedOn }, P256.privateKey);
    const seal = read(bytes);
    expect(seal).toMatchObject({ verdict: 'valid', kind: '04', issuedOn, signedOn, conformance: { missing: [], unknown: [] } });
    expect(seal.issuer).toMatchObject({ authority: 'FR04', certificate: 'FPE3' });
    expect(seal.fields.map(({ id, value }) => [id, value])).toContainEqual(['4A', '2026-07-31']);
    const changed = Buffer.from(bytes);
    changed[21] = (changed[21] ?? 0) ^ 1;
    expect(read(changed)).toMatchObject({ verdict: 'invalid', reason: 'bad_signature' });
    expect(read(bytes.subarray(0, bytes.length - 5))).toMatchObject({ verdict: 'unverifiable', reason: 'malformed' });
  });

  test('version 01 is read and stays unverifiable; a cut header is malformed; other lengths are wrong', () => {
    expect(read(latin('DC01FR0400011636163600123'))).toMatchObject({ verdict: 'unverifiable', reason: 'unsupported_version' });
    expect(read(latin('DC04FR04'))).toMatchObject({ verdict: 'unverifiable', reason: 'malformed' });
    expect(read(latin('DC02FR04000111111111004512345ABC'))).toMatchObject({ reason: 'no_signature' });
    expect(read(latin(`${writeText(notice, P256.privateKey).split(US)[0]}${US}ABCD`))).toMatchObject({ reason: 'bad_length' });
  });

  test('a type of another perimeter is another paper, whatever its number', () => {
    const [signed = ''] = writeText(notice, P256.privateKey).split(US);
    const elsewhere = signText(signed.replace('2801FR', '2802FR'), P256.privateKey);
    expect(read(latin(elsewhere))).toMatchObject({ verdict: 'valid', kind: '02.28' });
  });

  test('no document of public examples with lost spaces passes', () => {
    const example = writeText({ ...notice, fields: [{ id: '46', raw: 'RETI  PATRICK' }] }, P256.privateKey);
    expect(read(latin(example.replace('  ', ' '))).verdict).toBe('invalid');
  });
});

describe('messages', () => {
  const parsed = (text: string) => parseText(text).fields.map(({ id, raw }) => [id, raw]);

  test('a full field needs no separator, a cut one says so, a value is never resumed inside', () => {
    expect(parsed(`26FR45202546NAME${GS}43${GS}`)).toEqual([
      ['26', 'FR'],
      ['45', '2025'],
      ['46', 'NAME'],
      ['43', ''],
    ]);
    expect(parseText(`46A LONG NAME${RS}452025`).fields[0]).toMatchObject({ truncated: true, raw: 'A LONG NAME' });
    expect(parsed(`4Z45202546X${GS}452025`)).toEqual([
      ['4Z', '45202546X'],
      ['45', '2025'],
    ]);
  });

  test('a value longer than its field is cut where a known field starts, else kept and noted', () => {
    const full = 'A'.repeat(38);
    expect(parsed(`46${full}452025`)).toEqual([
      ['46', full],
      ['45', '2025'],
    ]);
    const kept = parseText(`46${full}!?REST${GS}452025`);
    expect(kept).toMatchObject({ overlong: ['46'], fields: [{ raw: `${full}!?REST` }, { id: '45' }] });
    expect(parseText(`45${GS}26FR`)).toMatchObject({ overlong: ['45'], fields: [{ id: '45', raw: '' }, { id: '26' }] });
  });

  test('values are told in plain form', () => {
    const values = (text: string) => parseText(text).fields.map(({ value }) => value);
    expect(values('4A310720264B31022026')).toEqual(['2026-07-31', '31022026']);
    expect(values('53123107112233BF7DF')).toEqual(['2012-10-01', '11:22:33', '2015']);
    expect(values(`4V12,5${GS}38-234,78${GS}0CNB2WS43TNFSXELLKOVZXI2LDMUXGM4RPGE4DSNRVGQ3TQNJTIFBA${GS}`)).toEqual([
      '12.5',
      '-234.78',
      'huissier-justice.fr/1896547853AB',
    ]);
  });

  test('what a type demands and lacks is told apart from the verdict', () => {
    const seal = read(
      latin(writeText({ ...notice, fields: notice.fields.filter(({ id }) => id !== '45' && id !== '4Y') }, P256.privateKey)),
    );
    expect(seal).toMatchObject({ verdict: 'valid', conformance: { missing: ['45', '4Y'] } });
  });

  test('none of the 51 regular specimens lacks anything; the five of customs run together', () => {
    const { vectors } = JSON.parse(readFileSync(new URL('./two-d-doc-vectors.json', import.meta.url), 'utf8')) as {
      vectors: { type: string; raw: string }[];
    };
    const irregular = vectors.filter(({ raw }) => {
      const { missing, overlong, unknown } = read(latin(raw)).conformance;
      return missing.length + overlong.length + unknown.length > 0;
    });
    expect(irregular.map(({ type }) => type).filter((type) => !/^C[2-6]$/.test(type))).toEqual([]);
  });
});

describe('messages of several codes', () => {
  const whole = writeText(notice, P256.privateKey);
  const parts = [whole.slice(0, 40), whole.slice(40, 90), whole.slice(90)];
  const at = (page: number) => ({ page, box: [0, 0, 1, 1] as const });
  const codes = parts.map((part, index) => ({ bytes: latin(`EAB1${index}2${part}`), at: at(index) }));

  test('are put together in any order', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(codes, { minLength: 3 }), (found) => {
        expect(readSeals(found, trusting(P256.publicKey), TODAY)).toMatchObject([{ verdict: 'valid', kind: '28' }]);
      }),
    );
  });

  test('a missing member is malformed, whichever it is', () => {
    for (const left of [0, 1, 2])
      expect(
        readSeals(
          codes.filter((_, index) => index !== left),
          trusting(P256.publicKey),
          TODAY,
        ),
      ).toMatchObject([{ verdict: 'unverifiable', reason: 'malformed' }]);
  });
});

describe('whatever the bytes', () => {
  test('readers answer and never throw', () => {
    const start = fc.constantFrom(
      'DC01',
      'DC02FR04',
      'DC03FR04FPE3FFFF2000',
      'DC04FR04FPE3FFFFFFFF2801FR',
      '\u00dc\u0004',
      'EAB112',
      'KFRMI6',
      'https://',
    );
    fc.assert(
      fc.property(start, fc.uint8Array({ maxLength: 200 }), (head, tail) => {
        const seals = readSeals([{ bytes: Buffer.concat([latin(head), tail]), at: null }], trusting(P256.publicKey), TODAY);
        for (const seal of seals) expect(['invalid', 'unverifiable']).toContain(seal.verdict);
      }),
      { numRuns: 500 },
    );
  });

  test('what a writer writes is read back, in text and in binary form', () => {
    const value = (most: number, least: number) =>
      fc.string({ unit: fc.constantFrom(...'ABCDEFGHIJKLMNOP 0123456789/-'), minLength: least, maxLength: Math.min(most, 60) });
    const plain = [...FIELD_LENGTHS].filter(([id]) => /^[0-9A-F]{2}$/.test(id));
    const field = fc.constantFrom(...plain).chain(([id, { least, most }]) => value(most, least).map((raw) => ({ id, raw })));
    const day = fc
      .integer({ min: 0, max: 20_000 })
      .map((days) => new Date(Date.UTC(2000, 0, 1) + days * 86_400_000).toISOString().slice(0, 10));
    const drafts = fc.record({
      authority: fc.constantFrom('FR04', 'FR06'),
      certificate: fc.constantFrom('FPE3', 'AB12'),
      issuedOn: fc.option(day),
      signedOn: fc.option(day),
      kind: fc.constantFrom('28', '06', '00'),
      fields: fc.array(field, { maxLength: 12 }),
    });
    fc.assert(
      fc.property(drafts, (draft) => {
        for (const bytes of [latin(writeText(draft, P256.privateKey)), writeBinary(draft, P256.privateKey)]) {
          const seal = read(bytes);
          expect(seal.verdict).toBe('valid');
          expect(seal).toMatchObject({ kind: draft.kind, issuedOn: draft.issuedOn, signedOn: draft.signedOn });
          expect(seal.fields.map(({ id, raw }) => ({ id, raw }))).toEqual(draft.fields);
        }
      }),
      { numRuns: 100 },
    );
  });

  test('Base32 and C40 go there and back', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect([...fromBase32(toBase32(bytes))]).toEqual([...bytes]);
      }),
    );
    const letters = fc.string({ unit: fc.constantFrom(...'ABCXYZ019 '), maxLength: 30 });
    fc.assert(
      fc.property(letters, (text) => {
        expect(fromC40(toC40(text)).trimEnd()).toBe(text.trimEnd());
      }),
    );
  });
});
