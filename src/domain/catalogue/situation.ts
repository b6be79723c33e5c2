import type { PaperKind } from '../findings/facts.ts';

/** What a piece proves; the order in which screens, copies and indexes show them. */
export const CATEGORIES = ['identity', 'home', 'activity', 'income', 'tax', 'guarantee', 'company'] as const;
export type Category = (typeof CATEGORIES)[number];

/** In addresses of pages. */
export const CATEGORY_SLUGS: Readonly<Record<Category, string>> = {
  identity: 'identite',
  home: 'hebergement',
  activity: 'activite',
  income: 'ressources',
  tax: 'impots',
  guarantee: 'garantie',
  company: 'societe',
};

/** The category of a page address; `null` when there is none. */
export function categoryOfSlug(slug: string): Category | null {
  return CATEGORIES.find((category) => CATEGORY_SLUGS[category] === slug) ?? null;
}

/** Whose paper it is: tenant, natural guarantor, company guarantor (its representative for identity), organism. */
export type Role = 'T' | 'N' | 'C' | 'O';

/** Which dates a paper must bear; the functions are in `domain/dates`. */
export type Fresh =
  | 'valid'
  | 'until'
  | 'age3'
  | 'age24'
  | 'payslip3'
  | 'rent3'
  | 'rent1'
  | 'tax'
  | 'ptax'
  | 'school'
  | 'quarter'
  | 'ongoing'
  | 'none';

/** Lines of decree 2015-1437 (annex I for tenants, II for guarantors), or `volunteered`: offered so that nobody is shut out, never asked. */
export type DecreeLine =
  | 'A-1'
  | 'A-2'
  | 'A-3'
  | 'A-4'
  | 'A-5'
  | `B-${1 | 2 | 3 | 4}`
  | `C-${1 | 2 | 3 | 4 | 5 | 6 | 7}`
  | `D-${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9}`
  | 'volunteered';

/** One kind of paper that a situation accepts. */
export interface Paper {
  /** Names the paper on screens: `paper.<kind>`. */
  readonly kind: PaperName;
  /** What the document engine calls it, when it can tell. */
  readonly recognisedAs?: readonly PaperKind[];
  /** How many of them. */
  readonly min: number;
  readonly fresh: Fresh;
  readonly signed?: true;
  readonly allPages?: true;
  /** Fewer pages give a warning, never a refusal. */
  readonly expectedPages?: number;
  readonly decree: Readonly<Partial<Record<Role, readonly DecreeLine[]>>>;
}

export const PAPER_NAMES = [
  'id_card',
  'passport',
  'residence_permit',
  'renewal_receipt',
  'driving_licence',
  'france_identite',
  'other_identity',
  'rent_receipts',
  'last_rent_receipt',
  'landlord_certificate',
  'property_tax_notice',
  'title_deed',
  'host_certificate',
  'employer_housing_certificate',
  'payslip_showing_housing',
  'domiciliation',
  'stay_invoices',
  'utility_bill',
  'home_insurance',
  'phone_bill',
  'other_home_paper',
  'work_contract',
  'employer_certificate',
  'internship_agreement',
  'student_card',
  'school_certificate',
  'appointment_order',
  'pension_slip',
  'pension_title',
  'full_tax_notice',
  'unemployment_notice',
  'unemployment_rights',
  'professional_card',
  'company_extract',
  'sirene_notice',
  'rne_registration',
  'affiliation_certificate',
  'caf_certificate',
  'sworn_statement',
  'recent_paper',
  'work_certificates',
  'parcoursup_registration',
  'social_rights_certificate',
  'payslips',
  'first_payslips',
  'internship_pay',
  'contract_with_pay',
  'urssaf_declarations',
  'accountant_certificate',
  'balance_sheets',
  'explanatory_papers',
  'monthly_situation',
  'benefit_payments',
  'first_benefit_payments',
  'benefit_right',
  'benefit_simulation',
  'benefit_proof',
  'alimony_proof',
  'given_rent_receipt',
  'annuity_certificate',
  'securities_certificate',
  'scholarship_notice',
  'tax_notice',
  'foreign_tax_notice',
  'translation',
  'other_tax_paper',
  'visale_certificate',
  'guarantee_certificate',
  'company_registration',
  'company_statutes',
  'company_existence',
] as const;
export type PaperName = (typeof PAPER_NAMES)[number];

/** What may stand instead of files: a text of the person, or a dated statement made by the service. */
export type WithoutFile = 'text' | 'statement';

/** One key inside a category: what is true of the person, and so which papers prove it. */
export interface Situation {
  readonly key: string;
  readonly category: Category;
  readonly who: readonly Role[];
  /** Alternatives, each a set of papers that go together. */
  readonly anyOf: readonly (readonly Paper[])[];
  readonly without?: WithoutFile;
  /** `required`: the piece is nothing without it (or without a file, where files are possible). `max` in characters. */
  readonly text?: { readonly required: boolean; readonly max: number };
  readonly amount: 'positive' | 'zero' | 'none';
  /** Files (least, most) and pages, inclusive, per piece. */
  readonly limits: { readonly files: readonly [number, number]; readonly pages: number };
  /** Names in the partner interface. */
  readonly legacy: { readonly sub: string; readonly step: string | null };
  /** Readable, never offered. */
  readonly retired?: true;
  /** In force between two dates, when law or practice changed. */
  readonly from?: string;
  readonly until?: string;
}
