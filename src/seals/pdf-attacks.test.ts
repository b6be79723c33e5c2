import { createSign } from 'node:crypto';
import { inflateSync } from 'node:zlib';
import { PDF } from '@libpdf/core';
import { beforeAll, describe, expect, test } from 'vitest';
import { rawPdf, rawStream } from '#specimens/raw-pdf.ts';
import { testAuthority, testLeaf, type TestCertificate } from '#testing/trust-specimens.ts';
import { pdfUpdates } from './pdf-changes.ts';
import { readPdfSignatures } from './pdf-signature.ts';
import { trustStore } from './trust-store.ts';

const TODAY = '2026-11-23';
const inflate = (bytes: Uint8Array) => inflateSync(bytes);
const latin = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');

let authority: TestCertificate;
let signed: string;

beforeAll(async () => {
  authority = await testAuthority('Émetteur imaginaire');
  const signer = await testLeaf(authority, 'cachet', { rsa: true });
  const pdf = PDF.create();
  pdf.addPage({ size: 'a4' }).drawText('Salaire net 1 852,59', { x: 50, y: 700 });
  const { bytes } = await (
    await PDF.load(await pdf.save())
  ).sign({
    signer: {
      certificate: signer.der,
      certificateChain: [],
      keyType: 'RSA',
      signatureAlgorithm: 'RSASSA-PKCS1-v1_5',
      sign: async (content) => new Uint8Array(createSign('sha256').update(content).sign(signer.privateKey)),
    },
    signingTime: new Date('2026-10-01T09:00:00Z'),
    level: 'B-B',
  });
  signed = latin(bytes);
});

const read = (text: string) => {
  const trust = trustStore([{ path: 'pdf/imaginaire.der', bytes: authority.der }], false, TODAY).pdf;
  return readPdfSignatures(Buffer.from(text, 'latin1'), text, trust, TODAY, inflate).map(({ verdict, reason }) => [
    verdict,
    reason,
  ]);
};
const touches = (text: string) => pdfUpdates(Buffer.from(text, 'latin1'), text, inflate).map((update) => [...update.touches]);

const trailerOf = (text: string) => ({
  table: /startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1] ?? '',
  root: /\/Root (\d+ 0 R)(?![\s\S]*\/Root)/.exec(text)?.[1] ?? '',
});
/** The last definition of an object that bears a mark. */
const objectWith = (text: string, mark: RegExp) => {
  const found = [...text.matchAll(/(\d+) 0 obj\s+([\s\S]*?)\s*endobj/g)].findLast(([, , body = '']) => mark.test(body));
  return { number: Number(found?.[1]), body: found?.[2] ?? '' };
};

/** The file with a further revision. @param listed numbers that its table names; all of them unless told */
function revised(
  text: string,
  objects: ReadonlyMap<number, string>,
  trailer = '',
  listed: readonly number[] = [...objects.keys()],
): string {
  const { table, root } = trailerOf(text);
  let written = `${text}\n`;
  const places = new Map<number, number>();
  for (const [number, body] of objects) {
    places.set(number, written.length);
    written += `${number} 0 obj\n${body}\nendobj\n`;
  }
  const lines = listed.map((number) => `${number} 1\n${String(places.get(number)).padStart(10, '0')} 00000 n \n`).join('');
  const start = written.length;
  return `${written}xref\n${lines || '0 0\n'}trailer\n<< /Size 990 /Root ${root} /Prev ${table} ${trailer} >>\nstartxref\n${start}\n%%EOF\n`;
}
const stream = (content: string) => `<< /Length ${content.length} >>\nstream\n${content}\nendstream`;
const FORGED = stream('q 0 g BT /F0 12 Tf 1 0 0 1 50 700 Tm (Salaire net 9 852,59) Tj ET Q');
const CHANGED = ['invalid', 'changed_after_signing'];

describe('content changed after a signature is not passed off as something quiet', () => {
  test('the file as it was signed is valid, with an empty revision after it too', () => {
    expect(read(signed)).toEqual([['valid', null]]);
    expect(read(revised(signed, new Map()))).toEqual([['valid', null]]);
  });

  test('a page named as the information about the file', () => {
    const page = objectWith(signed, /1 0 0 1 50 700 Tm/);
    expect(read(revised(signed, new Map([[page.number, FORGED]]), `/Info ${page.number} 0 R`))).toEqual([CHANGED]);
  });

  test('a page or a font that says of itself to be a signature', () => {
    const page = objectWith(signed, /\/Type \/Page\b(?!s)/);
    const body = page.body.replace('/Type /Page', '/Type /Sig').replace(/\/Contents \d+ 0 R/, '/Contents 900 0 R');
    expect(body).not.toBe(page.body);
    expect(read(revised(signed, new Map([[page.number, body], [900, FORGED]])))).toEqual([CHANGED]); // prettier-ignore
  });

  test('objects that no table names, for readers that look for them themselves', () => {
    const page = objectWith(signed, /1 0 0 1 50 700 Tm/);
    expect(read(revised(signed, new Map([[page.number, FORGED]]), '', []))).toEqual([CHANGED]);
    expect(read(`${signed}\n${page.number} 0 obj\n${FORGED}\nendobj\n`)).toEqual([CHANGED]);
  });

  test('a second root for readers that take the last one', () => {
    expect(read(`${signed}\ntrailer\n<< /Size 990 /Root 1 0 R >>\n`)).toEqual([CHANGED]);
  });
});

describe('a signature added later that shows', () => {
  /** @param rect where it is drawn */
  const stamped = (rect: string) => {
    const page = objectWith(signed, /\/Type \/Page\b(?!s)/);
    const form = objectWith(signed, /\/SigFlags/);
    const widget = `<< /Type /Annot /Subtype /Widget /FT /Sig /T (Tampon) /Rect [${rect}] /AP << /N 901 0 R >> >>`;
    const named = (body: string, list: string) =>
      body.replace(new RegExp(`/${list} \\[([^\\]]*)\\]`), (_, inside: string) => `/${list} [${inside} 900 0 R]`);
    const objects = new Map([[page.number, named(page.body, 'Annots')], [900, widget], [901, FORGED]]); // prettier-ignore
    objects.set(form.number, named(form.body, 'Fields'));
    return revised(signed, objects);
  };

  test('may draw over the page: what was signed before is left open', () => {
    expect(read(stamped('0 0 595 842'))).toEqual([['unverifiable', 'changed_after_signing']]);
    expect(touches(stamped('0 0 595 842')).at(-1)).toContain('appearance');
  });

  test('without a size draws nothing and changes nothing', () => {
    expect(read(stamped('0 0 0 0'))).toEqual([['valid', null]]);
  });
});

describe('parts of a signature that the page uses too', () => {
  const empty = new Uint8Array();
  const document = (contents = '5 0 R') =>
    latin(
      rawPdf([
        '<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [4 0 R] /SigFlags 3 >> >>',
        '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${contents} /Annots [4 0 R] /Resources << /XObject << /Logo 7 0 R >> >> >>`,
        '<< /Type /Annot /Subtype /Widget /FT /Sig /T (Un) /Rect [0 0 0 0] /AP << /N 6 0 R >> /P 3 0 R >>',
        rawStream('', Buffer.from('/Logo Do')),
        rawStream('/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /Logo 7 0 R >> >>', empty),
        rawStream('/Type /XObject /Subtype /Form /BBox [0 0 9 9]', Buffer.from('0 0 9 9 re f')),
        '[5 0 R 9 0 R]',
        rawStream('', Buffer.from('q Q')),
      ]),
    );

  test('are content when they are drawn anew', () => {
    const logo = stream('0 0 595 842 re f').replace('<<', '<< /Type /XObject /Subtype /Form /BBox [0 0 595 842]');
    expect(touches(revised(document(), new Map([[7, logo]])))).toEqual([['content']]);
  });

  test('a list of what the page draws is not a list of its comments', () => {
    const before = document('8 0 R');
    const page = objectWith(before, /\/Type \/Page\b(?!s)/).body.replace('/Annots [4 0 R]', '/Annots 8 0 R');
    expect(touches(revised(before, new Map([[3, page], [8, '[9 0 R 5 0 R]']])))[0]).toContain('content'); // prettier-ignore
  });
});
