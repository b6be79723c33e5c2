import type { CivilDate, CivilMonth } from '#kernel/civil-date.ts';
import { LOCALE_FACTS, type Locale } from './locales.ts';

/** Dates, amounts and lists the way a language writes them. Instants are shown in Europe/Paris. */
export interface Formats {
  /** `23 novembre 2026`. */
  date(date: CivilDate | Date): string;
  /** `23 novembre 2026 à 14:05`. */
  dateTime(at: Date): string;
  /** `novembre 2026`. */
  month(month: CivilMonth): string;
  /** Euros, cents only where there are some: `1 995 €`, `1 995,50 €`. */
  euros(amount: number): string;
  number(value: number): string;
  percent(ratio: number, digits?: number): string;
  list(items: readonly string[], kind?: 'conjunction' | 'disjunction'): string;
  /** File sizes: `1,2 Mo`. */
  bytes(size: number): string;
}

const instantOf = (date: CivilDate | Date) => (typeof date === 'string' ? new Date(`${date}T12:00:00Z`) : date);

const cache = new Map<Locale, Formats>();

/** The formats of one language; cached. */
export function formats(locale: Locale): Formats {
  const known = cache.get(locale);
  if (known) return known;
  const tag = LOCALE_FACTS[locale].intl;
  const timeZone = 'Europe/Paris';
  const date = new Intl.DateTimeFormat(tag, { timeZone, day: 'numeric', month: 'long', year: 'numeric' });
  const dateTime = new Intl.DateTimeFormat(tag, { timeZone, dateStyle: 'long', timeStyle: 'short' });
  const month = new Intl.DateTimeFormat(tag, { timeZone, month: 'long', year: 'numeric' });
  const euros = new Intl.NumberFormat(tag, { style: 'currency', currency: 'EUR', trailingZeroDisplay: 'stripIfInteger' });
  const number = new Intl.NumberFormat(tag);
  const percentages = new Map<number, Intl.NumberFormat>();
  const percents = (digits: number) => {
    const known = percentages.get(digits);
    if (known) return known;
    const options = { style: 'percent', minimumFractionDigits: digits, maximumFractionDigits: digits } as const;
    const fresh = new Intl.NumberFormat(tag, options);
    percentages.set(digits, fresh);
    return fresh;
  };
  const units = ['byte', 'kilobyte', 'megabyte'] as const;
  const made: Formats = {
    date: (value) => date.format(instantOf(value)),
    dateTime: (at) => dateTime.format(at),
    month: (value) => month.format(new Date(`${value}-15T12:00:00Z`)),
    euros: (amount) => euros.format(amount),
    number: (value) => number.format(value),
    percent: (ratio, digits = 0) => percents(digits).format(ratio),
    list: (items, type = 'conjunction') => new Intl.ListFormat(tag, { type }).format(items),
    bytes: (size) => {
      const power = size < 1000 ? 0 : size < 1_000_000 ? 1 : 2;
      return new Intl.NumberFormat(tag, { style: 'unit', unit: units[power], maximumFractionDigits: power === 2 ? 1 : 0 }).format(
        size / 1000 ** power,
      );
    },
  };
  cache.set(locale, made);
  return made;
}
