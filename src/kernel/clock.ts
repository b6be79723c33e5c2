/** Where acts read the time and let it pass; tests hand in a fixed one, which waits for nothing. */
export interface Clock {
  now(): Date;
  pause(ms: number): Promise<void>;
}

export const SECOND_MS = 1_000;
export const MINUTE_MS = 60 * SECOND_MS;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

/**
 * Looks again and again until what is seen will do, at least once, and for a while at most.
 * @returns what was seen last
 */
export async function lookUntil<Seen>(
  clock: Pick<Clock, 'pause'>,
  look: () => Promise<Seen>,
  willDo: (seen: Seen) => boolean,
  { everyMs, atMostMs }: { readonly everyMs: number; readonly atMostMs: number },
): Promise<Seen> {
  for (let waited = 0; ; waited += everyMs) {
    const seen = await look();
    if (willDo(seen) || waited >= atMostMs) return seen;
    await clock.pause(everyMs);
  }
}
