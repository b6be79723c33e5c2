import { partsOf, shiftDays, type CivilDate } from '#kernel/civil-date.ts';
import { WHOLE, type Dimension, type Figure, type Granularity } from './figure.ts';
import { settlingDays, type Indicator, type Measure, type Series } from './indicators.ts';
import { isOpen, lastClosedDay, periodsOf, rollingPeriod, type Period } from './periods.ts';
import { isSmall, protectCells, toTen, type Cell, type Sum } from './secrecy.ts';
import { wilsonInterval } from './wilson.ts';

/** Facts of one period and modality added up, as the query of an indicator gives them. */
export interface Tally {
  /** Which part of the facts, where the query of an indicator tells several apart; `null` otherwise. */
  readonly of: string | null;
  readonly granularity: Granularity;
  /** First day of the period; of `cumul`, any. */
  readonly start: CivilDate;
  readonly dimension: Dimension;
  readonly modality: string;
  readonly numerator: number;
  readonly denominator: number;
  /** Hours at each rank, by the calendar and in working hours; `null` without durations. */
  readonly median: number | null;
  readonly p90: number | null;
  readonly workingMedian: number | null;
  readonly workingP90: number | null;
}

interface Slot {
  readonly key: string;
  readonly period: Period;
  readonly dimension: Dimension;
  readonly modality: string;
  readonly tally: Tally | null;
}

const counts = (measure: Measure) => measure.is === 'count';
const startKey = (granularity: Granularity, start: CivilDate) => `${granularity}|${granularity === 'cumul' ? '' : start}`;
const keyOf = (granularity: Granularity, start: CivilDate, dimension: string, modality: string) =>
  `${startKey(granularity, start)}|${dimension}|${modality}`;

/**
 * Makes the published figures of one indicator from its tallies: every period and every known modality, zero where nothing happened;
 * small cells and what would give them away are secret; breakdowns over more than a month, and every count of a département, are
 * rounded to ten; breakdowns appear once their window is closed and never change afterwards. Source: review page, 13.1.
 * @param options.first day of the first fact of the service
 * @param options.last day of the last closed month
 * @param options.published figures as they stand: what they say, or keep secret, of a period that is over stays so
 */
export function makeFigures(
  indicator: Indicator,
  tallies: readonly Tally[],
  options: {
    readonly first: CivilDate;
    readonly last: CivilDate;
    readonly today: CivilDate;
    readonly published?: readonly Figure[];
  },
): readonly Figure[] {
  const { first, last, today, published = [] } = options;
  const periods = indicator.rolling ? [rollingPeriod(last)] : periodsOf(indicator.granularities, first, last);
  const parts = new Set(indicator.series.map((series) => series.of ?? null));
  return [...parts].flatMap((of) =>
    figuresOfPart(
      { ...indicator, series: indicator.series.filter((series) => (series.of ?? null) === of) },
      slotsOf(
        indicator,
        tallies.filter((tally) => tally.of === of),
        periods,
        today,
      ),
      today,
      published,
    ),
  );
}

/** The figures of series that count the same facts. */
function figuresOfPart(
  indicator: Omit<Indicator, 'series'> & { readonly series: readonly Series[] },
  slots: readonly Slot[],
  today: CivilDate,
  published: readonly Figure[],
): readonly Figure[] {
  const measure = indicator.series[0]?.measure ?? { is: 'count' };
  const earlier = decidedEarlier(indicator, published);
  const weeks = weekSums(slots, measure);
  const cells = [...slots.map((slot): Cell => ({ ...cellOf(slot, measure), ...earlier(slot) })), ...weeks.cells];
  const secret = protectCells(cells, [...sumsOf(slots), ...weeks.sums]);
  const blurred = indicator.rolling ? new Set(slots.map((slot) => slot.key)) : blurredPeriods(slots, secret);
  const seen = new Map(slots.map((slot) => [slot.key, slot]));
  return indicator.series.flatMap((series) =>
    slots
      .filter((slot) => indicator.whole || slot.dimension !== WHOLE)
      .map((slot): Figure => {
        const row = {
          periodStart: slot.period.start,
          periodEnd: slot.period.end,
          granularity: slot.period.granularity,
          indicator: series.id,
          definitionVersion: indicator.version,
          dimension: slot.dimension,
          modality: slot.modality,
          unit: series.unit,
        };
        const others = (dimension: Dimension, modality: string) =>
          seen.get(keyOf(slot.period.granularity, slot.period.start, dimension, modality)) ?? null;
        const needed = [slot, ...neededBy(series.measure, slot, others)];
        if (needed.some((other) => secret.has(other.key))) return { ...row, ...EMPTY, status: 'secret' };
        const rounded = (other: Slot) => (isRounded(other, blurred) ? roundTally(other.tally) : other.tally);
        const said = say(series.measure, slot, rounded, others);
        const open = slot.period.unfinished || isOpen(slot.period.end, indicator.windowDays, today);
        return { ...row, ...said, status: open ? 'provisoire' : 'definitif' };
      }),
  );
}

/** A figure of an indicator that nobody measures yet. */
export function unavailableFigure(id: string, unit: Figure['unit'], last: CivilDate): Figure {
  return {
    periodStart: `${last.slice(0, 7)}-01` as CivilDate,
    periodEnd: last,
    granularity: 'mois',
    indicator: id,
    definitionVersion: 1,
    dimension: WHOLE,
    modality: WHOLE,
    unit,
    ...EMPTY,
    status: 'non_disponible',
  };
}

const EMPTY = { value: null, numerator: null, denominator: null, low: null, high: null } as const;

function slotsOf(indicator: Indicator, tallies: readonly Tally[], periods: readonly Period[], today: CivilDate): Slot[] {
  const byKey = new Map(tallies.map((tally) => [keyOf(tally.granularity, tally.start, tally.dimension, tally.modality), tally]));
  const modalities = (dimension: Dimension) =>
    [...new Set(tallies.filter((tally) => tally.dimension === dimension).map((tally) => tally.modality))].sort();
  const slots: Slot[] = [];
  for (const period of periods) {
    const add = (dimension: Dimension, modality: string, shown = period) => {
      const key = keyOf(period.granularity, period.start, dimension, modality);
      slots.push({ key, period: shown, dimension, modality, tally: byKey.get(key) ?? null });
    };
    add(WHOLE, WHOLE);
    // Of a year that is not over and of months whose window is open, a later day would tell what this one kept.
    if (period.granularity === 'semaine' || (period.granularity === 'annee' && period.unfinished)) continue;
    if (period.granularity !== 'cumul' && isOpen(period.end, settlingDays(indicator), today)) continue;
    const closed = period.granularity === 'cumul' ? lastClosedOf(indicator, period, today) : period;
    if (!closed) continue;
    for (const dimension of indicator.dimensions) for (const modality of modalities(dimension)) add(dimension, modality, closed);
  }
  return slots;
}

/** All time as breakdowns know it: up to the last month whose window is closed. */
function lastClosedOf(indicator: Indicator, period: Period, today: CivilDate): Period | null {
  let { end } = period;
  while (isOpen(end, settlingDays(indicator), today)) end = lastClosedDay(end);
  return end < period.start ? null : { ...period, end };
}

/** Sum of a breakdown within a period, and of the months of a year or of all time. */
function sumsOf(slots: readonly Slot[]): Sum[] {
  const groups = new Map<string, { parts: string[]; total: string }>();
  const put = (name: string, part: string, total: string) => {
    const group = groups.get(name) ?? { parts: [], total };
    group.parts.push(part);
    groups.set(name, group);
  };
  for (const { key, period, dimension, modality } of slots) {
    const { granularity, start } = period;
    if (dimension !== WHOLE) put(`${dimension}|${startKey(granularity, start)}`, key, keyOf(granularity, start, WHOLE, WHOLE));
    if (granularity !== 'mois') continue;
    const year = `${partsOf(start).year}-01-01` as CivilDate;
    put(`annee ${year}|${dimension}|${modality}`, key, keyOf('annee', year, dimension, modality));
    put(`cumul|${dimension}|${modality}`, key, keyOf('cumul', start, dimension, modality));
  }
  return [...groups.values()];
}

/** What was published of a period that was over, or kept secret. All time grows, and so does a year that goes on: they are decided anew. */
function decidedEarlier(
  indicator: { readonly version: number; readonly series: readonly Series[] },
  published: readonly Figure[],
): (slot: Slot) => Pick<Cell, 'before'> {
  const ids = new Set(indicator.series.map((series) => series.id));
  const known = new Map(
    published
      .filter((one) => ids.has(one.indicator) && one.definitionVersion === indicator.version && one.granularity !== 'cumul')
      .map((one) => [`${keyOf(one.granularity, one.periodStart, one.dimension, one.modality)}|${one.periodEnd}`, one.status]),
  );
  return ({ key, period }) => {
    const status = period.unfinished ? undefined : known.get(`${key}|${period.end}`);
    return status === undefined ? {} : { before: status === 'secret' ? 'secret' : 'open' };
  };
}

/**
 * Months are published beside weeks: between two days that begin both a week and a month, the sum of the weeks is known. Those sums
 * are cells that cannot be hidden.
 */
function weekSums(slots: readonly Slot[], measure: Measure): { readonly cells: readonly Cell[]; readonly sums: readonly Sum[] } {
  const spans = new Map<string, Slot[]>();
  let span = '';
  for (const slot of slots) {
    if (slot.period.granularity !== 'semaine' || slot.dimension !== WHOLE) continue;
    // The first days of a month are the 1st; before the first such Monday the sum is known, too, from the start of the service.
    if (partsOf(slot.period.start).day === 1) span = slot.period.start;
    const weeks = spans.get(span) ?? [];
    weeks.push(slot);
    spans.set(span, weeks);
  }
  const named = [...spans].map(([start, weeks]) => ({
    total: `weeks from ${start}`,
    parts: weeks.map((week) => week.key),
    weeks,
  }));
  return {
    sums: named,
    cells: named.map(({ total, weeks }) => ({
      key: total,
      size: weeks.reduce((sum, week) => sum + cellOf(week, measure).size, 0),
      small: false,
    })),
  };
}

function cellOf(slot: Slot, measure: Measure): Cell {
  const numerator = slot.tally?.numerator ?? 0;
  const denominator = slot.tally?.denominator ?? 0;
  const size = counts(measure) || measure.is === 'part_of_whole' ? numerator : denominator;
  const small =
    measure.is === 'part_of_whole' && slot.dimension === WHOLE
      ? isSmall(denominator)
      : isSmall(size) || (slot.dimension !== WHOLE && measure.is !== 'mean' && isSmall(numerator));
  return { key: slot.key, size, small, within: slot.dimension === WHOLE ? size : numerator };
}

/** Years and all time of the whole that hold a secret month: their growth would tell it. */
function blurredPeriods(slots: readonly Slot[], secret: ReadonlySet<string>): ReadonlySet<string> {
  const hidden = slots.filter((slot) => slot.dimension === WHOLE && slot.period.granularity === 'mois' && secret.has(slot.key));
  return new Set(
    slots
      .filter(({ period, dimension }) => dimension === WHOLE && period.granularity !== 'mois' && period.granularity !== 'semaine')
      .filter(({ period }) => hidden.some((month) => month.period.start >= period.start && month.period.end <= period.end))
      .map((slot) => slot.key),
  );
}

const isRounded = (slot: Slot, blurred: ReadonlySet<string>) =>
  slot.dimension === 'departement' || (slot.dimension !== WHOLE && slot.period.granularity !== 'mois') || blurred.has(slot.key);

const roundTally = (tally: Tally | null): Tally | null =>
  tally && { ...tally, numerator: toTen(tally.numerator), denominator: toTen(tally.denominator) };

type Others = (dimension: Dimension, modality: string) => Slot | null;

/** What else a value is made of: it must not be secret either. */
function neededBy(measure: Measure, slot: Slot, others: Others): readonly Slot[] {
  const other =
    measure.is === 'gap'
      ? others(slot.dimension, measure.reference)
      : measure.is === 'relative' || measure.is === 'part_of_whole'
        ? others(WHOLE, WHOLE)
        : null;
  return other ? [other] : [];
}

type Said = Pick<Figure, 'value' | 'numerator' | 'denominator' | 'low' | 'high'>;

const digits = (value: number, places: number) => Math.round(value * 10 ** places) / 10 ** places;
const ratio = (tally: Tally | null) => (tally && tally.denominator > 0 ? tally.numerator / tally.denominator : null);

function say(measure: Measure, slot: Slot, rounded: (slot: Slot) => Tally | null, others: Others): Said {
  const tally = rounded(slot);
  const numerator = Math.round(tally?.numerator ?? 0);
  const denominator = Math.round(tally?.denominator ?? 0);
  const both = { numerator, denominator, low: null, high: null };
  switch (measure.is) {
    case 'count':
      return { ...EMPTY, value: numerator };
    case 'percent': {
      const share = ratio(tally);
      const interval = wilsonInterval(numerator, denominator);
      return {
        ...both,
        value: share === null ? null : digits(100 * share, 2),
        low: interval && digits(100 * interval.low, 2),
        high: interval && digits(100 * interval.high, 2),
      };
    }
    case 'part_of_whole': {
      const all = others(WHOLE, WHOLE);
      const of = Math.round((all && rounded(all)?.denominator) ?? 0);
      const interval = wilsonInterval(Math.min(numerator, of), of);
      return {
        numerator,
        denominator: of,
        value: of > 0 ? digits((100 * numerator) / of, 2) : null,
        low: interval && digits(100 * interval.low, 2),
        high: interval && digits(100 * interval.high, 2),
      };
    }
    case 'per_hundred': {
      const share = ratio(tally);
      return { ...both, value: share === null ? null : digits(100 * share, 2) };
    }
    case 'mean': {
      const share = ratio(tally);
      return { ...both, value: share === null ? null : digits(share, 3) };
    }
    case 'duration': {
      const hours =
        measure.clock === 'calendar'
          ? measure.rank === 0.5
            ? tally?.median
            : tally?.p90
          : measure.rank === 0.5
            ? tally?.workingMedian
            : tally?.workingP90;
      return { ...EMPTY, value: hours === null || hours === undefined ? null : digits(hours, 4), denominator };
    }
    case 'gap': {
      const reference = others(slot.dimension, measure.reference);
      const [share, against] = [ratio(tally), ratio(reference && rounded(reference))];
      return { ...both, value: share === null || against === null ? null : digits(100 * (share - against), 2) };
    }
    case 'relative': {
      const all = others(WHOLE, WHOLE);
      const [share, whole] = [ratio(tally), ratio(all && rounded(all))];
      return { ...both, value: share === null || !whole ? null : digits(share / whole, 3) };
    }
    case 'assumed':
      return {
        numerator,
        denominator,
        value: digits((tally?.numerator ?? 0) * measure.factor, 2),
        low: digits((tally?.numerator ?? 0) * measure.low, 2),
        high: digits((tally?.numerator ?? 0) * measure.high, 2),
      };
  }
}

/** Days of the calendar of work that figures need: from a year before the first fact to a month after today. */
export function calendarRange(first: CivilDate, today: CivilDate): { readonly from: CivilDate; readonly to: CivilDate } {
  return { from: shiftDays(first, -366), to: shiftDays(today, 31) };
}
