import { addMonths, monthOf, partsOf, type CivilDate, type CivilMonth } from '#kernel/civil-date.ts';

/** Months asked of a person, the one that may come with them, and the range in which three in a row pass. */
export interface MonthWindow {
  /** The three months asked, oldest first. */
  readonly asked: readonly CivilMonth[];
  /** A newer month is welcome, never a fault. */
  readonly also: CivilMonth;
  readonly from: CivilMonth;
  readonly to: CivilMonth;
}

const windowOf = (today: CivilDate, firstEarly: number, alsoEarly: number): MonthWindow => {
  const late = partsOf(today).day > 15 ? 1 : 0;
  const month = monthOf(today);
  const from = addMonths(month, firstEarly + late);
  return { asked: [0, 1, 2].map((step) => addMonths(from, step)), also: addMonths(month, alsoEarly + late), from, to: month };
};

/** True when some `count` months in a row lie inside the window. */
export function monthsPass(window: MonthWindow, months: readonly CivilMonth[], count: 1 | 3): boolean {
  const inside = new Set(months.filter((month) => month >= window.from && month <= window.to));
  return [...inside].some((month) =>
    Array.from({ length: count }, (_, step) => addMonths(month, step)).every((wanted) => inside.has(wanted)),
  );
}

/** Of the months asked, those not given. */
export function monthsMissing(window: MonthWindow, months: readonly CivilMonth[]): readonly CivilMonth[] {
  return window.asked.filter((month) => !months.includes(month));
}

/**
 * Payslips, benefits, disability pension, monthly declarations: up to the 15th M−4, M−3, M−2 are asked, from the 16th M−3, M−2, M−1.
 * Source: catalogue of the service; tolerant of pay that comes at the end of the month.
 */
export function payslipWindow(today: CivilDate): MonthWindow {
  return windowOf(today, -4, -1);
}

/** Rent receipts: one month earlier than payslips, receipts come once the rent is paid. */
export function rentWindow(today: CivilDate): MonthWindow {
  return windowOf(today, -5, -2);
}
