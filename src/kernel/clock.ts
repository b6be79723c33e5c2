/** Where acts read the time and let it pass; tests hand in a fixed one, which waits for nothing. */
export interface Clock {
  now(): Date;
  pause(ms: number): Promise<void>;
}

export const SECOND_MS = 1_000;
export const MINUTE_MS = 60 * SECOND_MS;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;
