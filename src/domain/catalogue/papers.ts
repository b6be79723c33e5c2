import type { DecreeLine, Paper, PaperName, Role, Situation } from './situation.ts';

/** One paper as one role may bring it. */
export interface AskedPaper {
  readonly kind: PaperName;
  /** How many; 0: welcome beside the others, never asked. */
  readonly min: number;
  readonly fresh: Paper['fresh'];
  readonly signed: boolean;
  readonly allPages: boolean;
  /** Lines of the annex of that role; empty when it is only volunteered. */
  readonly lines: readonly Exclude<DecreeLine, 'volunteered'>[];
}

/** Ways to prove a situation that are open to a role: alternatives of papers that go together, in the order of the catalogue. */
export function papersFor(row: Pick<Situation, 'anyOf'>, role: Role): readonly (readonly AskedPaper[])[] {
  return row.anyOf
    .filter((together) => together.every((paper) => paper.decree[role] !== undefined))
    .map((together) =>
      together.map(({ kind, min, fresh, signed, allPages, decree }) => ({
        kind,
        min,
        fresh,
        signed: signed ?? false,
        allPages: allPages ?? false,
        lines: (decree[role] ?? []).filter((line) => line !== 'volunteered'),
      })),
    );
}

/** Annex of decree 2015-1437 for a role. */
export function annexOf(role: Role): 'I' | 'II' {
  return role === 'T' ? 'I' : 'II';
}

/** Least number of pages that the papers of a situation have, where fewer give a warning; `null` where nothing is expected. */
export function expectedPages(row: Pick<Situation, 'anyOf'>): number | null {
  const expected = row.anyOf.map((together) => together.reduce((sum, paper) => sum + (paper.expectedPages ?? 0), 0));
  const least = Math.min(...expected);
  return expected.length > 0 && least > 0 ? least : null;
}

/** Where a paper can be had; words are `where.<place>`. */
export const PLACES = [
  'tax_site',
  'caf',
  'france_travail',
  'employer',
  'landlord',
  'rights_portal',
  'urssaf',
  'france_identite',
  'host',
  'social_centre',
  'pension_fund',
  'school',
  'crous',
  'company_register',
  'accountant',
  'supplier',
  'notary',
  'guarantor_body',
] as const;
export type Place = (typeof PLACES)[number];

const WHERE: Readonly<Partial<Record<PaperName, Place>>> = {
  france_identite: 'france_identite',
  rent_receipts: 'landlord',
  last_rent_receipt: 'landlord',
  landlord_certificate: 'landlord',
  property_tax_notice: 'tax_site',
  title_deed: 'notary',
  host_certificate: 'host',
  employer_housing_certificate: 'employer',
  payslip_showing_housing: 'employer',
  domiciliation: 'social_centre',
  utility_bill: 'supplier',
  home_insurance: 'supplier',
  phone_bill: 'supplier',
  work_contract: 'employer',
  employer_certificate: 'employer',
  internship_agreement: 'school',
  student_card: 'school',
  school_certificate: 'school',
  appointment_order: 'employer',
  pension_slip: 'pension_fund',
  pension_title: 'pension_fund',
  full_tax_notice: 'tax_site',
  unemployment_notice: 'france_travail',
  unemployment_rights: 'france_travail',
  company_extract: 'company_register',
  sirene_notice: 'company_register',
  rne_registration: 'company_register',
  company_registration: 'company_register',
  affiliation_certificate: 'urssaf',
  caf_certificate: 'caf',
  social_rights_certificate: 'rights_portal',
  payslips: 'employer',
  first_payslips: 'employer',
  contract_with_pay: 'employer',
  urssaf_declarations: 'urssaf',
  accountant_certificate: 'accountant',
  balance_sheets: 'accountant',
  monthly_situation: 'france_travail',
  benefit_simulation: 'caf',
  scholarship_notice: 'crous',
  tax_notice: 'tax_site',
  visale_certificate: 'guarantor_body',
  guarantee_certificate: 'guarantor_body',
};

/** Where the papers of a situation can be had, each place once. */
export function placesOf(ways: readonly (readonly AskedPaper[])[]): readonly Place[] {
  return [...new Set(ways.flat().flatMap((paper) => WHERE[paper.kind] ?? []))];
}
