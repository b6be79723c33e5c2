import { partsOf, type CivilDate } from '#kernel/civil-date.ts';

/** Income years of tax notices. The notice of year N bears on income of N − 1 and arrives in summer; the expected one changes on 15 September. */
export interface TaxYears {
  readonly expected: number;
  /** Accepted, newest first: the expected one, the one before, and the newest when it has already been issued. */
  readonly accepted: readonly number[];
}

/** Which income years pass on a day. Source: decree 2015-1437 annex I-D-1 ("last or last but one"). */
export function taxYears(today: CivilDate): TaxYears {
  const { year } = partsOf(today);
  const expected = today >= `${year}-09-15` ? year - 1 : year - 2;
  return { expected, accepted: [...new Set([year - 1, expected, expected - 1])].sort((a, b) => b - a) };
}

/** Years of property-tax notices that pass: last year's too until 28 September, when notices have all been sent. */
export function propertyTaxYears(today: CivilDate): readonly number[] {
  const { year } = partsOf(today);
  return today <= `${year}-09-28` ? [year - 1, year] : [year];
}

/** School years that pass, as `2026-2027`: the current, the coming, and until 14 September the one just ended. */
export function schoolYears(today: CivilDate): readonly string[] {
  const { year } = partsOf(today);
  const current = today >= `${year}-09-01` ? year : year - 1;
  const first = today >= `${year}-09-01` && today <= `${year}-09-14` ? current - 1 : current;
  return Array.from({ length: current + 2 - first }, (_, step) => `${first + step}-${first + step + 1}`);
}

/** Quarters that pass, as `2025-Q4`: the last complete one, and the one before until the end of the month after it. */
export function quarters(today: CivilDate): readonly string[] {
  const { year, month } = partsOf(today);
  const last = year * 4 + Math.ceil(month / 3) - 2;
  const name = (index: number) => `${Math.floor(index / 4)}-Q${(index % 4) + 1}`;
  return month % 3 === 1 ? [name(last), name(last - 1)] : [name(last)];
}
