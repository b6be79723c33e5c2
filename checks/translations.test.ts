import { describe, expect, it } from 'vitest';
import { LOCALE_FACTS, LOCALES } from '../src/i18n/locales.ts';
import { CATALOGUES } from '../src/i18n/translate.ts';
import { ALLOWED } from './words/allowed.ts';
import { notPlain } from './words/plain-french.ts';
import { placeholdersOf } from './words/read-message.ts';

const french = CATALOGUES.fr;
const keys = Object.keys(french) as (keyof typeof french)[];

describe.each(LOCALES)('the words of %s', (locale) => {
  const catalogue: Readonly<Record<string, string>> = CATALOGUES[locale];

  it('have every key of French and no other', () => {
    expect(keys.length).toBeGreaterThan(0);
    expect(Object.keys(catalogue).sort()).toEqual([...keys].sort());
  });

  it('are never empty, and have no space at their ends', () => {
    expect(Object.entries(catalogue).filter(([, text]) => text === '' || text !== text.trim())).toEqual([]);
  });

  it('ask for the same names as French, in valid ICU', () => {
    const faults = keys.flatMap((key) => {
      const wanted = placeholdersOf(french[key], 'fr').join(' ');
      const found = placeholdersOf(catalogue[key] ?? '', LOCALE_FACTS[locale].intl).join(' ');
      return wanted === found ? [] : [`${key}: French asks {${wanted}}, ${locale} {${found}}`];
    });
    expect(faults).toEqual([]);
  });

  it('hold nothing that ICU would take for a quotation', () => {
    expect(Object.entries(catalogue).filter(([, text]) => text.includes("'"))).toEqual([]);
  });
});

describe('the words of French', () => {
  it('are plain', () => {
    const faults = keys
      .filter((key) => !(key in ALLOWED))
      .flatMap((key) => notPlain(french[key]).map((fault) => `${key}: ${fault}`));
    expect(faults).toEqual([]);
  });

  it('are excused only where there is something to excuse', () => {
    const idle = Object.keys(ALLOWED).filter(
      (key) => notPlain((french as Readonly<Record<string, string>>)[key] ?? '').length === 0,
    );
    expect(idle).toEqual([]);
  });
});
