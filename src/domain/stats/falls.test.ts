import { expect, test } from 'vitest';
import type { CivilDate } from '#kernel/civil-date.ts';
import { fallOf } from './falls.ts';
import type { Figure } from './figure.ts';

const month = (start: string, value: number | null): Figure => ({
  ...{
    periodStart: start as CivilDate,
    periodEnd: start as CivilDate,
    granularity: 'mois',
    indicator: 'U3',
    definitionVersion: 1,
  },
  ...{ dimension: 'ensemble', modality: 'ensemble', value, numerator: null, denominator: null, low: null, high: null },
  ...{ unit: 'nombre', status: value === null ? 'secret' : 'definitif' },
});
const published = [month('2026-08-01', 200), month('2026-09-01', 100)];

test.each([
  ['a new month that fell by 31 %', [...published, month('2026-10-01', 69)], '2026-10-01'],
  ['a new month that fell by 30 %', [...published, month('2026-10-01', 70)], null],
  ['an old month that counts less than it did', [month('2026-08-01', 120), month('2026-09-01', 100)], '2026-08-01'],
  ['the same figures', published, null],
  ['a secret new month', [...published, month('2026-10-01', null)], null],
])('%s', (_, fresh, expected) => expect(fallOf(published, fresh)?.month ?? null).toBe(expected));

test('nothing falls before a first publication, nor from a few', () => {
  expect(fallOf([], published)).toBeNull();
  expect(fallOf([month('2026-09-01', 49)], [month('2026-10-01', 1)])).toBeNull();
});
