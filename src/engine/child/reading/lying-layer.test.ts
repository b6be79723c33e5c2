/** Text layers that say something else than what is seen on the page. */
import { PDF, rgb } from '@libpdf/core';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import type { CivilMonth } from '#kernel/civil-date.ts';
import type { FileFacts } from '#domain/findings/facts.ts';
import { payslip } from '#specimens/papers.ts';
import { SPECIMEN_PEOPLE } from '#specimens/people.ts';
import { photographed } from '#specimens/scanned.ts';
import { examineFile } from './examine.ts';

const [camille, sacha] = SPECIMEN_PEOPLE;
const A4 = { x: 0, y: 0, width: 595, height: 842 } as const;
const LONG = 120_000;
/** What the layer would make a machine believe. */
const LIES = [
  'Bulletin de paie',
  'Période : Octobre 2026',
  'Salarié : SACHA FICTIF',
  'Salaire brut 12 000,00',
  'Net à payer avant impôt 9 999,99',
  'Net payé 9 999,98',
] as const;

let genuine: Uint8Array;
let picture: Buffer;
beforeAll(async () => {
  ({ bytes: genuine } = await payslip(camille, '2026-09' as CivilMonth));
  picture = await photographed(genuine, { dpi: 200, quality: 90 });
});

const examined = (bytes: Uint8Array): Promise<FileFacts> =>
  examineFile({ bytes, type: 'pdf', tesseract: null, trustDirectory: null, trustTestSeals: true, today: '2026-11-23' });
const said = ({ papers }: FileFacts, field: 'period' | 'net_paid' | 'full_name') =>
  papers.flatMap(({ fields }) => (fields[field] ?? []).map(({ value }) => value));

/** A page that is a picture of the slip, with words that are not seen. */
async function withUnseen(words: { color?: [number, number, number]; opacity?: number; size?: number; x?: number; y?: number }) {
  const pdf = PDF.create();
  const page = pdf.addPage({ size: 'a4' });
  page.drawImage(pdf.embedImage(picture), A4);
  const { color = [0, 0, 0], size = 9, x = 40, y = 140, opacity } = words;
  LIES.forEach((line, index) =>
    page.drawText(line, {
      ...{ x, y: y - index * size * 1.4, size, color: rgb(...color) },
      ...(opacity === undefined ? {} : { opacity }),
    }),
  );
  return pdf.save();
}

describe('facts are of what is seen', () => {
  test.each([
    ['white words', { color: [1, 1, 1] as [number, number, number] }],
    ['words without ink', { opacity: 0 }],
    ['words beside the page', { y: -40 }],
    ['words too small to be seen', { size: 0.5 }],
  ])('%s on a picture of a payslip', { timeout: LONG }, async (_name, words) => {
    const facts = await examined(await withUnseen(words));
    expect(facts.pages[0]?.source).toBe('ocr');
    expect(said(facts, 'period')).toEqual(['2026-09']);
    expect(said(facts, 'net_paid')).not.toContain('9999.98');
    expect(said(facts, 'full_name').join()).not.toContain('SACHA');
  });

  test('words under a picture that takes the page', { timeout: LONG }, async () => {
    const pdf = await PDF.load((await payslip(sacha, '2026-10' as CivilMonth)).bytes);
    pdf.getPage(0)?.drawImage(pdf.embedImage(picture), A4);
    const facts = await examined(await pdf.save());
    expect(facts.pages[0]?.source).toBe('ocr');
    expect(said(facts, 'period')).toEqual(['2026-09']);
  });

  test('a white amount beside the one that is seen is left out, and told to agents', { timeout: LONG }, async () => {
    const pdf = await PDF.load(genuine);
    pdf.getPage(0)?.drawText('Net payé 9 999,98', { x: 40, y: 760, size: 9, color: rgb(1, 1, 1) });
    const facts = await examined(await pdf.save());
    expect(facts.pages[0]?.source).toBe('text');
    expect(said(facts, 'net_paid')).not.toContain('9999.98');
    expect(facts.structure.hidden.length).toBeGreaterThan(0);
  });

  test('white words on a dark band are seen', { timeout: LONG }, async () => {
    const pdf = PDF.create();
    const page = pdf.addPage({ size: 'a4' });
    page.drawRectangle({ x: 0, y: 700, width: 595, height: 142, color: rgb(0.1, 0.1, 0.3) });
    LIES.forEach((line, index) => page.drawText(line, { x: 40, y: 820 - index * 16, size: 9, color: rgb(1, 1, 1) }));
    const facts = await examined(await pdf.save());
    expect(facts.pages[0]?.source).toBe('text');
    expect(said(facts, 'net_paid')).toContain('9999.98');
    expect(facts.structure.hidden).toEqual([]);
  });

  test('a paper on a coloured sheet of its issuer is read from its layer', { timeout: LONG }, async () => {
    const sheet = await sharp({ create: { width: 595, height: 842, channels: 3, background: '#eef3fa' } })
      .jpeg()
      .toBuffer();
    const pdf = PDF.create();
    const page = pdf.addPage({ size: 'a4' });
    page.drawImage(pdf.embedImage(sheet), A4);
    LIES.forEach((line, index) => page.drawText(line, { x: 40, y: 780 - index * 16, size: 9, color: rgb(0.2, 0.2, 0.2) }));
    const facts = await examined(await pdf.save());
    expect(facts.pages[0]?.source).toBe('text');
    expect(said(facts, 'net_paid')).toContain('9999.98');
  });
});
