import { expect, test } from 'vitest';
import type { CivilDate } from '#kernel/civil-date.ts';
import { accessibilityState, endOfForce, endsSoon, readAudit } from './audit.ts';

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
  expect(audit).toMatchObject({ on: '2026-11-01', met: 2, applicable: 2, failing: [], pages: ['home'] });
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

test('newer rules end a declaration 18 months after they were published; older ones do not', () => {
  const audit = readAudit(grid('C'), '2026-11-01')!;
  expect(endOfForce(audit, [day('2023-04-05')])).toBe('2029-11-01');
  expect(endOfForce(audit, [day('2023-04-05'), day('2027-01-10')])).toBe('2028-07-10');
  expect(endOfForce(audit, [day('2029-06-01')])).toBe('2029-11-01');
});

test('ninety days before its end the operator is alerted, and after it as well; without an audit there is nothing to alert of', () => {
  const audit = readAudit(grid('C'), '2026-11-01');
  expect(endsSoon(audit, day('2029-08-02'))).toBe(false);
  expect(endsSoon(audit, day('2029-08-03'))).toBe(true);
  expect(endsSoon(audit, day('2030-01-01'))).toBe(true);
  expect(endsSoon(null, day('2030-01-01'))).toBe(false);
});

test('what is not met, what is set aside with its explanation, and the pages looked at are read from the grid', () => {
  const lines = [
    'help,10.2,NC,ana,2026-11-01,',
    'help,3.2,NC,ana,2026-11-01,',
    'pdf,13.3,D,ana,2026-11-01,too old, read aloud on demand',
  ];
  expect(readAudit(`${grid('C')}\n${lines.join('\n')}`, '2026-11-01')).toMatchObject({
    failing: ['3.2', '10.2'],
    derogations: [{ criterion: '13.3', page: 'pdf', note: 'too old, read aloud on demand' }],
    pages: ['home', 'help', 'pdf'],
  });
});

test('the mean counts each page once, whatever the number of its criteria, and not a page to which none applies', () => {
  const audit = readAudit(`${grid('C', 'NC')}\nhelp,1.1,C,ana,2026-11-01,\nmap,1.1,NA,ana,2026-11-01,`, '2026-11-01');
  expect(audit).toMatchObject({ met: 1, applicable: 2, mean: 0.75 });
});
