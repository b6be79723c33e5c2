import { PDF, rgb } from '@libpdf/core';
import sharp from 'sharp';
import type { CivilDate, CivilMonth } from '#kernel/civil-date.ts';
import type { FileType } from '#domain/pieces/file-type.ts';
import type { RuleName } from '#domain/findings/findings.ts';
import { generatedPayslip } from './generated-payslip.ts';
import { idCard } from './identity.ts';
import { bankStatement, studentCertificate, visaleCertificate } from './other-papers.ts';
import { payslip } from './payslip.ts';
import { SPECIMEN_PEOPLE, type SpecimenPerson } from './people.ts';
import { retouched } from './retouched.ts';
import { photographed } from './scanned.ts';
import { utilityBill } from './home-papers.ts';
import type { Specimen } from './specimen.ts';
import { taxNotice, type NoticeOptions } from './tax-notice.ts';
import type { SpecimenAuthority } from './two-d-doc.ts';

const A4_HEIGHT = 842;
const MONTHS = ['2026-08', '2026-09', '2026-10'] as const;
const [camille, sacha, , , mohamed] = SPECIMEN_PEOPLE;

/** What was done to papers, or what is wrong with them. */
export const FORGERIES = [
  'edited_amount',
  'edited_totals',
  'edited_base_pay',
  'copied_month',
  'picture_editor',
  'known_generator',
  'covered_amount',
  'other_name',
  'wrong_check_digit',
  'other_zone',
  'printed_not_sealed',
  'bad_signature',
  'drawn_over_seal',
  'other_software',
  'page_missing',
  'wrong_month',
  'wrong_year',
  'expired_card',
  'expired_guarantee',
  'old_school_year',
  'old_bill',
  'retouched_photo',
  'blurred_photo',
  'blank_page',
  'bank_statement',
] as const;
export type Forgery = (typeof FORGERIES)[number];

/** One file of a piece as a person would send it. */
export interface SentFile {
  readonly name: string;
  readonly type: FileType;
  readonly bytes: Uint8Array;
}

/** Papers sent as one piece, and the rule that names what is wrong with them. Judged on 2026-11-23. */
export interface ForgedPiece {
  readonly forgery: Forgery;
  readonly situation: string;
  readonly who: SpecimenPerson;
  /** Whole euros a month, where one is declared. */
  readonly amount: number | null;
  readonly files: readonly SentFile[];
  readonly cause: RuleName;
}

const sent = ({ name, bytes }: Pick<Specimen, 'name' | 'bytes'>): SentFile => ({ name, type: 'pdf', bytes });

/** Where the payslip of specimens prints its net before tax, in points from the bottom left. */
const NET = { x: 497, y: A4_HEIGHT - 355, width: 62, height: 11 } as const;

/** Writes another net over the printed one, in an update at the end of the file. */
async function coverAmount(bytes: Uint8Array): Promise<Uint8Array> {
  const pdf = await PDF.load(bytes);
  const page = pdf.getPage(0);
  page?.drawRectangle({ ...NET, y: NET.y - 2, color: rgb(1, 1, 1) });
  page?.drawText('2 912,45 €', { x: NET.x + 10, y: NET.y, size: 9, color: rgb(0, 0, 0) });
  return pdf.save({ incremental: true });
}

/** Says that another software made the file. */
async function asFrom(bytes: Uint8Array, software: string): Promise<Uint8Array> {
  const pdf = await PDF.load(bytes);
  pdf.setProducer(software);
  pdf.setCreator(software);
  return pdf.save();
}

/** Says that a picture editor made the file. */
export const asFromEditor = (bytes: Uint8Array): Promise<Uint8Array> => asFrom(bytes, 'Adobe Photoshop 25.0 (Windows)');

/** Draws a picture of another amount over the reference income of a notice: its text and its seal still say the old one. */
export async function drawOverSeal(bytes: Uint8Array): Promise<Uint8Array> {
  const patch = await sharp({
    text: { text: '41 551 €', font: 'Noto Sans Bold', dpi: 300, rgba: true },
  })
    .flatten({ background: '#ffffff' })
    .extend({ top: 6, bottom: 6, left: 10, right: 2, background: '#ffffff' })
    .png()
    .toBuffer({ resolveWithObject: true });
  const pdf = await PDF.load(bytes);
  const height = 14;
  const width = Math.max(64, (patch.info.width / patch.info.height) * height);
  pdf.getPage(0)?.drawImage(pdf.embedImage(patch.data), { x: 501 - width, y: A4_HEIGHT - 393, width, height });
  return pdf.save();
}

/** Leaves out the second page. */
export async function firstPageOf(bytes: Uint8Array): Promise<Uint8Array> {
  const pdf = await PDF.load(bytes);
  pdf.removePage(1);
  return pdf.save();
}

const blank = () =>
  sharp({ create: { width: 1240, height: 1754, channels: 3, background: '#fdfdfd' } })
    .jpeg()
    .toBuffer();
const badBirth = ([top = '', dates = '', names = '']: readonly string[]) => [
  top,
  `${dates[0] === '9' ? '8' : '9'}${dates.slice(1)}`,
  names,
];

/** Three payslips of which the last one is changed. */
async function slipsWith(change: (slip: Specimen) => Promise<Specimen> | Specimen): Promise<readonly SentFile[]> {
  const slips = await Promise.all(MONTHS.map((month) => payslip(camille, month as CivilMonth)));
  const last = slips.pop();
  return [...slips, ...(last ? [await change(last)] : [])].map(sent);
}

const edited = (edit: (bytes: Uint8Array) => Promise<Uint8Array>) => async (slip: Specimen) => ({
  ...slip,
  bytes: await edit(slip.bytes),
});

/** Every forged or faulty piece: same people, months and sums each time, only the key of seals differs. @param authority signs notices; who judges trusts it */
export async function forgedPieces(authority: SpecimenAuthority): Promise<readonly ForgedPiece[]> {
  const notice = (options: NoticeOptions, year = 2025) => taxNotice(camille, year, { authority, ...options });
  const make = async (
    forgery: Forgery,
    situation: string,
    cause: RuleName,
    files: Promise<readonly SentFile[]>,
    who: SpecimenPerson = camille,
    amount: number | null = null,
  ): Promise<ForgedPiece> => ({ forgery, situation, who, amount, cause, files: await files });
  const slips = (forgery: Forgery, cause: RuleName, change: Parameters<typeof slipsWith>[0]) =>
    make(forgery, 'income.salary.over_3_months', cause, slipsWith(change), camille, 1912);
  const tax = (forgery: Forgery, cause: RuleName, paper: Promise<Specimen>, edit?: (bytes: Uint8Array) => Promise<Uint8Array>) =>
    make(
      forgery,
      'tax.french_notice',
      cause,
      paper.then(async (made) => [sent(edit ? { ...made, bytes: await edit(made.bytes) } : made)]),
    );
  const one = (paper: Promise<Specimen>) => paper.then((made) => [sent(made)]);
  const october = '2026-10' as CivilMonth;
  return Promise.all([
    slips('edited_amount', 'payslip.arithmetic', () => payslip(camille, october, 245_000, { netBeforeTax: 291_245 })),
    slips('edited_totals', 'payslip.cumulative', () =>
      payslip(camille, october, 245_000, { gross: 345_000, netTaxable: 299_542 }),
    ),
    slips('edited_base_pay', 'payslip.arithmetic', () => payslip(camille, october, 245_000, { basePay: 345_000 })),
    slips('copied_month', 'payslip.cumulative', () => payslip(camille, october, 245_000, {}, '2026-09' as CivilMonth)),
    slips('picture_editor', 'pdf.producer', edited(asFromEditor)),
    make(
      'known_generator',
      'income.salary.over_3_months',
      'template.known',
      Promise.all(
        MONTHS.map(async (month) =>
          sent({ name: `bulletin-${month}.pdf`, bytes: await generatedPayslip(camille, month as CivilMonth) }),
        ),
      ),
      camille,
      1912,
    ),
    slips('covered_amount', 'pdf.overlay', edited(coverAmount)),
    slips('other_name', 'payslip.name', () => payslip(mohamed, october)),
    make('wrong_check_digit', 'identity.id_card', 'identity.mrz', one(idCard(camille, undefined, camille, badBirth))),
    make('other_zone', 'identity.id_card', 'identity.mrz', one(idCard(camille, undefined, mohamed))),
    tax('printed_not_sealed', 'seal.matches_print', notice({ printedIncome: 41_551 })),
    tax('bad_signature', 'seal.valid', notice({ authority: null })),
    tax('drawn_over_seal', 'pdf.pixels', notice({}), drawOverSeal),
    tax('other_software', 'pdf.producer', notice({}), (bytes) => asFrom(bytes, 'Writer Imaginaire 3')),
    tax('page_missing', 'tax.pages', notice({}), firstPageOf),
    slips('wrong_month', 'payslip.months', () => payslip(camille, '2026-03' as CivilMonth)),
    tax('wrong_year', 'tax.year', notice({}, 2021)),
    make('expired_card', 'identity.id_card', 'identity.expiry', one(idCard(camille, '2026-05-20' as CivilDate))),
    make(
      'expired_guarantee',
      'guarantee.visale',
      'guarantee.expiry',
      one(visaleCertificate(sacha, '2026-04-01' as CivilDate, '2026-09-30' as CivilDate)),
      sacha,
    ),
    make('old_school_year', 'activity.student', 'school.year', one(studentCertificate(sacha, '2023-2024')), sacha),
    make('old_bill', 'home.tenant.home_proof', 'paper.date', one(utilityBill(camille, '2025-11-05' as CivilDate))),
    make(
      'retouched_photo',
      'income.salary.over_3_months',
      'image.compression',
      payslip(camille, october).then(async ({ bytes }) => [
        {
          name: 'photo.jpg',
          type: 'jpeg' as const,
          bytes: await retouched(bytes, { saved: 90, figures: { words: '2 912,45 €', x: 0.82, y: 0.42 } }),
        },
      ]),
      camille,
      1912,
    ),
    make(
      'blurred_photo',
      'income.salary.over_3_months',
      'file.readable',
      payslip(camille, october).then(async ({ bytes }) => [
        { name: 'photo.jpg', type: 'jpeg' as const, bytes: await photographed(bytes, { blur: 9 }) },
      ]),
      camille,
      1912,
    ),
    make(
      'blank_page',
      'income.salary.over_3_months',
      'file.readable',
      blank().then((bytes) => [{ name: 'page.jpg', type: 'jpeg' as const, bytes }]),
      camille,
      1912,
    ),
    make('bank_statement', 'income.salary.over_3_months', 'file.forbidden', one(bankStatement(camille)), camille, 1912),
  ]);
}
