import type { Dimension, Figure, Unit } from '#domain/stats/figure.ts';
import { LOCALE_FACTS, parseLocale } from '#i18n/locales.ts';
import { isWordKey } from '#i18n/translate.ts';
import { monthOf } from '#kernel/civil-date.ts';
import type { Frame } from '#ui/frame.ts';

type Words = Pick<Frame, 't' | 'format' | 'locale'>;

const made = new Map<string, Intl.NumberFormat>();

/** Formats are slow to make and the page writes thousands of numbers: each is made once. */
function numbers(frame: Words, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const tag = LOCALE_FACTS[frame.locale].intl;
  const name = `${tag} ${JSON.stringify(options)}`;
  const known = made.get(name);
  if (known) return known;
  const fresh = new Intl.NumberFormat(tag, options);
  made.set(name, fresh);
  return fresh;
}

/** Hours in the unit that people would use: seconds, minutes, hours, then days. Working hours never become days. */
export function sayHours(frame: Words, hours: number, working: boolean): string {
  const [value, unit] =
    hours < 1 / 60
      ? [hours * 3600, 'second']
      : hours < 1
        ? [hours * 60, 'minute']
        : hours < 48 || working
          ? [hours, 'hour']
          : [hours / 24, 'day'];
  const maximumFractionDigits = unit === 'hour' || unit === 'day' ? 1 : 0;
  return numbers(frame, {
    style: 'unit',
    unit,
    unitDisplay: 'long',
    maximumFractionDigits,
  }).format(value);
}

/** A value with its unit, as the language writes it. */
export function sayValue(frame: Words, value: number, unit: Unit, indicator: string): string {
  switch (unit) {
    case 'pourcent':
      return frame.format.percent(value / 100, 1);
    case 'heure':
      return sayHours(frame, value, indicator.includes('_working'));
    case 'point':
      return frame.t('stats.points', {
        value: numbers(frame, { maximumFractionDigits: 1, signDisplay: 'exceptZero' }).format(value),
      });
    case 'feuille':
      return frame.t('stats.sheets', { value: Math.round(value) });
    case 'kg':
      return numbers(frame, { style: 'unit', unit: 'kilogram', maximumFractionDigits: 1 }).format(value);
    case 'euro':
      return frame.format.euros(value);
    default:
      return numbers(frame, { maximumFractionDigits: 2 }).format(value);
  }
}

/** When a figure is of. */
export function sayPeriod(frame: Words, figure: Pick<Figure, 'granularity' | 'periodStart'>): string {
  switch (figure.granularity) {
    case 'mois':
      return frame.format.month(monthOf(figure.periodStart));
    case 'semaine':
      return frame.t('stats.week_of', { date: frame.format.date(figure.periodStart) });
    case 'annee':
      if (!figure.periodStart.endsWith('-01-01')) return frame.t('stats.twelve_months');
      return frame.t('stats.this_year', { year: figure.periodStart.slice(0, 4) });
    case 'cumul':
      return frame.t('stats.since');
    case 'jour':
      return frame.format.date(figure.periodStart);
  }
}

/** Who or what a modality is, by its dimension; the code itself for départements and codes of former catalogues. */
export function sayModality(frame: Words, dimension: Dimension, modality: string): string {
  const locale = dimension === 'langue' ? parseLocale(modality) : null;
  if (locale) return LOCALE_FACTS[locale].name;
  const key =
    dimension === 'motif'
      ? `reason.${modality}.title`
      : dimension === 'categorie_document'
        ? `category.${modality}.title`
        : dimension === 'etape'
          ? `stats.step_${modality}`
          : `stats.modality_${modality}`;
  return isWordKey(key) ? frame.t(key) : modality;
}
