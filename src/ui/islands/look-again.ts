const FIRST_MS = 300;
const GROWTH = 1.5;

/**
 * How long to wait before looking again whether something is ready: what is quick is seen at once, what is slow is asked for less and less
 * often.
 * @param before the wait before, `null` at first; milliseconds as all
 * @param atMost the longest wait
 */
export const nextWait = (before: number | null, atMost: number): number =>
  Math.min(atMost, before === null ? FIRST_MS : before * GROWTH);
