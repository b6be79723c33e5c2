import { MINUTE_MS, SECOND_MS } from '#kernel/clock.ts';

/** Failures are forgotten after this time without another one. */
export const FAILURES_KEPT_MS = 15 * MINUTE_MS;

const FREE_FAILURES = 5;

/**
 * How long to wait after a number of failed sign-ins of one address from one network: nothing for the first four, then 30 s
 * doubling to 15 min. Slows guessing down without ever locking a person out.
 * @returns milliseconds since the last failure
 */
export function delayAfter(failures: number): number {
  if (failures < FREE_FAILURES) return 0;
  return Math.min(30 * SECOND_MS * 2 ** (failures - FREE_FAILURES), FAILURES_KEPT_MS);
}
