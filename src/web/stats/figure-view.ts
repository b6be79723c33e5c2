import { WHOLE, type Dimension, type Figure } from '#domain/stats/figure.ts';
import { FUNNEL_STEPS, type Indicator, type Series } from '#domain/stats/indicators.ts';

/** Bars shown of a breakdown; the others stand in its table. */
const MOST_BARS = 10;

/** Everything the page says of one series: its months or weeks, and its longer periods. */
export interface SeriesView {
  readonly series: Series;
  /** Months or weeks, oldest first. */
  readonly steps: readonly Figure[];
  /** Years, oldest first, then all time. */
  readonly longer: readonly Figure[];
  /** The newest step, year and all time, where they exist. */
  readonly heads: readonly Figure[];
}

/** A breakdown over all time. */
export interface BreakdownView {
  readonly dimension: Dimension;
  readonly all: readonly Figure[];
  readonly bars: readonly Figure[];
  readonly greatest: number;
}

const isStep = (figure: Figure) => figure.granularity === 'mois' || figure.granularity === 'semaine';

/** The whole of each series of an indicator. */
export function seriesOf(indicator: Indicator, figures: readonly Figure[]): readonly SeriesView[] {
  return indicator.series.map((series) => {
    const own = figures.filter(
      (one) => one.indicator === series.id && one.dimension === WHOLE && one.status !== 'non_disponible',
    );
    const steps = own.filter(isStep);
    const newest = (granularity: Figure['granularity']) => own.filter((one) => one.granularity === granularity).slice(-1);
    const years = own.filter((one) => one.granularity === 'annee');
    return {
      series,
      steps,
      longer: [...years, ...newest('cumul')],
      heads: [...steps.slice(-1), ...years.slice(-1), ...newest('cumul')],
    };
  });
}

const STEP_RANK = new Map<string, number>(FUNNEL_STEPS.map((step, index) => [step, index]));

const inOrder = (a: Figure, b: Figure) =>
  (STEP_RANK.get(a.modality) ?? 0) - (STEP_RANK.get(b.modality) ?? 0) || (a.modality < b.modality ? -1 : 1);
const bySize = (a: Figure, b: Figure) => (b.value ?? -Infinity) - (a.value ?? -Infinity) || (a.modality < b.modality ? -1 : 1);

/** Breakdowns of a series since the start. Steps in their order, the others by size. */
export function breakdownsOf(indicator: Indicator, series: Series, figures: readonly Figure[]): readonly BreakdownView[] {
  return indicator.dimensions.flatMap((dimension) => {
    const own = figures.filter((one) => one.indicator === series.id && one.dimension === dimension);
    const chosen = own.filter((one) => one.granularity === 'cumul');
    if (chosen.length === 0) return [];
    const funnel = dimension === 'etape';
    const all = [...chosen].sort(funnel ? inOrder : bySize);
    const shown = all.filter((one) => one.status !== 'secret' && one.value !== null && (funnel || one.value !== 0));
    const bars = funnel ? shown : shown.slice(0, MOST_BARS);
    const greatest = series.measure.is === 'percent' ? 100 : Math.max(0, ...bars.map((one) => one.value ?? 0));
    return [{ dimension, all, bars, greatest }];
  });
}

/** The groups of a breakdown since the start, and the figures of each series by group. */
export function groupsOf(indicator: Indicator, dimension: Dimension, figures: readonly Figure[]) {
  const own = figures.filter((one) => one.granularity === 'cumul' && one.dimension === dimension);
  const columns = indicator.series.map((series) => ({
    series,
    of: new Map(own.filter((one) => one.indicator === series.id).map((one) => [one.modality, one])),
  }));
  return { columns, groups: [...new Set(columns.flatMap(({ of }) => [...of.keys()]))].sort() };
}
