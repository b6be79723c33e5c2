import { describe, expect, test } from 'vitest';
import type { CivilDate } from '#kernel/civil-date.ts';
import { easterSunday, frenchHolidays } from './holidays.ts';
import { isWorkingDay, workingHours } from './working-hours.ts';

describe('public holidays', () => {
  test.each([
    [2024, '2024-03-31'],
    [2025, '2025-04-20'],
    [2026, '2026-04-05'],
    [2027, '2027-03-28'],
    [2038, '2038-04-25'],
  ])('Easter of %i is on %s', (year, day) => expect(easterSunday(year)).toBe(day));

  test('2026 has eleven, three of which move with Easter', () => {
    expect(frenchHolidays(2026)).toEqual([
      ...['2026-01-01', '2026-04-06', '2026-05-01', '2026-05-08', '2026-05-14', '2026-05-25'],
      ...['2026-07-14', '2026-08-15', '2026-11-01', '2026-11-11', '2026-12-25'],
    ]);
  });
});

describe('working hours', () => {
  test('a holiday in the week is closed, the day before is not', () => {
    expect(isWorkingDay('2026-11-11' as CivilDate)).toBe(false);
    expect(isWorkingDay('2026-11-10' as CivilDate)).toBe(true);
    expect(isWorkingDay('2026-11-14' as CivilDate)).toBe(false);
  });

  test.each([
    // Friday 18:00 to Monday 09:00 in Paris: 4.5 hours on Friday, 1.5 on Monday.
    ['2026-11-20T17:00:00Z', '2026-11-23T08:00:00Z', 6],
    // Over 11 November: 2.5 hours on Tuesday evening, 0.5 on Thursday morning.
    ['2026-11-10T19:00:00Z', '2026-11-12T07:00:00Z', 3],
    // A whole Saturday counts for nothing.
    ['2026-11-21T00:00:00Z', '2026-11-21T22:00:00Z', 0],
    // The night of the change of time: Saturday to Monday 08:30 summer or winter alike.
    ['2026-03-28T12:00:00Z', '2026-03-30T06:30:00Z', 1],
    ['2026-11-23T08:00:00Z', '2026-11-23T08:06:00Z', 0.1],
  ])('%s to %s is %d', (from, to, hours) => expect(workingHours(new Date(from), new Date(to))).toBeCloseTo(hours, 6));
});
