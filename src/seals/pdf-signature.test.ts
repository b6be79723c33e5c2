import { createSign } from 'node:crypto';
import { inflateSync } from 'node:zlib';
import { PDF, rgb } from '@libpdf/core';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { testAuthority, testLeaf, testRevocations, type TestCertificate } from '#testing/trust-specimens.ts';
import { pdfUpdates } from './pdf-changes.ts';
import { readPdfSignatures } from './pdf-signature.ts';
import { trustStore } from './trust-store.ts';

const TODAY = '2026-11-23';
const AT = new Date('2026-10-01T09:00:00Z');
const inflate = (bytes: Uint8Array) => {
  try {
    return inflateSync(bytes);
  } catch {
    return null;
  }
};

let authority: TestCertificate;
let signer: TestCertificate;
let old: TestCertificate;
let signed: Uint8Array;

async function sign(bytes: Uint8Array, by: TestCertificate): Promise<Uint8Array> {
  const pdf = await PDF.load(bytes);
  const { bytes: out } = await pdf.sign({
    signer: {
      certificate: by.der,
      certificateChain: [],
      keyType: 'RSA',
      signatureAlgorithm: 'RSASSA-PKCS1-v1_5',
      sign: async (content) => new Uint8Array(createSign('sha256').update(content).sign(by.privateKey)),
    },
    signingTime: AT,
    level: 'B-B',
  });
  return out;
}

async function page(): Promise<PDF> {
  const pdf = PDF.create();
  pdf.addPage({ size: 'a4' }).drawText('Salaire net 1 852,59', { x: 50, y: 700 });
  return PDF.load(await pdf.save());
}

beforeAll(async () => {
  authority = await testAuthority('Émetteur imaginaire', { rsa: false });
  signer = await testLeaf(authority, 'cachet', { rsa: true });
  old = await testLeaf(authority, 'ancien', { rsa: true, from: '2024-01-01', until: '2025-01-01' });
  signed = await sign(await (await page()).save(), signer);
});

const latin = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');
const pinned = () => ({ path: 'pdf/imaginaire.der', bytes: authority.der });
const read = (bytes: Uint8Array, files = [pinned()]) =>
  readPdfSignatures(bytes, latin(bytes), trustStore(files, false, TODAY).pdf, TODAY, inflate);
const updates = (bytes: Uint8Array) => pdfUpdates(bytes, latin(bytes), inflate).map(({ touches }) => [...touches].sort());

describe('the signature of a PDF', () => {
  test('of a pinned issuer over the whole file is valid, and says who and when', () => {
    expect(read(signed)).toMatchObject([
      {
        verdict: 'valid',
        reason: null,
        revocationKnown: false,
        signedOn: '2026-10-01',
        issuer: { name: 'Imprimerie imaginaire' },
      },
    ]);
  });

  test('of an issuer nobody pinned is unverifiable, never forged', () => {
    expect(read(signed, [])).toMatchObject([{ verdict: 'unverifiable', reason: 'unknown_authority' }]);
  });

  test('with a byte of the content changed is invalid, whoever signed', () => {
    const changed = Buffer.from(signed);
    const at = latin(signed).indexOf('/MediaBox') + 12;
    changed[at] = changed[at] === 0x31 ? 0x32 : 0x31;
    for (const files of [[pinned()], []])
      expect(read(changed, files)).toMatchObject([{ verdict: 'invalid', reason: 'bad_signature' }]);
  });

  test('with text drawn over the page later is invalid: changed after signing', async () => {
    const pdf = await PDF.load(signed);
    pdf.getPage(0)?.drawText('2 912,45', { x: 50, y: 700, color: rgb(0, 0, 0) });
    const changed = await pdf.save({ incremental: true });
    expect(changed.length).toBeGreaterThan(signed.length);
    expect(read(changed)).toMatchObject([{ verdict: 'invalid', reason: 'changed_after_signing' }]);
    expect(updates(changed).at(-1)).toContain('content');
  });

  test('signed again, both are valid and the update tells of signatures only', async () => {
    const again = await sign(signed, signer);
    expect(read(again).map(({ verdict }) => verdict)).toEqual(['valid', 'valid']);
    for (const touches of updates(again)) expect(touches).toEqual(['signature']);
  });

  test('with a certificate expired on the day of signature, or revoked, is invalid', async () => {
    expect(read(await sign(await (await page()).save(), old))).toMatchObject([{ reason: 'signed_outside_certificate' }]);
    const crl = { path: 'pdf/imaginaire.crl', bytes: await testRevocations(authority, [signer], '2026-11-01') };
    expect(read(signed, [pinned(), crl])).toMatchObject([{ verdict: 'invalid', reason: 'revoked' }]);
    const clean = { path: 'pdf/imaginaire.crl', bytes: await testRevocations(authority, [old], '2026-11-01') };
    expect(read(signed, [pinned(), clean])).toMatchObject([{ verdict: 'valid', revocationKnown: true }]);
    const early = { path: 'pdf/imaginaire.crl', bytes: await testRevocations(authority, [old], '2026-05-01') };
    expect(read(signed, [pinned(), early])).toMatchObject([{ verdict: 'valid', revocationKnown: false }]);
  });

  test('that leaves out more than its own bytes, or starts later than the file, is invalid', () => {
    const [range = '', first = '', second = '', length = ''] =
      /\/ByteRange\s*\[\s*0\s+(\d+)\s+(\d+)\s+(\d+)/.exec(latin(signed)) ?? [];
    const rewritten = (to: string) => Buffer.from(latin(signed).replace(range, to.padEnd(range.length)), 'latin1');
    const shorter = `/ByteRange [0 ${Number(first) - 3} ${second} ${length}`;
    const cut = `/ByteRange [0 ${first} ${second} ${Number(length) - 200}`;
    for (const to of [shorter, range.replace(/\[\s*0/, '[9'), cut]) expect(read(rewritten(to))[0]?.verdict).toBe('invalid');
    expect(read(signed.subarray(0, signed.length - 100))).toMatchObject([{ verdict: 'unverifiable', reason: 'malformed' }]);
  });

  test('readers never throw, whatever was changed', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(signed.length - 1), fc.nat(255)), { maxLength: 20 }), (edits) => {
        const bytes = Buffer.from(signed);
        for (const [at, value] of edits) bytes[at] = value;
        read(bytes);
        updates(bytes);
      }),
      { numRuns: 60 },
    );
  });
});

describe('revisions of a PDF', () => {
  test('an annotation added is told', async () => {
    const written = latin(await (await page()).save());
    const at = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(written)?.[1]);
    const number = /(\d+) 0 obj\s*<<(?:(?!endobj)[\s\S])*?\/Type ?\/Page\b(?!s)[\s\S]*?endobj/.exec(written);
    const body = number?.[0].replace(/>>\s*endobj$/, '/Annots [900 0 R] >>\nendobj') ?? '';
    const note = '900 0 obj\n<< /Type /Annot /Subtype /FreeText /Rect [0 0 100 100] /Contents (2 912,45) >>\nendobj\n';
    const start = written.length + 1;
    const root = /\/Root (\d+ 0 R)/.exec(written)?.[1] ?? '';
    const line = (offset: number) => `${String(offset).padStart(10, '0')} 00000 n \n`;
    const table = start + body.length + 1 + note.length;
    const update = `\n${body}\n${note}xref\n${number?.[1]} 1\n${line(start)}900 1\n${line(start + body.length + 1)}trailer\n<< /Size 901 /Root ${root} /Prev ${at} >>\nstartxref\n${table}\n%%EOF\n`;
    expect(updates(Buffer.from(written + update, 'latin1'))).toEqual([['annotation']]);
  });

  test('a file with one revision has no update', async () => {
    expect(updates(await (await page()).save())).toEqual([]);
  });
});
