import { describe, expect, test } from 'vitest';
import type { CivilDate } from '#kernel/civil-date.ts';
import { departementOf, deviceClass, proofOf } from './dimensions.ts';
import type { Dimension, Granularity } from './figure.ts';
import { indicators, UNAVAILABLE } from './indicators.ts';
import { makeFigures, type Tally } from './make-figures.ts';
import { DUE_AT, isOpen, lastClosedDay, lastDueDay, mondayOf, periodsOf } from './periods.ts';
import { keyIsDue } from './pseudonym-keys.ts';
import { wilsonInterval } from './wilson.ts';

const day = (text: string) => text as CivilDate;

test.each([
  [0, 0, null],
  [0, 20, [0, 0.1611]],
  [20, 20, [0.8389, 1]],
  [81, 263, [0.2553, 0.3662]],
] as const)('the Wilson interval of %i in %i', (successes, cases, expected) => {
  const interval = wilsonInterval(successes, cases);
  expect(interval && [interval.low, interval.high].map((bound) => Math.round(bound * 1e4) / 1e4)).toEqual(expected);
});

describe('periods', () => {
  test('figures stop at the last closed month', () => {
    expect(lastClosedDay(day('2026-11-25'))).toBe('2026-10-31');
    expect(lastClosedDay(day('2026-01-01'))).toBe('2025-12-31');
  });

  test('weeks are whole and start on Monday', () => {
    expect(mondayOf(day('2026-11-29'))).toBe('2026-11-23');
    const weeks = periodsOf(['semaine'], day('2026-10-14'), day('2026-10-31'));
    expect(weeks.map((week) => [week.start, week.end])).toEqual([
      ['2026-10-12', '2026-10-18'],
      ['2026-10-19', '2026-10-25'],
    ]);
  });

  test('a year that goes on is cut at the last closed month and says so', () => {
    expect(periodsOf(['annee'], day('2025-11-03'), day('2026-10-31'))).toEqual([
      { granularity: 'annee', start: '2025-01-01', end: '2025-12-31', unfinished: false },
      { granularity: 'annee', start: '2026-01-01', end: '2026-10-31', unfinished: true },
    ]);
  });

  test('a window of 30 days after 31 October is open on 30 November, closed on 1 December', () => {
    expect(isOpen(day('2026-10-31'), 30, day('2026-11-30'))).toBe(true);
    expect(isOpen(day('2026-10-31'), 30, day('2026-12-01'))).toBe(false);
  });

  test('figures are due at 03:30 in Paris, winter and summer', () => {
    expect(lastDueDay(new Date('2026-11-25T02:29:00Z'), DUE_AT.figures)).toBe('2026-11-24');
    expect(lastDueDay(new Date('2026-11-25T02:30:00Z'), DUE_AT.figures)).toBe('2026-11-25');
    expect(lastDueDay(new Date('2026-07-14T01:30:00Z'), DUE_AT.figures)).toBe('2026-07-14');
  });
});

test('the key of 2024 goes with the year 2027', () => {
  expect(keyIsDue(2024, day('2026-12-31'))).toBe(false);
  expect(keyIsDue(2024, day('2027-01-01'))).toBe(true);
});

test.each([
  ['75011', '75'],
  ['20000', '2A'],
  ['20200', '2B'],
  ['97400', '974'],
  ['', 'inconnu'],
  [null, 'inconnu'],
])('the département of %s is %s', (postcode, expected) => expect(departementOf(postcode)).toBe(expected));

test.each([
  ['Firefox, Android', 'mobile'],
  ['Safari, macOS', 'ordinateur'],
  ['?', 'inconnu'],
])('%s is %s', (words, expected) => expect(deviceClass(words)).toBe(expected));

test('proof is as weak as its weakest piece', () => {
  expect(proofOf(['sealed', 'sealed'])).toBe('sealed');
  expect(proofOf(['sealed', 'checked'])).toBe('checked');
  expect(proofOf(['sealed', 'consistent'])).toBe('lower');
  expect(proofOf([])).toBe('lower');
});

test('ids of indicators follow the published pattern and stand once', () => {
  const ids = [...indicators.flatMap((one) => one.series.map((series) => series.id)), ...UNAVAILABLE.map((one) => one.id)];
  expect(ids.filter((id) => !/^[A-Z][0-9]+(_[a-z0-9_]+)?$/.test(id))).toEqual([]);
  expect(new Set(ids).size).toBe(ids.length);
});

describe('figures', () => {
  const indicatorOf = (id: string) => {
    const found = indicators.find((one) => one.id === id);
    if (!found) throw new Error(id);
    return found;
  };
  const tally = (
    granularity: Granularity,
    start: string,
    part: readonly [Dimension, string],
    numerator: number,
    denominator = 0,
  ): Tally => ({
    of: null,
    ...{ granularity, start: day(start), dimension: part[0], modality: part[1], numerator, denominator },
    ...{ median: null, p90: null, workingMedian: null, workingP90: null },
  });
  const WHOLE = ['ensemble', 'ensemble'] as const;
  const time = { first: day('2026-09-03'), last: day('2026-10-31'), today: day('2026-11-25') };

  test('a département of 7 is secret, another one with it, and both stay out of the rounded total', () => {
    const u2 = { ...indicatorOf('U2'), dimensions: ['departement'] } as const;
    const tallies = [
      ...(['mois', 'cumul'] as const).flatMap((granularity) => [
        tally(granularity, '2026-09-01', WHOLE, 142),
        tally(granularity, '2026-09-01', ['departement', '75'], 104),
        tally(granularity, '2026-09-01', ['departement', '69'], 31),
        tally(granularity, '2026-09-01', ['departement', '48'], 7),
      ]),
    ];
    const shown = makeFigures(u2, tallies, time).filter((figure) => figure.periodStart === '2026-09-01');
    const of = (granularity: Granularity, modality: string) =>
      shown.find((figure) => figure.granularity === granularity && figure.modality === modality);
    for (const granularity of ['mois', 'cumul'] as const) {
      expect(of(granularity, '48')).toMatchObject({ status: 'secret', value: null, numerator: null, denominator: null });
      expect(of(granularity, '69')).toMatchObject({ status: 'secret', value: null });
      expect(of(granularity, '75')).toMatchObject({ status: 'definitif', value: 100 });
    }
  });

  test('a month of 7 hides another month, and all time is rounded: its growth does not tell it', () => {
    const tallies = [
      tally('mois', '2026-09-01', WHOLE, 24),
      tally('mois', '2026-10-01', WHOLE, 7),
      tally('annee', '2026-01-01', WHOLE, 31),
      tally('cumul', '1970-01-01', WHOLE, 31),
    ];
    const shown = makeFigures(indicatorOf('U3_people'), tallies, time);
    expect(shown.filter((figure) => figure.granularity === 'mois').map((figure) => figure.status)).toEqual(['secret', 'secret']);
    expect(shown.find((figure) => figure.granularity === 'cumul')).toMatchObject({ value: 30 });
    expect(shown.find((figure) => figure.granularity === 'annee')).toMatchObject({ value: 30 });
  });

  test('a breakdown is kept back until its window is closed, the whole is provisional', () => {
    const s = { ...indicatorOf('U6') };
    const tallies = [
      tally('mois', '2026-09-01', ['etape', 'submitted'], 30, 60),
      tally('mois', '2026-10-01', ['etape', 'submitted'], 20, 60),
    ];
    const months = makeFigures(s, tallies, time).filter((figure) => figure.granularity === 'mois');
    expect(months.map((figure) => [figure.periodStart, figure.value])).toEqual([['2026-09-01', 50]]);
    const whole = makeFigures(indicatorOf('U4'), [tally('mois', '2026-10-01', WHOLE, 20, 60)], time);
    expect(whole.find((figure) => figure.periodStart === '2026-10-01')).toMatchObject({ status: 'provisoire' });
  });

  test('a gap is secret when the group it is compared with is', () => {
    const i1 = { ...indicatorOf('I1'), windowDays: 0 };
    const tallies = [
      tally('mois', '2026-09-01', WHOLE, 60, 130),
      tally('mois', '2026-09-01', ['langue', 'fr'], 5, 60),
      tally('mois', '2026-09-01', ['langue', 'ar'], 55, 70),
    ];
    const shown = makeFigures(i1, tallies, time).filter(
      (figure) => figure.periodStart === '2026-09-01' && figure.granularity === 'mois',
    );
    expect(shown.map((figure) => [figure.modality, figure.status])).toEqual([
      ['ar', 'secret'],
      ['fr', 'secret'],
    ]);
  });

  test('no fact makes a zero, and a percentage of nothing is empty', () => {
    const [september] = makeFigures(indicatorOf('S5'), [], time);
    expect(september).toMatchObject({ value: null, numerator: 0, denominator: 0, status: 'definitif' });
  });

  test('a week of 7 hides another one where months begin with weeks and tell their sum', () => {
    // February 2027 begins on a Monday and has four whole weeks.
    const weekly = { ...indicatorOf('S6') };
    const tallies = ['2027-02-01', '2027-02-08', '2027-02-15', '2027-02-22'].map((monday, at) =>
      tally('semaine', monday, WHOLE, 40, at === 1 ? 7 : 20 + at),
    );
    const shown = makeFigures(weekly, tallies, { first: day('2027-02-01'), last: day('2027-02-28'), today: day('2027-03-10') });
    expect(shown.map((figure) => figure.status)).toEqual(['secret', 'secret', 'definitif', 'definitif']);
  });

  test('the twelve months up to the last closed one are one figure, rounded to ten', () => {
    const [year, ...others] = makeFigures(indicatorOf('U3_12_months'), [tally('annee', '2025-11-01', WHOLE, 146)], time);
    expect(year).toMatchObject({ periodStart: '2025-11-01', periodEnd: '2026-10-31', value: 150, status: 'definitif' });
    expect(others).toEqual([]);
  });
});
