import { describe, expect, test } from 'vitest';
import type { CivilDate } from '#kernel/civil-date.ts';
import { createHash } from 'node:crypto';
import type { Fresh } from '#domain/catalogue/situation.ts';
import { PLACES } from '#domain/catalogue/papers.ts';
import { statementText, STATEMENT_TEXTS } from '#domain/catalogue/statements.ts';
import { SITUATIONS } from '#domain/catalogue/situations.ts';
import { LOCALES } from './locales.ts';
import { sayDates } from './say-dates.ts';
import { isWordKey, translator } from './translate.ts';

const say = (fresh: Fresh, day: string) => sayDates('fr', fresh, day as CivilDate);

describe('dates asked, in words', () => {
  test.each<[Fresh, string, string]>([
    ['payslip3', '2026-11-15', 'pour juillet 2026, août 2026 et septembre 2026\u00a0; octobre 2026 convient aussi'],
    ['payslip3', '2026-11-16', 'pour août 2026, septembre 2026 et octobre 2026\u00a0; novembre 2026 convient aussi'],
    ['payslip3', '2026-01-01', 'pour septembre 2025, octobre 2025 et novembre 2025\u00a0; décembre 2025 convient aussi'],
    ['rent3', '2026-11-23', 'pour juillet 2026, août 2026 et septembre 2026\u00a0; octobre 2026 convient aussi'],
    ['rent1', '2026-11-23', 'pour juillet 2026 ou un mois plus récent'],
    ['tax', '2026-09-14', 'de l’année 2026, 2025 ou 2024'],
    ['tax', '2026-09-15', 'de l’année 2026 ou 2025'],
    ['ptax', '2026-09-28', 'de l’année 2025 ou 2026'],
    ['ptax', '2026-09-29', 'de l’année 2026'],
    ['age3', '2026-05-31', 'daté du 28 février 2026 ou après'],
    ['school', '2026-07-10', 'pour l’année scolaire 2025-2026 ou 2026-2027'],
    ['quarter', '2026-01-31', 'du trimestre 4/2025 ou 3/2025'],
    ['valid', '2026-01-31', 'encore valable'],
    ['none', '2026-01-31', ''],
  ])('%s on %s: %s', (fresh, day, words) => expect(say(fresh, day)).toBe(words));

  test.each(LOCALES)('are said in %s with nothing left to fill in', (locale) => {
    for (const fresh of [
      'valid',
      'until',
      'age3',
      'age24',
      'payslip3',
      'rent3',
      'rent1',
      'tax',
      'ptax',
      'school',
      'quarter',
      'ongoing',
    ] as const) {
      const words = sayDates(locale, fresh, '2026-11-25' as CivilDate);
      expect(words).not.toBe('');
      expect(words).not.toMatch(/[{}]|undefined/);
    }
  });
});

test.each(LOCALES)('every place where a paper can be had is said in %s', (locale) => {
  for (const place of PLACES) expect(translator(locale)(`where.${place}`).length).toBeGreaterThan(5);
});

describe('sworn statements', () => {
  test('exist for every situation that a statement can prove, and for no other', () => {
    const stated: string[] = SITUATIONS.filter((row) => 'without' in row && row.without === 'statement').map((row) => row.key);
    expect(Object.keys(STATEMENT_TEXTS).sort()).toEqual(stated.sort());
    for (const key of stated) expect(isWordKey(`statement.text.${statementText(key)}`), key).toBe(true);
  });

  test('bind by their French words, which never change under the same name', () => {
    const hash = createHash('sha256');
    for (const version of Object.values(STATEMENT_TEXTS).sort())
      hash.update(`${version}=${translator('fr')(`statement.text.${version}`)}\n`);
    expect(hash.digest('hex').slice(0, 16)).toBe('66b1c20e78c793ae');
  });
});
