import { expect, test } from 'vitest';
import type { CivilDate } from '#kernel/civil-date.ts';
import { accessibilityState, readAudit } from './audit.ts';

const day = (text: string) => text as CivilDate;
const grid = (...results: string[]) =>
  ['page,criterion,result,by,date,note', ...results.map((result, index) => `home,${index + 1}.1,${result},ana,2026-11-01,`)].join(
    '\n',
  );

test('without an audit the service is not compliant', () => {
  expect(readAudit(grid(), null)).toBeNull();
  expect(accessibilityState(null, day('2026-11-25'))).toBe('non_compliant');
});

test('a grid at 100 % and a day make it fully compliant, until three years later without anybody acting', () => {
  const audit = readAudit(grid('C', 'C', 'NA', 'D'), '2026-11-01');
  expect(audit).toEqual({ on: '2026-11-01', met: 2, applicable: 2 });
  expect(accessibilityState(audit, day('2026-11-25'))).toBe('fully_compliant');
  expect(accessibilityState(audit, day('2029-10-31'))).toBe('fully_compliant');
  expect(accessibilityState(audit, day('2029-11-01'))).toBe('non_compliant');
});

test.each([
  [['C', 'NC'], 'partially_compliant'],
  [['C', 'NC', 'NC'], 'non_compliant'],
  [['C', 'C', 'NC'], 'partially_compliant'],
] as const)('%j is %s', (results, state) => {
  expect(accessibilityState(readAudit(grid(...results), '2026-11-01'), day('2026-11-25'))).toBe(state);
});

test('a criterion is met only when every page meets it', () => {
  const audit = readAudit(`${grid('C')}\nhelp,1.1,NC,ana,2026-11-01,`, '2026-11-01');
  expect(audit).toMatchObject({ met: 0, applicable: 1 });
});

test('a result or a day that does not exist is told, not passed over', () => {
  expect(() => readAudit(grid('X'), '2026-11-01')).toThrow(RangeError);
  expect(() => readAudit(grid('C'), '2026-02-30')).toThrow(RangeError);
});
