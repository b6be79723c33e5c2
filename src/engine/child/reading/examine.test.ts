import { PDF } from '@libpdf/core';
import { describe, expect, test } from 'vitest';
import type { CivilDate, CivilMonth } from '#kernel/civil-date.ts';
import type { FileFacts } from '#domain/findings/facts.ts';
import { SPECIMEN_PEOPLE } from '#specimens/people.ts';
import {
  bankStatement,
  cafCertificate,
  companyRegistration,
  drivingLicence,
  employerCertificate,
  homeInsurance,
  hostCertificate,
  idCard,
  landlordCertificate,
  passport,
  payslip,
  pensionSlip,
  propertyTaxNotice,
  rentReceipt,
  residencePermit,
  scholarshipNotice,
  studentCard,
  studentCertificate,
  taxNotice,
  titleDeed,
  unemploymentNotice,
  urssafDeclaration,
  utilityBill,
  visaleCertificate,
  workContract,
} from '#specimens/papers.ts';
import { photographed } from '#specimens/scanned.ts';
import type { Specimen } from '#specimens/specimen.ts';
import { examineFile } from './examine.ts';

const [camille, sacha, ilyas, eloise, mohamed, minh, lukasz] = SPECIMEN_PEOPLE;
/** Two passes over pixels, on a machine with other work. */
const PHOTO_MS = 120_000;
const READING = { tesseract: null, trustDirectory: null, trustTestSeals: true, today: '2026-11-23' } as const;
const read = (bytes: Uint8Array): Promise<FileFacts> => examineFile({ ...READING, bytes, type: 'pdf' });

const NOVEMBER = '2026-11-02' as CivilDate;
const OCTOBER = '2026-10' as CivilMonth;

const PAPERS: readonly (readonly [name: string, make: () => Promise<Specimen>])[] = [
  ['payslip', () => payslip(camille, '2026-10' as CivilMonth)],
  ['rent receipt', () => rentReceipt(mohamed, '2026-10' as CivilMonth)],
  ['work contract', () => workContract(lukasz)],
  ['tax notice', () => taxNotice(camille, 2025)],
  ['identity card', () => idCard(minh)],
  ['passport', () => passport(eloise)],
  ['student certificate', () => studentCertificate(sacha, '2026-2027')],
  ['guarantor’s visa', () => visaleCertificate(sacha)],
  ['bank statement', () => bankStatement(camille)],
  ['residence permit', () => residencePermit(ilyas)],
  ['driving licence', () => drivingLicence(camille)],
  ['property tax notice', () => propertyTaxNotice(camille, 2026)],
  ['bill', () => utilityBill(camille, NOVEMBER)],
  ['home insurance', () => homeInsurance(camille, NOVEMBER)],
  ['landlord’s certificate', () => landlordCertificate(mohamed, NOVEMBER)],
  ['host’s certificate', () => hostCertificate(sacha, camille, NOVEMBER)],
  ['title deed', () => titleDeed(eloise, NOVEMBER)],
  ['employer’s certificate', () => employerCertificate(camille, NOVEMBER)],
  ['pension slip', () => pensionSlip(eloise, OCTOBER)],
  ['certificate of benefits', () => cafCertificate(minh, OCTOBER)],
  ['notice of unemployment pay', () => unemploymentNotice(lukasz, OCTOBER)],
  ['declaration of turnover', () => urssafDeclaration(mohamed, OCTOBER)],
  ['extract of the register', () => companyRegistration(camille, NOVEMBER)],
  ['notice of a grant', () => scholarshipNotice(sacha, '2026-2027')],
  ['student card', () => studentCard(sacha, '2026-2027')],
];

describe('reading one file', () => {
  test.each(PAPERS)('a %s is recognised and gives what is printed on it', async (_name, make) => {
    const specimen = await make();
    const { papers } = await read(specimen.bytes);
    expect(papers.map(({ kind }) => kind)).toEqual([specimen.kind]);
    const first = Object.fromEntries(Object.entries(papers[0]!.fields).map(([field, facts]) => [field, facts[0]?.value]));
    expect(first).toMatchObject(specimen.expected);
  });

  test('a paper that nobody may ask for is told and not read', async () => {
    const { papers } = await read((await bankStatement(camille)).bytes);
    expect(papers).toMatchObject([{ kind: 'bank_statement', fields: {} }]);
  });

  test('a payslip of the State is told by the title of its file, and the title alone makes no other paper one', async () => {
    const titled = async (bytes: Uint8Array, words: readonly string[]) => {
      const pdf = bytes.length > 0 ? await PDF.load(bytes) : PDF.create();
      if (bytes.length === 0) pdf.addPage({ width: 595, height: 842 });
      words.forEach((line, row) => pdf.getPage(0)?.drawText(line, { x: 40, y: 760 - row * 20, size: 10 }));
      pdf.setTitle('PAY18E');
      return (await read(await pdf.save())).papers.map(({ kind }) => kind);
    };
    const lines = [
      'Direction des services imaginaires',
      'Elements de la remuneration du mois',
      'Traitement brut 2 450,00',
      'Indemnite de residence 24,50',
    ];
    expect(await titled(new Uint8Array(), lines)).toEqual(['payslip']);
    expect(await titled((await utilityBill(camille, NOVEMBER)).bytes, [])).not.toEqual(['payslip']);
  });

  test('every fact of a text layer has its place on the page', async () => {
    const { papers } = await read((await payslip(camille, '2026-10' as CivilMonth)).bytes);
    const boxes = Object.values(papers[0]!.fields).flatMap((facts) => facts.map(({ box }) => box!));
    expect(boxes.length).toBeGreaterThan(10);
    for (const [left, top, width, height] of boxes) {
      expect(Math.min(left, top, width, height)).toBeGreaterThanOrEqual(0);
      expect(Math.max(left + width, top + height)).toBeLessThanOrEqual(1);
    }
  });

  test('the code of a tax notice is found, so that copies leave it clean', async () => {
    const { pages } = await read((await taxNotice(camille, 2025)).bytes);
    expect(pages[0]?.codes).toHaveLength(1);
  });

  test('a name that differs between the face and the zone is noticed', async () => {
    const { papers } = await read((await idCard(camille, undefined, mohamed)).bytes);
    expect(papers[0]?.fields.mrz_matches_print?.[0]?.value).toBe('wrong');
  });

  const withoutZeros = (line: string) => line.replaceAll('0', 'O');
  const zones: readonly (readonly [string, ((zone: readonly string[]) => readonly string[]) | undefined, string])[] = [
    ['of the genuine card', undefined, 'ok'],
    ['on which zeros look like the letter O', ([top = '', ...rest]) => [top, ...rest.map(withoutZeros)], 'ok'],
    ['with a birth digit changed', ([top = '', dates = '', ...rest]) => [top, `8${dates.slice(1)}`, ...rest], 'wrong'],
  ];
  test.each(zones)(
    'a photograph %s: check digits put right what looks alike, and nothing else',
    async (_, changed, verdict) => {
      const bytes = await photographed((await idCard(camille, undefined, camille, changed)).bytes, { dpi: 180, quality: 80 });
      const { papers } = await examineFile({ ...READING, bytes, type: 'jpeg' });
      expect(papers[0]?.fields.mrz_check?.[0]?.value).toBe(verdict);
    },
    PHOTO_MS,
  );
});
