import { expect, test } from 'vitest';
import { netMonthly } from './net-amount.ts';

test.each([
  ['gross', '32 000', 2000],
  ['gross', '32000,50 €', 2000],
  ['gross', '1', null],
  ['gross', 'beaucoup', null],
  ['three', '1000 1200 1400', 1200],
  ['three', '1000,50 ; 1200,50 ; 1400', 1200],
  ['three', '1000 1200', null],
  ['three', '1000 x 1200', null],
  ['line', '14400', 1200],
  ['line', '0', null],
  ['line', '-14400', null],
] as const)('%s of « %s » is %s a month', (way, typed, amount) => expect(netMonthly(way, typed)).toBe(amount));
