import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { DAY_MS } from '#kernel/clock.ts';
import { parisDate } from '#kernel/civil-date.ts';
import { dueFor, duePossibleBefore } from './due.ts';
import { retentionTable, type RetentionKey } from './table.ts';

const row = (key: RetentionKey, days?: number) => retentionTable(days).find((one) => one.key === key)!;
const start = new Date('2026-01-10T09:00:00Z');
const day = (count: number) => new Date(start.getTime() + count * DAY_MS);

/** Runs the job on some days; returns what it did, as `day: act`. */
const run = (key: RetentionKey, days: Iterable<number>, contacts: readonly number[] = []) => {
  const done: string[] = [];
  const warned: Date[] = [];
  for (const count of days) {
    const since = day(Math.max(0, ...contacts.filter((contact) => contact <= count)));
    const due = dueFor(row(key), since, warned, day(count));
    if (due.what === 'warning') {
      warned.push(day(count));
      done.push(`${count}: warning ${due.number}`);
    }
    if (due.what === 'end') {
      done.push(`${count}: end`);
      break;
    }
  }
  return done;
};
const every = (from: number, to: number, step = 1) =>
  Array.from({ length: Math.ceil((to - from) / step) }, (_, i) => from + i * step);

describe('pieces', () => {
  it('are warned of on days 30 and 37 and archived on day 45', () => {
    expect(run('pieces', every(0, 60))).toEqual(['30: warning 0', '37: warning 1', '45: end']);
  });

  it('wait for both mails when the jobs were off from day 29 to 50', () => {
    expect(run('pieces', [...every(0, 29), ...every(50, 80)])).toEqual(['50: warning 0', '57: warning 1', '64: end']);
  });

  it('begin anew with each contact', () => {
    expect(run('pieces', every(0, 100), [40])).toEqual([
      '30: warning 0',
      '37: warning 1',
      '70: warning 0',
      '77: warning 1',
      '85: end',
    ]);
  });

  it('may be kept up to 90 days by the operator, and the warnings move with it', () => {
    expect(row('pieces', 90).warnings).toEqual([{ days: 75 }, { days: 82 }]);
    expect(() => retentionTable(91)).toThrow(RangeError);
    expect(() => retentionTable(0)).toThrow(RangeError);
  });
});

describe('accounts', () => {
  it('signed in weekly without edit for 13 months are neither warned nor deleted', () => {
    expect(run('account', every(0, 400), every(0, 400, 7))).toEqual([]);
  });

  it('left alone are warned after 11 and 11 and a half months and end after 12', () => {
    const [first, second, end] = run('account', every(0, 400));
    expect([first, second, end]).toEqual(['334: warning 0', '349: warning 1', '365: end']);
  });
});

test('rows without warning end on their day', () => {
  expect(run('set_aside_person', every(0, 60))).toEqual(['30: end']);
  expect(run('empty_dossier', every(0, 60))).toEqual(['45: end']);
});

test('what has no length of time is never due', () => {
  expect(run('events', every(0, 4000, 100))).toEqual([]);
  expect(duePossibleBefore(row('events'), start)).toBeNull();
});

test('whenever the jobs run, each act comes once, in order, and warnings lie a week apart and before the end', () => {
  const keys = retentionTable().map((one) => one.key);
  fc.assert(
    fc.property(fc.constantFrom(...keys), fc.uniqueArray(fc.integer({ min: 0, max: 1200 }), { maxLength: 60 }), (key, days) => {
      const done = run(
        key,
        [...days].sort((a, b) => a - b),
      );
      const expected = [...row(key).warnings.map((_, number) => `warning ${number}`), 'end'];
      expect(done.map((act) => act.replace(/^\d+: /, ''))).toEqual(expected.slice(0, done.length));
      const at = done.map((act) => Number.parseInt(act, 10));
      at.slice(1).forEach((count, index) => expect(count - at[index]!).toBeGreaterThanOrEqual(7));
    }),
  );
});

test('a query by the latest possible day of contact misses nobody who is due', () => {
  const keys = retentionTable().map((one) => one.key);
  fc.assert(
    fc.property(fc.constantFrom(...keys), fc.integer({ min: 0, max: 900 }), (key, count) => {
      const due = dueFor(row(key), start, [], day(count));
      const before = duePossibleBefore(row(key), day(count));
      if (due.what !== 'nothing') expect(parisDate(start) <= before!).toBe(true);
    }),
  );
});
