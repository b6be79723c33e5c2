import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { FieldName, FileFacts, PaperKind } from '#domain/findings/facts.ts';
import type { FileType } from '#domain/pieces/file-type.ts';
import { plain } from './plain.ts';

/** One file of the corpus and what its manifest expects. */
export interface CorpusFile {
  readonly file: string;
  readonly verdict: string;
  readonly kind: PaperKind | null;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly reasons: readonly string[];
}

const manifest = z.object({
  files: z.array(
    z.object({
      file: z.string(),
      type: z.string().optional(),
      verdict: z.string(),
      fields: z.record(z.string(), z.unknown()).optional(),
      reasons: z.array(z.string()).optional(),
    }),
  ),
});

const KINDS: Readonly<Record<string, PaperKind>> = {
  PAYSLIP: 'payslip',
  TAX_NOTICE: 'tax_notice',
  RENT_RECEIPT: 'rent_receipt',
  WORK_CONTRACT: 'work_contract',
  STUDENT_CERTIFICATE: 'student_certificate',
  VISALE: 'visale_certificate',
  UTILITY_BILL: 'utility_bill',
  ID_CARD: 'id_card',
  PASSPORT: 'passport',
  RESIDENCE_PERMIT: 'residence_permit',
  BANK_STATEMENT: 'bank_statement',
};

/** The files to be read, or the hostile ones. */
export async function readCorpus(folder: string, which: 'papers' | 'hostile' = 'papers'): Promise<readonly CorpusFile[]> {
  const { files } = manifest.parse(JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')));
  return files
    .filter(({ file }) => file.startsWith('hostile/') === (which === 'hostile'))
    .map(({ file, type, verdict, fields, reasons }) => ({
      file,
      verdict,
      kind: KINDS[type ?? ''] ?? null,
      fields: fields ?? {},
      reasons: reasons ?? [],
    }));
}

const TYPES: Readonly<Record<string, FileType>> = {
  pdf: 'pdf',
  jpg: 'jpeg',
  heic: 'heic',
  tiff: 'tiff',
  webp: 'webp',
  png: 'png',
};

/** The type of a corpus file; its names are right. */
export function typeOf(file: string): FileType {
  return TYPES[file.split('.').at(-1) ?? ''] ?? 'pdf';
}

/** Manifest fields by the names facts use. Numbers of persons are checked and dropped by the reader, so they are not measured. */
const FIELDS: Readonly<Record<string, FieldName>> = {
  birthDate: 'birth_date',
  employer: 'employer',
  siret: 'siret',
  period: 'period',
  gross: 'gross',
  netTaxable: 'net_taxable',
  netBeforeTax: 'net_before_tax',
  withholding: 'withholding',
  netPaid: 'net_paid',
  cumulGross: 'cumulative_gross',
  cumulNetTaxable: 'cumulative_net_taxable',
  incomeYear: 'income_year',
  referenceTaxIncome: 'reference_income',
  parts: 'tax_shares',
  landlord: 'landlord',
  rent: 'rent',
  charges: 'charges',
  total: 'total',
  contract: 'contract_kind',
  start: 'contract_start',
  signed: 'signed',
  schoolYear: 'school_year',
  visaNumber: 'certificate_number',
  maxRent: 'max_rent',
  validFrom: 'issue_date',
  validTo: 'expiry_date',
  expiry: 'expiry_date',
  invoiceDate: 'date',
  invoiceNumber: 'invoice_number',
  totalTTC: 'amount',
  address: 'address',
  nationality: 'nationality',
  mrzValid: 'mrz_check',
};
/** Fields that the paper itself does not print. */
const UNPRINTED: Readonly<Partial<Record<PaperKind, readonly string[]>>> = {
  payslip: ['birthDate'],
  tax_notice: ['birthDate', 'firstNames'],
  rent_receipt: ['birthDate'],
  utility_bill: ['birthDate', 'firstNames'],
  work_contract: ['birthDate'],
};

/** One comparison of a value read with the one expected. */
export interface Compared {
  readonly field: string;
  readonly expected: string;
  readonly read: string | null;
  readonly right: boolean;
}

const wanted = (value: unknown) => (typeof value === 'number' ? value.toFixed(2) : value === true ? 'yes' : String(value));

/** Compares the facts of a file with its manifest. */
export function compare(file: CorpusFile, facts: FileFacts): readonly Compared[] {
  const paper = facts.papers.find((one) => one.kind === file.kind) ?? facts.papers[0];
  const all = (name: FieldName) => (paper?.fields[name] ?? []).map((fact) => fact.value);
  const skipped = UNPRINTED[file.kind ?? 'other'] ?? [];
  return Object.entries(file.fields).flatMap(([name, value]): Compared[] => {
    if (skipped.includes(name)) return [];
    if (name === 'lastName' || name === 'firstNames') {
      const expected = plain(Array.isArray(value) ? value.join(' ') : String(value));
      const read = [...all(name === 'lastName' ? 'last_name' : 'first_names'), ...all('full_name')];
      return [
        { field: name, expected, read: read[0] ?? null, right: read.slice(0, 1).some((one) => plain(one).includes(expected)) },
      ];
    }
    const field = FIELDS[name];
    if (!field) return [];
    const expected = name === 'mrzValid' ? (value ? 'ok' : 'wrong') : name === 'incomeYear' ? String(value) : wanted(value);
    const read = all(field)[0] ?? null;
    return [{ field: name, expected, read, right: read !== null && plain(read) === plain(expected) }];
  });
}
