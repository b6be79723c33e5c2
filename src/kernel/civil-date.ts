/** A day of the calendar, `YYYY-MM-DD`, without time or zone. Comparable as text. */
export type CivilDate = string & { readonly civil: 'date' };

/** A month of the calendar, `YYYY-MM`. Comparable as text. */
export type CivilMonth = string & { readonly civil: 'month' };

const pad = (value: number, width = 2) => String(value).padStart(width, '0');

const daysInMonth = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** Builds a civil date; throws `RangeError` when the day does not exist. @param month 1–12 */
export function civilDate(year: number, month: number, day: number): CivilDate {
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month))
    throw new RangeError(`no such day: ${year}-${month}-${day}`);
  return `${pad(year, 4)}-${pad(month)}-${pad(day)}` as CivilDate;
}

/** Reads `YYYY-MM-DD`; `null` when it is not an existing day. */
export function parseCivilDate(text: string): CivilDate | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month) ? (text as CivilDate) : null;
}

/** Year, month (1–12) and day of a civil date. */
export function partsOf(date: CivilDate): { year: number; month: number; day: number } {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

const PARIS = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris', year: 'numeric', month: '2-digit', day: '2-digit' });

/** The day it is in Paris at an instant. All rules about dates use this day. */
export function parisDate(at: Date): CivilDate {
  return PARIS.format(at) as CivilDate;
}

/** The month of a date. */
export function monthOf(date: CivilDate): CivilMonth {
  return date.slice(0, 7) as CivilMonth;
}

/** Moves a month by a number of months (negative: back). */
export function addMonths(month: CivilMonth, count: number): CivilMonth {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + count;
  return `${pad(Math.floor(index / 12), 4)}-${pad((index % 12) + 1)}` as CivilMonth;
}

/** Moves a date by a number of months, the day clamped to the end of the month (31 May − 3 months = 28 or 29 February). */
export function shiftMonths(date: CivilDate, count: number): CivilDate {
  const month = addMonths(monthOf(date), count);
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5, 7))];
  return civilDate(year, number, Math.min(partsOf(date).day, daysInMonth(year, number)));
}

/** Moves a date by a number of days. */
export function shiftDays(date: CivilDate, count: number): CivilDate {
  const { year, month, day } = partsOf(date);
  return new Date(Date.UTC(year, month - 1, day + count)).toISOString().slice(0, 10) as CivilDate;
}
