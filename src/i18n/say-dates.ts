import type { CivilDate } from '#kernel/civil-date.ts';
import type { Fresh } from '#domain/catalogue/situation.ts';
import { askedDates } from '#domain/dates/asked.ts';
import { formats } from './format.ts';
import type { Locale } from './locales.ts';
import { translator } from './translate.ts';

/** Says which dates a paper must bear, computed for a day and never typed: "for August, September and October 2026". Empty when any will do. */
export function sayDates(locale: Locale, fresh: Fresh, today: CivilDate): string {
  const asked = askedDates(fresh, today);
  if (!asked) return '';
  const t = translator(locale);
  const say = formats(locale);
  switch (asked.rule) {
    case 'valid':
    case 'until':
    case 'ongoing':
      return t(`date.${asked.rule}`);
    case 'age':
      return t('date.age', { from: say.date(asked.from) });
    case 'months':
      return t('date.months', { months: say.list(asked.months.map((month) => say.month(month))), also: say.month(asked.also) });
    case 'one_month':
      return t('date.one_month', { from: say.month(asked.from) });
    case 'tax':
      return t('date.tax', { years: say.list(asked.notices.map(String), 'disjunction') });
    case 'property_tax':
    case 'school':
      return t(`date.${asked.rule}`, { years: say.list(asked.years.map(String), 'disjunction') });
    case 'quarter':
      return t('date.quarter', {
        quarters: say.list(
          asked.quarters.map((quarter) => quarter.replace(/^(\d+)-Q(\d)$/, '$2/$1')),
          'disjunction',
        ),
      });
  }
}
