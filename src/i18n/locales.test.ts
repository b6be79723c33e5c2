import { describe, expect, test } from 'vitest';
import { LOCALE_FACTS, LOCALES, negotiateLocale, parseLocale, TAGGED_LOCALES } from './locales.ts';

describe('the language of a page', () => {
  test.each(LOCALES)('%s can be chosen, and its tag and formats are of this world', (locale) => {
    expect(parseLocale(locale)).toBe(locale);
    const { lang, intl } = LOCALE_FACTS[locale];
    expect(Intl.getCanonicalLocales(lang)).toEqual([lang]);
    expect(new Intl.DateTimeFormat(intl).resolvedOptions().numberingSystem).toBe('latn');
  });

  test.each([
    ['es-MX,es;q=0.9,en;q=0.8', 'es'],
    ['de, en;q=0.5', 'en'],
    ['pt-BR, en;q=0.5', 'pt'],
    ['en;q=0.2, es;q=0.7', 'es'],
    ['fr-simple, en;q=0.5', 'fr'],
    ['de', 'fr'],
    [undefined, 'fr'],
  ])('asked as %j is %s', (header, locale) => {
    expect(negotiateLocale(header)).toBe(locale);
  });

  test('is easy French only when somebody chooses it, and is then told as French', () => {
    expect(parseLocale('fr-simple')).toBe('fr-simple');
    expect(LOCALE_FACTS['fr-simple'].lang).toBe('fr');
    expect(TAGGED_LOCALES).not.toContain('fr-simple');
  });
});
