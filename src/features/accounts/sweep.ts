import { DAY_MS } from '#kernel/clock.ts';
import type { House } from '#features/house.ts';
import { deleteOver } from '#store/sweeping.ts';

/** Signed-in sessions stay written down this long after their end: a mail tells of devices not seen before. */
const PLACES_KEPT_MS = 60 * DAY_MS;

/**
 * Erases sessions, mailed links, codes and counters that are over. Run often; missing a run delays, never loses.
 * @returns number of rows erased
 */
export async function sweepAccounts(house: Pick<House, 'db' | 'clock'>): Promise<number> {
  const now = house.clock.now();
  const past = (ms: number) => new Date(now.getTime() - ms);
  return deleteOver(house.db, {
    anonymous: now,
    sessions: past(PLACES_KEPT_MS),
    tokens: past(DAY_MS),
    codes: past(DAY_MS),
    counters: now,
  });
}
