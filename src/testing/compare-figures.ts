import { WHOLE, type Figure } from '#domain/stats/figure.ts';
import { indicators, type Indicator, type Series } from '#domain/stats/indicators.ts';
import { rankOf, type Fact, type recomputeFacts } from './recompute-figures.ts';

const toTen = (count: number) => Math.round(count / 10) * 10;

interface Sums {
  readonly num: number;
  readonly den: number;
}

/** Facts of one indicator by day, so that a period takes only its own. */
type FactsByDay = ReadonlyMap<string, readonly Fact[]>;

function byDay(facts: readonly Fact[]): FactsByDay {
  const days = new Map<string, Fact[]>();
  for (const fact of facts) {
    const day = days.get(fact.day);
    if (day) day.push(fact);
    else days.set(fact.day, [fact]);
  }
  return days;
}

/** What a published figure should be, from facts recomputed without SQL. `null` for one that has no value. */
function expectedOf(figure: Figure, indicator: Indicator, series: Series, facts: FactsByDay, blurred: boolean): number | null {
  const inPeriod: Fact[] = [];
  for (const [day, some] of facts)
    if (day >= figure.periodStart && day <= figure.periodEnd)
      inPeriod.push(...some.filter((fact) => fact.dims?.['of'] === series.of));
  const of = (dimension: string, modality: string) =>
    dimension === WHOLE ? inPeriod : inPeriod.filter((fact) => fact.dims?.[dimension] === modality);
  const sums = (dimension: string, modality: string): Sums => {
    const some = of(dimension, modality);
    const exact = {
      num: some.reduce((sum, fact) => sum + fact.num, 0),
      den: some.reduce((sum, fact) => sum + fact.den, 0),
    };
    const rounds =
      dimension === 'departement' || (dimension !== WHOLE && figure.granularity !== 'mois') || (dimension === WHOLE && blurred);
    return rounds ? { num: toTen(exact.num), den: toTen(exact.den) } : exact;
  };
  const ratio = ({ num, den }: Sums) => (den > 0 ? num / den : null);
  const own = sums(figure.dimension, figure.modality);
  const share = ratio(own);
  const { measure } = series;
  switch (measure.is) {
    case 'count':
      return own.num;
    case 'percent':
    case 'per_hundred':
      return share === null ? null : 100 * share;
    case 'mean':
      return share;
    case 'assumed':
      return own.num * measure.factor;
    case 'part_of_whole': {
      const { den } = sums(WHOLE, WHOLE);
      return den > 0 ? (100 * own.num) / den : null;
    }
    case 'relative': {
      const whole = ratio(sums(WHOLE, WHOLE));
      return share === null || !whole ? null : share / whole;
    }
    case 'gap': {
      const against = ratio(sums(figure.dimension, measure.reference));
      return share === null || against === null ? null : 100 * (share - against);
    }
    case 'duration': {
      const values = of(figure.dimension, figure.modality).flatMap((fact) => {
        const value = measure.clock === 'calendar' ? fact.hours : fact.working;
        return value === undefined ? [] : [value];
      });
      return rankOf(values, measure.rank);
    }
  }
}

/** How the figures that were published compare with facts recomputed apart. */
export interface Comparison {
  readonly compared: number;
  readonly secret: number;
  /** One line for each figure that is not what it should be. */
  readonly faults: readonly string[];
}

/** Compares every published figure with what the recomputed facts say, and looks for small cells that are not secret. */
export function compareFigures(figures: readonly Figure[], facts: ReturnType<typeof recomputeFacts>): Comparison {
  const faults: string[] = [];
  let compared = 0;
  let secret = 0;
  const all = indicators.flatMap((indicator) => indicator.series.map((series) => ({ indicator, series })));
  const hiddenMonths = new Set(
    figures.filter((one) => one.status === 'secret' && one.dimension === WHOLE).map((one) => one.indicator),
  );
  const days = new Map([...facts].map(([id, some]) => [id, byDay(some)]));
  for (const figure of figures) {
    const found = all.find(({ series }) => series.id === figure.indicator);
    if (!found) {
      if (figure.status !== 'non_disponible') faults.push(`${figure.indicator}: nobody knows it`);
      continue;
    }
    const name = `${figure.indicator} ${figure.granularity} ${figure.periodStart} ${figure.dimension}=${figure.modality}`;
    if (figure.status === 'secret') {
      secret += 1;
      if ([figure.value, figure.numerator, figure.denominator, figure.low, figure.high].some((one) => one !== null))
        faults.push(`${name}: secret, and yet it says something`);
      continue;
    }
    compared += 1;
    const own = days.get(found.indicator.id) ?? new Map<string, readonly Fact[]>();
    const longer = figure.granularity === 'annee' || figure.granularity === 'cumul';
    // A whole that is not published may be rounded, too: its hidden months cannot be seen from here.
    const mayBlur = longer && (hiddenMonths.has(figure.indicator) || !found.indicator.whole || found.indicator.rolling === true);
    const fits = [false, ...(mayBlur ? [true] : [])].some((blurred) => {
      const expected = expectedOf(figure, found.indicator, found.series, own, blurred);
      return expected === null || figure.value === null ? expected === figure.value : Math.abs(expected - figure.value) < 0.006;
    });
    if (!fits) faults.push(`${name}: ${figure.value}, expected ${expectedOf(figure, found.indicator, found.series, own, false)}`);
    const size = figure.denominator ?? (found.series.measure.is === 'count' ? figure.value : null);
    if (size !== null && size > 0 && size < 10) faults.push(`${name}: ${size} is small and published`);
  }
  return { compared, secret, faults };
}
