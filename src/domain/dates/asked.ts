import type { CivilDate, CivilMonth } from '#kernel/civil-date.ts';
import type { Fresh } from '../catalogue/situation.ts';
import { oldestDate } from './ages.ts';
import { payslipWindow, rentWindow } from './windows.ts';
import { propertyTaxYears, quarters, schoolYears, taxYears } from './years.ts';

/** Which dates a paper must bear on a day, computed: what screens say and what checks compare are the same. */
export type AskedDates =
  | { readonly rule: 'valid' | 'until' | 'ongoing' }
  | { readonly rule: 'age'; readonly from: CivilDate }
  | { readonly rule: 'months'; readonly months: readonly CivilMonth[]; readonly also: CivilMonth }
  | { readonly rule: 'one_month'; readonly from: CivilMonth }
  /** Years of the notices, newest first: the notice of a year bears on the income of the year before. */
  | { readonly rule: 'tax'; readonly notices: readonly number[] }
  | { readonly rule: 'property_tax'; readonly years: readonly number[] }
  | { readonly rule: 'school'; readonly years: readonly string[] }
  | { readonly rule: 'quarter'; readonly quarters: readonly string[] };

/** Dates asked by a rule on a day; `null` when any will do. */
export function askedDates(fresh: Fresh, today: CivilDate): AskedDates | null {
  switch (fresh) {
    case 'none':
      return null;
    case 'valid':
    case 'until':
    case 'ongoing':
      return { rule: fresh };
    case 'age3':
      return { rule: 'age', from: oldestDate(today, 3) };
    case 'age24':
      return { rule: 'age', from: oldestDate(today, 24) };
    case 'payslip3': {
      const { asked, also } = payslipWindow(today);
      return { rule: 'months', months: asked, also };
    }
    case 'rent3': {
      const { asked, also } = rentWindow(today);
      return { rule: 'months', months: asked, also };
    }
    case 'rent1':
      return { rule: 'one_month', from: rentWindow(today).from };
    case 'tax':
      return { rule: 'tax', notices: taxYears(today).accepted.map((income) => income + 1) };
    case 'ptax':
      return { rule: 'property_tax', years: propertyTaxYears(today) };
    case 'school':
      return { rule: 'school', years: schoolYears(today) };
    case 'quarter':
      return { rule: 'quarter', quarters: quarters(today) };
  }
}
