import type { PaperKind } from '../findings/facts.ts';
import type { DecreeLine, Fresh, Paper, PaperName, Situation } from './situation.ts';

/** Net monthly income before withholding, whole euros. "Cannot provide" (no file, a text) is open to every row and proves nothing. */
const shared = {
  category: 'income',
  who: ['T', 'N'],
  amount: 'positive',
  without: 'text',
  text: { required: false, max: 2000 },
  limits: { files: [0, 10], pages: 50 },
} as const;

const paper = (
  kind: PaperName,
  min: number,
  fresh: Fresh,
  lines: readonly DecreeLine[],
  guarantor: readonly DecreeLine[] = lines,
  recognisedAs: readonly PaperKind[] = [],
): Paper => ({
  kind,
  recognisedAs,
  min,
  fresh,
  decree: { T: lines, N: guarantor },
});

/** Three payslips: the last three months, by `payslipWindow` of `domain/dates/windows.ts`. */
const threePayslips: Paper = { ...paper('payslips', 3, 'payslip3', ['D-2'], ['D-2'], ['payslip']), expectedPages: 3 };

const threeMonths = (kind: PaperKind[]) => paper('benefit_payments', 3, 'payslip3', ['D-5'], ['D-5'], kind);
const underThree = (kind: PaperKind[]) => paper('first_benefit_payments', 1, 'none', ['D-5'], ['D-5'], kind);
const opening = paper('benefit_right', 1, 'none', ['D-5']);

const benefit = <Key extends string>(key: Key, sub: string, step: string, anyOf: readonly (readonly Paper[])[]) => ({
  ...shared,
  key,
  legacy: { sub, step },
  anyOf,
});

/** Income, one or more pieces: decree 2015-1437, annexes I-D and II-D. */
export const income = [
  {
    ...shared,
    key: 'income.salary.over_3_months',
    legacy: { sub: 'SALARY', step: 'SALARY_EMPLOYED_MORE_3_MONTHS' },
    anyOf: [[threePayslips], [paper('internship_pay', 3, 'payslip3', ['D-3'], ['volunteered'])]],
  },
  {
    ...shared,
    key: 'income.salary.under_3_months',
    legacy: { sub: 'SALARY', step: 'SALARY_EMPLOYED_LESS_3_MONTHS' },
    anyOf: [
      [paper('first_payslips', 1, 'none', ['D-2'], ['D-2'], ['payslip'])],
      [paper('internship_pay', 1, 'none', ['D-3'], ['volunteered'])],
    ],
  },
  {
    ...shared,
    key: 'income.salary.not_yet',
    legacy: { sub: 'SALARY', step: 'SALARY_EMPLOYED_NOT_YET' },
    anyOf: [[paper('contract_with_pay', 1, 'none', ['volunteered'], ['volunteered'], ['work_contract', 'employer_certificate'])]],
  },
  {
    ...shared,
    key: 'income.salary.micro_entrepreneur',
    legacy: { sub: 'SALARY', step: 'SALARY_FREELANCE_AUTOENTREPRENEUR' },
    anyOf: [
      [paper('urssaf_declarations', 3, 'payslip3', ['volunteered'], ['volunteered'], ['urssaf_declaration'])],
      [paper('urssaf_declarations', 1, 'quarter', ['volunteered'], ['volunteered'], ['urssaf_declaration'])],
    ],
  },
  {
    ...shared,
    key: 'income.salary.independent',
    legacy: { sub: 'SALARY', step: 'SALARY_FREELANCE_OTHER' },
    anyOf: [
      [paper('accountant_certificate', 1, 'none', ['D-4'], ['D-4'], ['accountant_certificate'])],
      [paper('balance_sheets', 1, 'none', ['D-4'])],
      [paper('explanatory_papers', 1, 'none', ['volunteered'])],
    ],
  },
  {
    ...shared,
    key: 'income.salary.intermittent',
    legacy: { sub: 'SALARY', step: 'SALARY_INTERMITTENT' },
    anyOf: [
      [paper('monthly_situation', 3, 'payslip3', ['D-5'])],
      [paper('benefit_payments', 3, 'payslip3', ['D-5'], ['D-5'], ['unemployment_notice']), threePayslips],
    ],
  },
  {
    ...shared,
    key: 'income.salary.artist',
    legacy: { sub: 'SALARY', step: 'SALARY_ARTIST_AUTHOR' },
    anyOf: [
      [paper('urssaf_declarations', 1, 'none', ['volunteered'], ['volunteered'], ['urssaf_declaration'])],
      [paper('tax_notice', 1, 'tax', ['D-1'], ['D-1'], ['tax_notice'])],
    ],
  },
  benefit('income.benefit.caf.over_3_months', 'SOCIAL_SERVICE', 'SOCIAL_SERVICE_CAF_MORE_3_MONTHS', [
    [threeMonths(['caf_certificate'])],
  ]),
  benefit('income.benefit.caf.under_3_months', 'SOCIAL_SERVICE', 'SOCIAL_SERVICE_CAF_LESS_3_MONTHS', [
    [underThree(['caf_certificate'])],
  ]),
  benefit('income.benefit.france_travail.over_3_months', 'SOCIAL_SERVICE', 'SOCIAL_SERVICE_FRANCE_TRAVAIL_MORE_3_MONTHS', [
    [threeMonths(['unemployment_notice'])],
  ]),
  benefit('income.benefit.france_travail.under_3_months', 'SOCIAL_SERVICE', 'SOCIAL_SERVICE_FRANCE_TRAVAIL_LESS_3_MONTHS', [
    [underThree(['unemployment_notice'])],
  ]),
  benefit('income.benefit.france_travail.not_yet', 'SOCIAL_SERVICE', 'SOCIAL_SERVICE_FRANCE_TRAVAIL_NOT_YET', [[opening]]),
  benefit('income.benefit.housing.over_3_months', 'SOCIAL_SERVICE', 'SOCIAL_SERVICE_APL_MORE_3_MONTHS', [
    [threeMonths(['caf_certificate'])],
  ]),
  benefit('income.benefit.housing.under_3_months', 'SOCIAL_SERVICE', 'SOCIAL_SERVICE_APL_LESS_3_MONTHS', [
    [underThree(['caf_certificate'])],
  ]),
  benefit('income.benefit.housing.not_yet', 'SOCIAL_SERVICE', 'SOCIAL_SERVICE_APL_NOT_YET', [
    [paper('benefit_simulation', 1, 'none', ['D-6'], ['volunteered'])],
  ]),
  benefit('income.benefit.disability.over_3_months', 'SOCIAL_SERVICE', 'SOCIAL_SERVICE_AAH_MORE_3_MONTHS', [
    [threeMonths(['caf_certificate'])],
  ]),
  benefit('income.benefit.disability.under_3_months', 'SOCIAL_SERVICE', 'SOCIAL_SERVICE_AAH_LESS_3_MONTHS', [
    [underThree(['caf_certificate'])],
  ]),
  benefit('income.benefit.disability.not_yet', 'SOCIAL_SERVICE', 'SOCIAL_SERVICE_AAH_NOT_YET', [[opening]]),
  benefit('income.benefit.other', 'SOCIAL_SERVICE', 'SOCIAL_SERVICE_OTHER', [[paper('benefit_proof', 1, 'none', ['D-5'])]]),
  benefit('income.pension.statement', 'PENSION', 'PENSION_STATEMENT', [
    [paper('pension_slip', 1, 'age24', ['D-5'], ['D-5'], ['pension_slip'])],
  ]),
  benefit('income.pension.no_statement', 'PENSION', 'PENSION_NO_STATEMENT', [
    [paper('tax_notice', 1, 'tax', ['D-1'], ['D-1'], ['tax_notice'])],
  ]),
  benefit('income.pension.disability.over_3_months', 'PENSION', 'PENSION_DISABILITY_MORE_3_MONTHS', [
    [threeMonths(['pension_slip'])],
  ]),
  benefit('income.pension.disability.under_3_months', 'PENSION', 'PENSION_DISABILITY_LESS_3_MONTHS', [
    [underThree(['pension_slip'])],
  ]),
  benefit('income.pension.disability.not_yet', 'PENSION', 'PENSION_DISABILITY_NOT_YET', [[opening]]),
  benefit('income.pension.alimony', 'PENSION', 'PENSION_ALIMONY', [[paper('alimony_proof', 1, 'none', ['D-5'])]]),
  benefit('income.rent.receipt', 'RENT', 'RENT_RENTAL_RECEIPT', [
    [paper('given_rent_receipt', 1, 'age3', ['D-9'], ['D-9'], ['rent_receipt'])],
  ]),
  benefit('income.rent.no_receipt', 'RENT', 'RENT_RENTAL_NO_RECEIPT', [
    [paper('tax_notice', 1, 'tax', ['D-1', 'D-9'], ['D-1', 'D-9'], ['tax_notice'])],
  ]),
  benefit('income.rent.life_annuity', 'RENT', 'RENT_ANNUITY_LIFE', [[paper('annuity_certificate', 1, 'none', ['D-9'])]]),
  benefit('income.rent.other', 'RENT', 'RENT_OTHER', [
    [paper('securities_certificate', 1, 'none', ['D-9'])],
    [paper('title_deed', 1, 'none', ['D-8'], ['D-8'], ['title_deed'])],
    [paper('property_tax_notice', 1, 'ptax', ['D-8'], ['D-8'], ['property_tax_notice'])],
  ]),
  {
    ...shared,
    key: 'income.scholarship',
    legacy: { sub: 'SCHOLARSHIP', step: null },
    anyOf: [[paper('scholarship_notice', 1, 'school', ['D-7'], ['volunteered'], ['scholarship_notice'])]],
  },
  {
    ...shared,
    key: 'income.none',
    who: ['T'],
    amount: 'zero',
    without: 'statement',
    limits: { files: [0, 0], pages: 0 },
    legacy: { sub: 'NO_INCOME', step: null },
    anyOf: [],
  },
  { ...shared, key: 'income.salary.unknown', legacy: { sub: 'SALARY', step: null }, anyOf: [], retired: true },
  { ...shared, key: 'income.pension.unknown', legacy: { sub: 'PENSION', step: null }, anyOf: [], retired: true },
] as const satisfies readonly Situation[];
