import { parisDate, partsOf } from '#kernel/civil-date.ts';
import { workingCalendar } from '#domain/dates/working-hours.ts';
import type { Figure } from '#domain/stats/figure.ts';
import { indicators, UNAVAILABLE } from '#domain/stats/indicators.ts';
import { calendarRange, makeFigures, unavailableFigure } from '#domain/stats/make-figures.ts';
import { DUE_AT, lastClosedDay, lastDueDay } from '#domain/stats/periods.ts';
import type { House } from '#features/house.ts';
import { holdFigures } from './hold-figures.ts';
import {
  destroyStatKeys,
  figuresBuiltAt,
  firstFactDay,
  loadFigures,
  measureMilestones,
  replaceFigures,
  replaceWorkingDays,
  tallyFacts,
} from '#store/figures.repository.ts';

type FiguresHouse = Pick<House, 'db' | 'transact' | 'clock'>;

/**
 * Computes every public figure anew from the milestones, one query an indicator, and puts them in the place of the old ones at once.
 * Pseudonym keys older than two years after their year are destroyed in the same breath: nothing joins their milestones any more.
 */
export async function buildFigures(
  house: FiguresHouse,
): Promise<{ readonly figures: number; readonly newlyHeld: readonly string[] }> {
  const now = house.clock.now();
  const today = parisDate(now);
  const last = lastClosedDay(today);
  await destroyStatKeys(house.db, partsOf(today).year - 2);
  const first = await firstFactDay(house.db);
  const figures: Figure[] = UNAVAILABLE.map(({ id, unit }) => unavailableFigure(id, unit, last));
  const newlyHeld: string[] = [];
  if (first) {
    await measureMilestones(house.db);
    const { from, to } = calendarRange(first, today);
    await house.transact((tx) => replaceWorkingDays(tx, workingCalendar(from, to)));
    const published = await loadFigures(house.db);
    for (const indicator of indicators) {
      const tallies = await tallyFacts(house.db, indicator, { last, today });
      const own = new Set(indicator.series.map((series) => series.id));
      const chosen = await holdFigures(house, indicator, {
        before: published.filter((one) => own.has(one.indicator)),
        fresh: makeFigures(indicator, tallies, { first, last, today, published }),
      });
      figures.push(...chosen.figures);
      if (chosen.newlyHeld) newlyHeld.push(indicator.id);
    }
  }
  await house.transact((tx) => replaceFigures(tx, figures, now));
  return { figures: figures.length, newlyHeld };
}

/**
 * Builds the figures when the run of 03:30 in Paris has not happened yet, or when there are none. Indicators that fell
 * are on hold by then: throwing raises the alarm of a failed task, once.
 */
export async function buildDueFigures(house: FiguresHouse): Promise<void> {
  const builtAt = await figuresBuiltAt(house.db);
  const dayOf = (at: Date) => lastDueDay(at, DUE_AT.figures);
  if (!builtAt || dayOf(builtAt) < dayOf(house.clock.now())) {
    const { newlyHeld } = await buildFigures(house);
    if (newlyHeld.length > 0)
      throw new Error(`figures fell by more than 30 % and are on hold: check, then run stats:confirm ${newlyHeld.join(' ')}`);
  }
}
