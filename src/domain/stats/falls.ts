import { WHOLE, type Figure } from './figure.ts';

/** An indicator that lost much of what it counts. */
export interface Fall {
  /** First day of the month that fell. */
  readonly month: Figure['periodStart'];
  readonly before: number;
  readonly now: number;
}

/** Share of the size before that is left when somebody must look. Source: review page, 10. */
const LEFT = 0.7;

/** Below this a fall of a third is chance: the square root of fifty is seven. */
const LEAST = 50;

const sizeOf = (figure: Figure) => figure.denominator ?? figure.value ?? 0;

const months = (figures: readonly Figure[]) =>
  figures.filter(
    (one) => one.granularity === 'mois' && one.dimension === WHOLE && (one.value !== null || one.denominator !== null),
  );

/**
 * Finds a fall of more than 30 % of what an indicator counts: a month that was published and counts less now, or the newest month beside
 * the one published before it. `null` without one, and for what was never published by month.
 * @param published figures of the indicator as they stand
 * @param fresh the same, computed anew
 */
export function fallOf(published: readonly Figure[], fresh: readonly Figure[]): Fall | null {
  const known = months(published);
  for (const now of months(fresh)) {
    const own = known.filter((one) => one.indicator === now.indicator && one.periodStart <= now.periodStart);
    const before = own.reduce<Figure | null>(
      (latest, one) => (latest && latest.periodStart >= one.periodStart ? latest : one),
      null,
    );
    if (!before || sizeOf(before) < LEAST) continue;
    if (sizeOf(now) < LEFT * sizeOf(before)) return { month: now.periodStart, before: sizeOf(before), now: sizeOf(now) };
  }
  return null;
}
