import type { CivilDate } from '#kernel/civil-date.ts';
import { fallOf } from '#domain/stats/falls.ts';
import type { Figure } from '#domain/stats/figure.ts';
import type { Indicator } from '#domain/stats/indicators.ts';
import type { House } from '#features/house.ts';

/**
 * Chooses what is published of an indicator: the fresh figures, or, after a fall of more than 30 % that nobody confirmed, those published
 * before. A fall is noted once; it is forgotten when the figures recover.
 * @returns the figures, and whether they are held from now on
 */
export async function holdFigures(
  house: Pick<House, 'db' | 'clock'>,
  { id }: Pick<Indicator, 'id'>,
  { before, fresh }: { readonly before: readonly Figure[]; readonly fresh: readonly Figure[] },
): Promise<{ readonly figures: readonly Figure[]; readonly newlyHeld: boolean }> {
  const fall = fallOf(before, fresh);
  const known = await house.db.selectFrom('statHold').selectAll().where('indicator', '=', id).executeTakeFirst();
  if (!fall) {
    if (known) await house.db.deleteFrom('statHold').where('indicator', '=', id).execute();
    return { figures: fresh, newlyHeld: false };
  }
  if (known?.month === fall.month) return { figures: known.confirmedAt ? fresh : before, newlyHeld: false };
  const noted = {
    month: fall.month,
    sizeBefore: fall.before,
    sizeNow: fall.now,
    noticedAt: house.clock.now(),
    confirmedAt: null,
  };
  await house.db
    .insertInto('statHold')
    .values({ indicator: id, ...noted })
    .onConflict((conflict) => conflict.column('indicator').doUpdateSet(noted))
    .execute();
  return { figures: before, newlyHeld: true };
}

/** An indicator whose publication waits for somebody. */
export interface Held {
  readonly indicator: string;
  readonly month: CivilDate;
}

/** Indicators whose fall nobody has confirmed. */
export async function readHeld(house: Pick<House, 'db'>): Promise<readonly Held[]> {
  const rows = await house.db
    .selectFrom('statHold')
    .select(['indicator', 'month'])
    .where('confirmedAt', 'is', null)
    .orderBy('indicator')
    .execute();
  return rows.map(({ indicator, month }) => ({ indicator, month: month as CivilDate }));
}

/** Confirms that a fall is true: the next build publishes it. @returns false when that indicator is not held */
export async function confirmFall(house: Pick<House, 'db' | 'clock'>, indicator: string): Promise<boolean> {
  const rows = await house.db
    .updateTable('statHold')
    .set({ confirmedAt: house.clock.now() })
    .where('indicator', '=', indicator)
    .where('confirmedAt', 'is', null)
    .returning('indicator')
    .execute();
  return rows.length > 0;
}
