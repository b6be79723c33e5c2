import { civilDate, shiftDays, type CivilDate } from '#kernel/civil-date.ts';

/** Easter Sunday in the Gregorian calendar, by the anonymous algorithm (Meeus, Astronomical Algorithms, chapter 8). */
export function easterSunday(year: number): CivilDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  return civilDate(year, month, ((h + l - 7 * m + 114) % 31) + 1);
}

/** The eleven public holidays of a year in metropolitan France (Labour Code, article L3133-1), in order. Computed, never typed. */
export function frenchHolidays(year: number): readonly CivilDate[] {
  const easter = easterSunday(year);
  const fixed = (
    [
      [1, 1],
      [5, 1],
      [5, 8],
      [7, 14],
      [8, 15],
      [11, 1],
      [11, 11],
      [12, 25],
    ] as const
  ).map(([month, day]) => civilDate(year, month, day));
  return [...fixed, ...[1, 39, 50].map((days) => shiftDays(easter, days))].sort();
}
