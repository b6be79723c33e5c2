import { describe, expect, test } from 'vitest';
import type { CivilDate, CivilMonth } from '#kernel/civil-date.ts';
import { frenchCardEnd, maxAge, oldestDate } from './ages.ts';
import { monthsPass, payslipWindow, rentWindow } from './windows.ts';
import { propertyTaxYears, quarters, schoolYears, taxYears } from './years.ts';

const day = (text: string) => text as CivilDate;
const months = (...texts: string[]) => texts as CivilMonth[];

describe('worked examples', () => {
  test.each([
    [
      '2026-01-01',
      '2025-09',
      '2025-12',
      '2025-08',
      '2025-11',
      [2025, 2024, 2023],
      2024,
      [2025, 2026],
      '2025-10-01',
      '2024-01-01',
    ],
    [
      '2026-02-28',
      '2025-11',
      '2026-02',
      '2025-10',
      '2026-01',
      [2025, 2024, 2023],
      2024,
      [2025, 2026],
      '2025-11-28',
      '2024-02-28',
    ],
    [
      '2028-02-29',
      '2027-11',
      '2028-02',
      '2027-10',
      '2028-01',
      [2027, 2026, 2025],
      2026,
      [2027, 2028],
      '2027-11-29',
      '2026-02-28',
    ],
    [
      '2026-09-14',
      '2026-05',
      '2026-08',
      '2026-04',
      '2026-07',
      [2025, 2024, 2023],
      2024,
      [2025, 2026],
      '2026-06-14',
      '2024-09-14',
    ],
    ['2026-09-15', '2026-05', '2026-08', '2026-04', '2026-07', [2025, 2024], 2025, [2025, 2026], '2026-06-15', '2024-09-15'],
    ['2026-09-28', '2026-06', '2026-09', '2026-05', '2026-08', [2025, 2024], 2025, [2025, 2026], '2026-06-28', '2024-09-28'],
    ['2026-09-29', '2026-06', '2026-09', '2026-05', '2026-08', [2025, 2024], 2025, [2026], '2026-06-29', '2024-09-29'],
    ['2026-11-15', '2026-07', '2026-10', '2026-06', '2026-09', [2025, 2024], 2025, [2026], '2026-08-15', '2024-11-15'],
    ['2026-11-16', '2026-08', '2026-11', '2026-07', '2026-10', [2025, 2024], 2025, [2026], '2026-08-16', '2024-11-16'],
  ])('%s', (today, payslip, payslipAlso, rent, rentAlso, years, expected, property, age3, age24) => {
    expect([payslipWindow(day(today)).from, payslipWindow(day(today)).also]).toEqual([payslip, payslipAlso]);
    expect([rentWindow(day(today)).from, rentWindow(day(today)).also]).toEqual([rent, rentAlso]);
    expect(taxYears(day(today))).toEqual({ expected, accepted: years });
    expect(propertyTaxYears(day(today))).toEqual(property);
    expect([oldestDate(day(today), 3), oldestDate(day(today), 24)]).toEqual([age3, age24]);
  });

  test('payslips July to September pass on 15 November and fail on the 16th', () => {
    const slips = months('2026-07', '2026-08', '2026-09');
    expect(monthsPass(payslipWindow(day('2026-11-15')), slips, 3)).toBe(true);
    expect(monthsPass(payslipWindow(day('2026-11-16')), slips, 3)).toBe(false);
    expect(monthsPass(payslipWindow(day('2026-11-16')), months('2026-08', '2026-09', '2026-10'), 3)).toBe(true);
  });

  test('receipts September to November pass on 23 November; July, September, October do not', () => {
    expect(monthsPass(rentWindow(day('2026-11-23')), months('2026-09', '2026-10', '2026-11'), 3)).toBe(true);
    expect(monthsPass(rentWindow(day('2026-11-23')), months('2026-07', '2026-09', '2026-10'), 3)).toBe(false);
  });

  test('school years and quarters change on their days', () => {
    expect(schoolYears(day('2026-07-10'))).toEqual(['2025-2026', '2026-2027']);
    expect(schoolYears(day('2026-09-14'))).toEqual(['2025-2026', '2026-2027', '2027-2028']);
    expect(schoolYears(day('2026-09-15'))).toEqual(['2026-2027', '2027-2028']);
    expect(quarters(day('2026-01-31'))).toEqual(['2025-Q4', '2025-Q3']);
    expect(quarters(day('2026-02-01'))).toEqual(['2025-Q4']);
  });

  test('on 31 May a certificate of 28 February passes, of the 27th not, and one of tomorrow is a finding', () => {
    expect(maxAge(day('2026-05-31'), 3, day('2026-02-28'))).toBe('ok');
    expect(maxAge(day('2026-05-31'), 3, day('2026-02-27'))).toBe('too_old');
    expect(maxAge(day('2026-05-31'), 3, day('2026-06-01'))).toBe('future');
  });

  test('an identity card issued to an adult in 2012 lasts five years longer, one printed for fifteen years does not', () => {
    const bornOn = day('1980-05-01');
    expect(frenchCardEnd({ issued: day('2012-03-05'), printedEnd: day('2022-03-05'), bornOn })).toBe('2027-03-05');
    expect(frenchCardEnd({ issued: day('2012-03-05'), printedEnd: day('2027-03-05'), bornOn })).toBe('2027-03-05');
    expect(frenchCardEnd({ issued: day('2012-03-05'), printedEnd: day('2022-03-05'), bornOn: day('2000-01-01') })).toBe(
      '2022-03-05',
    );
    expect(frenchCardEnd({ issued: day('2012-01-01'), printedEnd: day('2021-12-31'), bornOn })).toBe('2026-12-31');
    expect(frenchCardEnd({ issued: null, printedEnd: day('2022-03-05'), bornOn })).toBeNull();
  });
});
