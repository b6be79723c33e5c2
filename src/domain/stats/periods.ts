import { addMonths, monthOf, parisDate, shiftDays, type CivilDate, type CivilMonth } from '#kernel/civil-date.ts';
import { parisMinutes } from '../dates/working-hours.ts';
import type { Granularity } from './figure.ts';

const firstDay = (month: CivilMonth) => `${month}-01` as CivilDate;

/** Last day of the month before today's: figures stop there, so that two days of one month cannot be compared. */
export function lastClosedDay(today: CivilDate): CivilDate {
  return shiftDays(firstDay(monthOf(today)), -1);
}

/** Monday of a date's week (ISO 8601). */
export function mondayOf(day: CivilDate): CivilDate {
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay();
  return shiftDays(day, -((weekday + 6) % 7));
}

/** A stretch of time that has figures, both days included. */
export interface Period {
  readonly granularity: Granularity;
  readonly start: CivilDate;
  readonly end: CivilDate;
  /** Ends later than the figures do: its last months are missing. */
  readonly unfinished: boolean;
}

/** Every period from the month of the first fact to the last closed month: months, years, all time, or whole weeks. */
export function periodsOf(granularities: readonly Granularity[], first: CivilDate, last: CivilDate): readonly Period[] {
  const start = firstDay(monthOf(first));
  if (start > last) return [];
  const periods: Period[] = [];
  const add = (granularity: Granularity, from: CivilDate, end: CivilDate) =>
    void periods.push({ granularity, start: from, end: end > last ? last : end, unfinished: end > last });
  if (granularities.includes('semaine'))
    for (let monday = mondayOf(first); shiftDays(monday, 6) <= last; monday = shiftDays(monday, 7))
      add('semaine', monday, shiftDays(monday, 6));
  if (granularities.includes('mois'))
    for (let month = monthOf(start); firstDay(month) <= last; month = addMonths(month, 1))
      add('mois', firstDay(month), shiftDays(firstDay(addMonths(month, 1)), -1));
  if (granularities.includes('annee'))
    for (let year = Number(start.slice(0, 4)); `${year}-01-01` <= last; year += 1)
      add('annee', `${year}-01-01` as CivilDate, `${year}-12-31` as CivilDate);
  if (granularities.includes('cumul')) add('cumul', start, last);
  return periods;
}

/** First day of the twelve months that end with a closed one. @param last day of that month */
export function rollingStart(last: CivilDate): CivilDate {
  return firstDay(addMonths(monthOf(last), -11));
}

/** The twelve months up to the last closed one, as the only period. */
export function rollingPeriod(last: CivilDate): Period {
  return { granularity: 'annee', start: rollingStart(last), end: last, unfinished: false };
}

/** True while facts of a period may still change: its window of so many days after its last day is open. */
export function isOpen(end: CivilDate, windowDays: number, today: CivilDate): boolean {
  return windowDays > 0 && shiftDays(end, windowDays) >= today;
}

/** When each daily job is due, in minutes of the Paris day. Source: review page, 10. */
export const DUE_AT = { figures: 3 * 60 + 30, openData: 4 * 60 + 30 } as const;

/** The day whose daily run is the last one due: today once the minute is past, else yesterday. */
export function lastDueDay(now: Date, minute: number): CivilDate {
  const today = parisDate(now);
  return parisMinutes(now) >= minute ? today : shiftDays(today, -1);
}
