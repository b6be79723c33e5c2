import { expect, test } from 'vitest';
import { delayAfter } from './sign-in-delays.ts';

test.each([
  [0, 0],
  [4, 0],
  [5, 30_000],
  [6, 60_000],
  [9, 480_000],
  [10, 900_000],
  [500, 900_000],
])('after %i failures one waits %i ms', (failures, wait) => {
  expect(delayAfter(failures)).toBe(wait);
});
