import type { Dimension, Figure, Granularity, Unit } from '#domain/stats/figure.ts';
import { indicators } from '#domain/stats/indicators.ts';
import { formats } from '#i18n/format.ts';
import { translator } from '#i18n/translate.ts';
import { sayModality, sayPeriod, sayValue } from '#web/stats/say-figure.ts';
import { readCsv } from './table-schema.ts';

const FRENCH = { t: translator('fr'), format: formats('fr'), locale: 'fr' } as const;

const decoded = (html: string) =>
  html
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', '’')
    .replaceAll('&amp;', '&')
    .trim();

/** Cells of every table row of an element, as people read them. */
const rowsOf = (html: string) =>
  [...html.matchAll(/<tr>(.*?)<\/tr>/gs)].map((row) =>
    [...(row[1] ?? '').matchAll(/<t[dh][^>]*>(.*?)<\/t[dh]>/gs)].map((cell) => decoded(cell[1] ?? '')),
  );

/** Every line of `indicateurs.csv`, as a figure: what a reader of the open data has in hand. */
export function figuresOfCsv(csv: string): readonly Figure[] {
  const [, ...rows] = readCsv(csv);
  const number = (text: string | undefined) => (text === undefined || text === '' ? null : Number(text));
  return rows.map((row): Figure => ({
    ...{ periodStart: row[0] as Figure['periodStart'], periodEnd: row[1] as Figure['periodEnd'] },
    ...{ granularity: row[2] as Granularity, indicator: row[3] ?? '', definitionVersion: Number(row[4]) },
    ...{ dimension: row[5] as Dimension, modality: row[6] ?? '' },
    ...{ value: number(row[7]), numerator: number(row[8]), denominator: number(row[9]) },
    ...{ low: number(row[10]), high: number(row[11]), unit: row[12] as Unit, status: row[13] as Figure['status'] },
  }));
}

/**
 * Reads the tables of the French page back and holds them against the lines of the CSV file: each line of the months shown must stand
 * in the table of its indicator, with its value, « Secret », or a dash where it has none.
 * @param since first day of the first month shown
 */
export function comparePage(
  html: string,
  csv: string,
  since: string,
): { readonly compared: number; readonly faults: readonly string[] } {
  const faults: string[] = [];
  let compared = 0;
  const articles = new Map(
    [...html.matchAll(/<article[^>]* id="(\w+)"[^>]*>(.*?)<\/article>/gs)].map((one) => [one[1], one[2] ?? '']),
  );
  const tables = new Map([...articles].map(([id, article]) => [id, rowsOf(article)]));
  for (const figure of figuresOfCsv(csv)) {
    const indicator = indicators.find((one) => one.series.some((series) => series.id === figure.indicator));
    const whole = figure.dimension === 'ensemble';
    // Breakdowns of months, and of years, stand in the files alone.
    if (!indicator || figure.periodEnd < since || (!whole && figure.granularity !== 'cumul')) continue;
    compared += 1;
    const series = indicator.series.find((one) => one.id === figure.indicator);
    const first = whole ? sayPeriod(FRENCH, figure) : sayModality(FRENCH, figure.dimension, figure.modality);
    const value =
      figure.status === 'secret'
        ? FRENCH.t('stats.secret')
        : figure.value === null
          ? '–'
          : sayValue(FRENCH, figure.value, figure.unit, figure.indicator);
    const rows = tables.get(indicator.id) ?? [];
    const column =
      whole || (indicator.dimensions.length > 1 && series?.of !== undefined)
        ? indicator.series.findIndex((series) => series.id === figure.indicator) + 1
        : 1;
    if (!rows.some((row) => row[0] === first && row[column] === value))
      faults.push(
        `${figure.indicator} ${figure.granularity} ${figure.periodStart} ${figure.modality}: ${first} ${value} is not shown`,
      );
  }
  return { compared, faults };
}
