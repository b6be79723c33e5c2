import { describe, expect, it } from 'vitest';
import { CATALOGUES } from '../src/i18n/translate.ts';
import { foreignIn, pluralsLackingIn, pluralYouIn, turnedIn } from './words/arabic.ts';

const words = Object.entries(CATALOGUES.ar);
const faultsBy = (faultsOf: (text: string) => string[]) =>
  words.flatMap(([key, text]) => faultsOf(text).map((fault) => `${key}: ${fault}`));

describe('the words of Arabic', () => {
  it('hold no word of another language, except names', () => {
    expect(faultsBy(foreignIn)).toEqual([]);
  });

  it('have every plural form of the language', () => {
    expect(faultsBy(pluralsLackingIn)).toEqual([]);
  });

  it('speak to one person, on all pages alike', () => {
    expect(faultsBy(pluralYouIn)).toEqual([]);
  });

  it('keep numbers in parts from left to right', () => {
    expect(faultsBy(turnedIn)).toEqual([]);
  });

  it('use the punctuation of Arabic', () => {
    const latin = words.filter(
      ([, text]) => /\p{Script=Arabic}\s*[,;?](?!…)/u.test(text.replaceAll(/\{[^{}]*\}/g, '')) && !text.includes(', plural,'),
    );
    expect(latin).toEqual([]);
  });
});

describe('the check of Arabic', () => {
  it.each([
    ['Ajoutez vos documents.', ['Ajoutez', 'vos', 'documents']],
    ['أرسل your documents', ['your', 'documents']],
    ['{count, plural, one {مستند} other {# documents}}', ['documents']],
    ['نزّله من impots.gouv.fr', []],
    ['إيصال (quittance) من CAF', []],
  ])('finds in %j the words %j', (text, found) => {
    expect(foreignIn(text)).toEqual(found);
  });

  it.each([
    ['المادة 441-1 من القانون', ['441-1']],
    ['الرقم 39 28', ['39 28']],
    ['المادة \u200e441-1 من القانون', []],
    ['الرقم \u206639 28\u2069', []],
  ])('finds in %j the numbers %j', (text, found) => {
    expect(turnedIn(text)).toEqual(found);
  });

  it('finds what speaks to several people', () => {
    expect(pluralYouIn('ملفكم مكتمل. كم مستندًا؟')).toEqual(['ملفكم']);
  });

  it('finds a plural form that is missing', () => {
    expect(pluralsLackingIn('{n, plural, one {يوم} two {يومان} few {# أيام} other {# يوم}}')).toEqual(['n: many']);
  });
});
