import type { Seal } from '#seals/seal.ts';

/** Raised when reading changes: facts of an older reader are read again with the next revision of their piece. */
export const READER = 6;

/** `[x, y, width, height]` in 0..1 of the upright page. */
export type Box = readonly [number, number, number, number];

/** Where a value was read. `seal` is proved, `text` is the PDF's own layer, `ocr` and `mrz` come from pixels. */
export type FactSource = 'seal' | 'text' | 'ocr' | 'mrz';

/** One value read on a page. */
export interface Fact<T = string> {
  readonly value: T;
  /** 0-based page of the file. */
  readonly page: number;
  readonly box: Box | null;
  readonly source: FactSource;
  /** 0–100; 100 for text layers and seals. */
  readonly confidence: number;
}

/** Kinds of paper the engine can tell apart; those after `other` are never proof. */
export const PAPER_KINDS = [
  'payslip',
  'tax_notice',
  'tax_declaration',
  'property_tax_notice',
  'local_tax_notice',
  'title_deed',
  'id_card',
  'passport',
  'residence_permit',
  'renewal_receipt',
  'driving_licence',
  'france_identite',
  'rent_receipt',
  'landlord_certificate',
  'host_certificate',
  'domiciliation',
  'utility_bill',
  'home_insurance',
  'work_contract',
  'employer_certificate',
  'internship_agreement',
  'student_certificate',
  'scholarship_notice',
  'visale_certificate',
  'guarantee_certificate',
  'caf_certificate',
  'unemployment_notice',
  'pension_slip',
  'urssaf_declaration',
  'accountant_certificate',
  'company_registration',
  'social_rights_certificate',
  'other',
  'blank',
  'bank_statement',
  'rib',
  'social_security_card',
  'family_record_book',
  'criminal_record',
  'medical_file',
  'cheque',
] as const;
export type PaperKind = (typeof PAPER_KINDS)[number];

/** Kinds nobody may ask for (decree 2015-1437 by omission; service-public F1169). */
export const FORBIDDEN_KINDS = [
  'bank_statement',
  'rib',
  'social_security_card',
  'family_record_book',
  'criminal_record',
  'medical_file',
  'cheque',
] as const satisfies readonly PaperKind[];

/**
 * Fields read on a paper. Dates are `YYYY-MM-DD`, months `YYYY-MM`, amounts are euros with cents as decimal numbers written with a
 * point (`1995.42`), an hourly rate with every decimal that is printed (`16.1538`), leave in days of the running year (`10.40`), school
 * years `2026-2027`, addresses and names as printed. Numbers of persons (NIR, tax number, document number, IBAN) never appear here: they are checked by the reader, which leaves only `*_check` = `ok` or `wrong`, and of a NIR
 * `nir_sex` = `F` or `M` and `nir_birth` = `YY-MM`, or `YY` where its month is unknown. `pixels_check` says whether what a text layer
 * says is also what is seen.
 */
export const FIELD_NAMES = [
  'last_name',
  'first_names',
  'full_name',
  'second_name',
  'birth_date',
  'sex',
  'nationality',
  'issue_date',
  'expiry_date',
  'date',
  'period',
  'period_start',
  'period_end',
  'year',
  'income_year',
  'notice_year',
  'school_year',
  'employer',
  'siret',
  'siret_check',
  'nir_check',
  'nir_sex',
  'nir_birth',
  'tax_number_check',
  'mrz_check',
  'mrz_matches_print',
  'seal_numbers_check',
  'gross',
  'contributions',
  'net_before_tax',
  'net_taxable',
  'withholding',
  'withholding_rate',
  'net_paid',
  'cumulative_gross',
  'cumulative_net_taxable',
  'hours',
  'hourly_rate',
  'base_pay',
  'leave_acquired',
  'leave_taken',
  'leave_balance',
  'contract_kind',
  'contract_start',
  'contract_end',
  'reference_income',
  'tax_shares',
  'recovery_date',
  'sheet_number',
  'sheet_total',
  'owner',
  'holder',
  'landlord',
  'rent',
  'charges',
  'total',
  'address',
  'invoice_number',
  'school',
  'amount',
  'certificate_number',
  'max_rent',
  'signed',
  'sides',
  'pixels_check',
] as const;
export type FieldName = (typeof FIELD_NAMES)[number];

/** A group of pages that form one paper. */
export interface PaperFacts {
  readonly kind: PaperKind;
  /** 0..1; under 0.6, or less than 0.15 ahead of the next kind, the kind is `other`. */
  readonly score: number;
  readonly pages: readonly number[];
  readonly fields: Readonly<Partial<Record<FieldName, readonly Fact[]>>>;
}

/** How well one page can be read. Thresholds: engine of the service, see `docs/quality`. */
export interface PageFacts {
  readonly page: number;
  readonly source: 'text' | 'ocr' | 'none';
  /** Mean confidence of OCR, 0–100; 100 for a text layer. */
  readonly confidence: number;
  readonly blank: boolean;
  readonly blurred: boolean;
  readonly dark: boolean;
  /** Codes found on the page, kept so that the watermark leaves them clean. */
  readonly codes: readonly { readonly format: 'DataMatrix' | 'QRCode'; readonly box: Box }[];
}

/** What the structure of the bytes tells; evidence for agents only, never shown to tenants. */
export interface StructureFacts {
  readonly producer: string | null;
  readonly creator: string | null;
  readonly createdAt: string | null;
  readonly modifiedAt: string | null;
  /** XMP dates differ from the Info dictionary. */
  readonly metadataDisagrees: boolean;
  /** Revisions after the first, with what they rewrote. */
  readonly updates: readonly {
    readonly offset: number;
    readonly touches: readonly ('content' | 'font' | 'annotation' | 'appearance' | 'signature' | 'metadata' | 'other')[];
  }[];
  /** Two different values drawn at the same place. */
  readonly overlays: readonly { readonly page: number; readonly box: Box; readonly values: readonly [string, string] }[];
  /** Text that does not show, or is covered. */
  readonly hidden: readonly {
    readonly page: number;
    readonly box: Box | null;
    readonly what: 'annotation' | 'white_box' | 'render_mode' | 'layer';
  }[];
  /** Fonts used only by amounts or names. */
  readonly oddFonts: readonly { readonly page: number; readonly box: Box; readonly font: string }[];
  /** Makers of false papers whose make-up the first page has, of those that were known when it was read; absent where nothing was compared. */
  readonly template?: { readonly compared: number; readonly known: readonly string[] };
  /** A known issuer whose paper this says it is, and whether the file comes from the software that this issuer uses. */
  readonly issuer?: { readonly name: string; readonly software: readonly string[]; readonly expected: boolean };
  /** Pages that are one JPEG each: compressed twice or not that one sees, and zones that were compressed less often than the rest. */
  readonly compression?: readonly { readonly page: number; readonly twice: boolean; readonly odd: readonly Box[] }[];
  /** Software named by the metadata of an image. */
  readonly imageSoftware: string | null;
  /** A generator of images signed or named itself. */
  readonly generated: boolean;
}

/** Keyed-hash material that tells copies apart without keeping content; hashed by the caller with the duplicate key. */
export interface FingerprintFacts {
  /** Normalised text of at least 200 characters, else `null`. */
  readonly text: string | null;
  /** Ordered figures (amounts, dates, SIRET) without names, at least 8, else `null`. */
  readonly figures: string | null;
  /** 256-bit dHash of page 1, hexadecimal. */
  readonly layout: string | null;
}

/** Everything examination says of one file. Encrypted under the file's key and erased with it. */
export interface FileFacts {
  /** Raised when the reading changes, so that old facts can be told apart. */
  readonly reader: number;
  readonly pages: readonly PageFacts[];
  readonly papers: readonly PaperFacts[];
  readonly seals: readonly Seal[];
  readonly structure: StructureFacts;
  readonly fingerprints: FingerprintFacts;
}
