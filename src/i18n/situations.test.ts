import { describe, expect, test } from 'vitest';
import { CATEGORIES } from '#domain/catalogue/situation.ts';
import { SITUATIONS } from '#domain/catalogue/situations.ts';
import { LOCALES } from './locales.ts';
import { isWordKey, translator } from './translate.ts';

describe.each(LOCALES)('in %s', (locale) => {
  const t = translator(locale);

  test.each(SITUATIONS.map((row) => row.key))('%s has a title and says which document proves it', (key) => {
    const words = [`situation.${key}.title`, `situation.${key}.hint`];
    for (const word of words) {
      expect(isWordKey(word), word).toBe(true);
      if (isWordKey(word)) expect(t(word).length).toBeGreaterThan(2);
    }
  });

  test.each(CATEGORIES)('%s has a name and says why it is asked', (category) => {
    expect(t(`category.${category}.title`)).not.toBe('');
    expect(t(`category.${category}.why`)).not.toBe('');
  });

  test('the hosted are never told to bring the papers of their host', () => {
    expect(t('situation.home.guest.certificate.hint')).toMatch(
      /ni son identité|neither their identity|ni su identidad|nem a identidade dela|لا هويته/,
    );
  });
});
