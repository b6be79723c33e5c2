import { sql, type RawBuilder } from 'kysely';
import type { CivilDate } from '#kernel/civil-date.ts';
import type { WorkingDay } from '#domain/dates/working-hours.ts';
import { WHOLE, type Dimension, type Figure, type FigureStatus, type Granularity, type Unit } from '#domain/stats/figure.ts';
import { settlingDays, type Indicator } from '#domain/stats/indicators.ts';
import type { Tally } from '#domain/stats/make-figures.ts';
import { rollingStart } from '#domain/stats/periods.ts';
import { FACTS } from './indicators/facts.ts';
import type { DbOrTx, Tx } from './unit-of-work.ts';

interface TallyRow extends Omit<Tally, 'start' | 'dimension'> {
  readonly start: string;
  readonly dimension: string;
}

type Counted = Pick<Indicator, 'id' | 'granularities' | 'dimensions' | 'series' | 'windowDays' | 'breakdownDays' | 'rolling'>;

/**
 * Adds up the facts of one indicator, by period, breakdown and modality, in one query that keeps no fact in memory: facts are added up
 * by month (or day, for weeks) first, and those sums into periods. Breakdowns take only facts of months whose window is closed.
 * @param last day of the last closed month; later facts are left out
 */
export async function tallyFacts(
  db: DbOrTx,
  indicator: Counted,
  { last, today }: { readonly last: CivilDate; readonly today: CivilDate },
): Promise<readonly Tally[]> {
  const lasting = indicator.series.some((series) => series.measure.is === 'duration');
  const { rows } = await (lasting ? ranked(indicator, last) : summed(indicator, last, today)).execute(db);
  return rows.flatMap((row) => {
    const dimension = [...indicator.dimensions, WHOLE as Dimension].find((one) => one === row.dimension);
    return dimension ? [{ ...row, dimension, start: row.start as CivilDate }] : [];
  });
}

/** Sums, and no ranks. */
function summed(indicator: Counted, last: CivilDate, today: CivilDate) {
  const since = indicator.rolling ? rollingStart(last) : '-infinity';
  const day = indicator.granularities.includes('semaine') ? sql`fact.day` : sql`date_trunc('month', fact.day::timestamp)::date`;
  const closed = sql`(date_trunc('month', step.day::timestamp) + interval '1 month - 1 day')::date + ${settlingDays(indicator)}::int`;
  return sql<TallyRow>`
    with fact as not materialized (${sql.raw(FACTS[indicator.id])}),
    step as (
      select ${day} as day, fact.dims, sum(fact.num) as num, sum(fact.den) as den
      from fact where fact.day between ${since}::date and ${last}::date group by 1, 2)
    select step.dims->>'of' as of, period.granularity, period.start::text as start, part.dimension, part.modality,
      sum(step.num)::float8 as numerator, sum(step.den)::float8 as denominator,
      null::float8 as median, null::float8 as p90, null::float8 as "workingMedian", null::float8 as "workingP90"
    from step
    cross join lateral (values ${indicator.rolling ? sql`('annee', ${since}::date)` : periodsOfDay(indicator, sql.ref('step.day'))}) as period (granularity, start)
    cross join lateral (
      select 'ensemble' as dimension, 'ensemble' as modality
      union all
      select key, value from jsonb_each_text(step.dims) where key <> 'of' and ${closed} < ${today}::date
    ) as part
    group by 1, 2, 3, 4, 5`;
}

/** Sums and ranks of durations: no breakdown, so each fact is sorted once for each clock and kind of period. */
function ranked(indicator: Counted, last: CivilDate) {
  return sql<TallyRow>`
    with fact as not materialized (${sql.raw(FACTS[indicator.id])}),
    rank as (
      select period.granularity, period.start, sum(fact.num)::float8 as numerator, sum(fact.den)::float8 as denominator,
        percentile_cont(array[0.5, 0.9]) within group (order by fact.hours::float8) as hours,
        percentile_cont(array[0.5, 0.9]) within group (order by fact.working::float8) as working
      from fact
      cross join lateral (values ${periodsOfDay(indicator, sql.ref('fact.day'))}) as period (granularity, start)
      where fact.day <= ${last}::date
      group by 1, 2)
    select null as of, granularity, start::text as start, 'ensemble' as dimension, 'ensemble' as modality, numerator, denominator,
      hours[1] as median, hours[2] as p90, working[1] as "workingMedian", working[2] as "workingP90"
    from rank`;
}

/** The period of each granularity that a day belongs to. */
function periodsOfDay({ granularities }: Counted, day: RawBuilder<unknown>) {
  return sql.join(
    granularities.map((granularity) => {
      switch (granularity) {
        case 'semaine':
          return sql`('semaine', date_trunc('week', ${day}::timestamp)::date)`;
        case 'annee':
          return sql`('annee', date_trunc('year', ${day}::timestamp)::date)`;
        case 'cumul':
          return sql`('cumul', date '1970-01-01')`;
        default:
          return sql`('mois', date_trunc('month', ${day}::timestamp)::date)`;
      }
    }),
  );
}

/** Counts what the milestones look like, so that queries over all of them are planned well: the embedded database never does by itself. */
export async function measureMilestones(db: DbOrTx): Promise<void> {
  await sql`analyze stat_event`.execute(db);
}

/** Day of the first milestone; `null` before there is one. */
export async function firstFactDay(db: DbOrTx): Promise<CivilDate | null> {
  const { day } = await db
    .selectFrom('statEvent')
    .select((eb) => eb.fn.min('day').as('day'))
    .executeTakeFirstOrThrow();
  return (day as CivilDate | null) ?? null;
}

/** Writes the calendar of working hours anew: queries measure against it. */
export async function replaceWorkingDays(tx: Tx, days: readonly WorkingDay[]): Promise<void> {
  await tx.deleteFrom('workingDay').execute();
  for (let i = 0; i < days.length; i += 500)
    await tx
      .insertInto('workingDay')
      .values(
        days.slice(i, i + 500).map(({ day, opening, hoursBefore }) => ({
          day,
          opensMinute: opening?.opens ?? null,
          closesMinute: opening?.closes ?? null,
          hoursBefore,
        })),
      )
      .execute();
}

/** Puts new figures in the place of all the old ones. */
export async function replaceFigures(tx: Tx, figures: readonly Figure[], builtAt: Date): Promise<void> {
  await tx.deleteFrom('statIndicator').execute();
  for (let i = 0; i < figures.length; i += 500)
    await tx
      .insertInto('statIndicator')
      .values(figures.slice(i, i + 500).map((figure) => ({ ...figure, builtAt })))
      .execute();
}

/** When figures were last built; `null` before the first time. */
export async function figuresBuiltAt(db: DbOrTx): Promise<Date | null> {
  const row = await db.selectFrom('statIndicator').select('builtAt').limit(1).executeTakeFirst();
  return row?.builtAt ?? null;
}

/** Published figures, by indicator, breakdown, then time. `since` leaves out what ended before, and breakdowns of shorter periods. */
export async function loadFigures(
  db: DbOrTx,
  options: { readonly indicator?: string; readonly whole?: boolean; readonly since?: CivilDate } = {},
): Promise<readonly Figure[]> {
  let query = db.selectFrom('statIndicator').selectAll();
  if (options.indicator) query = query.where('indicator', '=', options.indicator);
  if (options.whole) query = query.where('dimension', '=', WHOLE);
  const { since } = options;
  if (since)
    query = query.where((eb) =>
      eb.or([eb('granularity', '=', 'cumul'), eb.and([eb('dimension', '=', WHOLE), eb('periodEnd', '>=', since)])]),
    );
  const rows = await query
    .orderBy('indicator')
    .orderBy('definitionVersion')
    .orderBy('dimension')
    .orderBy('modality')
    .orderBy('granularity')
    .orderBy('periodStart')
    .execute();
  return rows.map(({ builtAt: _, ...row }) => ({
    ...row,
    periodStart: row.periodStart as CivilDate,
    periodEnd: row.periodEnd as CivilDate,
    granularity: row.granularity as Granularity,
    dimension: row.dimension as Dimension,
    unit: row.unit as Unit,
    status: row.status as FigureStatus,
  }));
}

/** Destroys the pseudonym keys of years before one. @returns the years whose key is gone */
export async function destroyStatKeys(db: DbOrTx, beforeYear: number): Promise<readonly number[]> {
  const rows = await db.deleteFrom('statKey').where('year', '<', beforeYear).returning('year').execute();
  return rows.map((row) => row.year);
}

/** A published file, as it is served. */
export interface OpenDataFile {
  readonly name: string;
  /** Media type. */
  readonly type: string;
  readonly body: string;
  /** Strong entity tag, with its quotes (RFC 9110 §8.8.3). */
  readonly etag: string;
}

/** Puts the files of a publication in the place of the old ones. */
export async function replaceOpenData(tx: Tx, files: readonly OpenDataFile[], publishedAt: Date): Promise<void> {
  await tx.deleteFrom('openDataFile').execute();
  await tx
    .insertInto('openDataFile')
    .values(files.map((file) => ({ ...file, publishedAt })))
    .execute();
}

/** When files were last published; `null` before the first time. */
export async function openDataPublishedAt(db: DbOrTx): Promise<Date | null> {
  const row = await db.selectFrom('openDataFile').select('publishedAt').limit(1).executeTakeFirst();
  return row?.publishedAt ?? null;
}

/** One published file; `null` when there is none of that name. */
export async function findOpenData(db: DbOrTx, name: string): Promise<(OpenDataFile & { publishedAt: Date }) | null> {
  return (await db.selectFrom('openDataFile').selectAll().where('name', '=', name).executeTakeFirst()) ?? null;
}
