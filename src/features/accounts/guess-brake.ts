import { delayAfter, FAILURES_KEPT_MS } from '#domain/accounts/sign-in-delays.ts';
import type { House } from '#features/house.ts';

type BrakeHouse = Pick<House, 'transact' | 'clock' | 'secrets'>;

const keyOf = (house: Pick<House, 'secrets'>, secretOf: string) =>
  `guess:${house.secrets.keyedHash('guess', secretOf).toString('base64url').slice(0, 32)}`;

/**
 * Counts a try at a secret before it is judged, so that a thousand tries sent at once are a thousand tries. In `rate_counter`,
 * `window_started_at` is here the time of the last try.
 * @param secretOf what is being guessed, e.g. an address and a network; kept as a keyed hash only
 * @returns `null` when the try may be judged, otherwise when to come back
 */
export async function beginTry(house: BrakeHouse, secretOf: string): Promise<{ retryAt: Date } | null> {
  const key = keyOf(house, secretOf);
  return house.transact(async (tx) => {
    const now = house.clock.now();
    const fresh = { windowStartedAt: now, expiresAt: new Date(now.getTime() + FAILURES_KEPT_MS) };
    await tx
      .insertInto('rateCounter')
      .values({ key, hits: 0, ...fresh })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    const known = await tx.selectFrom('rateCounter').selectAll().where('key', '=', key).forUpdate().executeTakeFirstOrThrow();
    const failures = known.expiresAt <= now ? 0 : known.hits;
    const retryAt = new Date(known.windowStartedAt.getTime() + delayAfter(failures));
    if (failures > 0 && retryAt > now) return { retryAt };
    await tx
      .updateTable('rateCounter')
      .set({ ...fresh, hits: failures + 1 })
      .where('key', '=', key)
      .execute();
    return null;
  });
}

/** Forgets the tries after a success. */
export async function forgetTries(house: Pick<House, 'db' | 'secrets'>, secretOf: string): Promise<void> {
  await house.db.deleteFrom('rateCounter').where('key', '=', keyOf(house, secretOf)).execute();
}
