import { describe, expect, test } from 'vitest';
import type { Box } from '../findings/facts.ts';
import { isExpected, issuerOf, knownOrigins, withOrigins, type KnownIssuer } from './known-origins.ts';
import { commonMakeup, hasMakeup, LEAST_MAKEUP, makeupOf, type PrintedLine } from './makeup.ts';

/** A page of lines, one below the other; `left` moves them. */
const page = (lines: readonly string[], left = 0.1): readonly PrintedLine[] =>
  lines.map((line, row) => ({
    words: line.split(' ').map((text, column): { text: string; box: Box } => ({
      text,
      box: [left + column * 0.08, 0.05 + row * 0.04, 0.05, 0.01],
    })),
  }));
const FORM = Array.from({ length: 12 }, (_, row) => `LIBELLE${'ABCDEFGHIJKL'[row] ?? ''} DE LA RUBRIQUE`.replace(/\d/g, ''));
const paper = (name: string, amount: string, more: readonly string[] = []) => [
  ...FORM,
  `SALARIE ${name}`,
  `NET ${amount}`,
  ...more,
];
const known = commonMakeup(
  [makeupOf(page(paper('CAMILLE EXEMPLAIRE', '1912,45'))), makeupOf(page(paper('SACHA FICTIF', '2400,10')))],
  [],
);

describe('how a page is made', () => {
  test('what two papers have in common holds no name and no figure', () => {
    const named = makeupOf(page(['SALARIE CAMILLE EXEMPLAIRE', 'NET 1912,45']));
    expect(known.places.length).toBeGreaterThanOrEqual(LEAST_MAKEUP);
    // The label alone, where it stands on the papers, is common to them.
    expect(named.places.filter((one) => known.places.includes(one))).toEqual([]);
    expect(makeupOf(page(['NET 1912,45']))).toEqual(makeupOf(page(['NET 2400,10'])));
  });

  test('a third person’s paper of the same maker has it, in whatever order it is asked', () => {
    expect(hasMakeup(makeupOf(page(paper('MOHAMED BEN CONTE', '1500,00', ['CONGES PAYES']))), known)).toBe(true);
  });

  test.each([
    ['the same words elsewhere on the page', page(paper('A B', '1,00'), 0.3)],
    [
      'other words at the same places',
      page(paper('A B', '1,00').map((line) => line.replaceAll('LIBELLE', 'INTITULE').replace('RUBRIQUE', 'LIGNE'))),
    ],
    ['half of it', page(FORM.slice(0, 6))],
    ['nothing', page([])],
  ])('%s is not it', (_, lines) => {
    expect(hasMakeup(makeupOf(lines), known)).toBe(false);
  });

  test('what genuine papers also have tells nothing', () => {
    const own = commonMakeup(
      [makeupOf(page(paper('A B', '1,00'))), makeupOf(page(paper('C D', '2,00')))],
      [makeupOf(page(FORM))],
    );
    expect(own.places.length).toBeLessThan(LEAST_MAKEUP);
    expect(hasMakeup(makeupOf(page(paper('A B', '1,00'))), own)).toBe(false);
  });
});

const ISSUER: KnownIssuer = {
  ...{ name: 'Trésor imaginaire', origin: 'Seen on our own papers.', kind: 'tax_notice' },
  ...{ says: ['Direction générale', 'AVIS D’IMPÔT'], software: ['Éditique 4'] },
};
const LIST = { generators: [], issuers: [ISSUER] };

describe('the software of an issuer', () => {
  test.each([
    ['tax_notice', "DIRECTION GENERALE\ndes finances Avis d'impot 2025", true],
    ['tax_notice', 'Direction générale', false],
    ['payslip', 'Direction générale, avis d’impôt', false],
  ])('a %s that says "%s"', (kind, text, recognised) => {
    expect(issuerOf(LIST, kind, text) === ISSUER).toBe(recognised);
  });

  test.each([
    [['editique 4.2 (serveur)'], true],
    [['Writer', 'ÉDITIQUE 4'], true],
    [['Éditique 3'], false],
    [[], false],
  ])('made by %j', (said, expected) => {
    expect(isExpected(ISSUER, said)).toBe(expected);
  });
});

describe('the file of an operator', () => {
  const numbers = Array.from({ length: LEAST_MAKEUP }, (_, index) => index);
  const generator = { name: 'Un site', origin: 'Papers of case 12, 2026-11.', makeup: { runs: numbers, places: numbers } };

  test('adds to what ships', () => {
    const file = knownOrigins.parse({ generators: [generator] });
    expect(withOrigins(LIST, file)).toEqual({ generators: [generator], issuers: [ISSUER] });
  });

  test.each([
    ['says nothing of how an entry is known', { generators: [{ ...generator, origin: '' }] }],
    ['has a make-up too small to tell', { generators: [{ ...generator, makeup: { runs: [1], places: [1] } }] }],
    ['names a kind of paper that there is not', { issuers: [{ ...ISSUER, kind: 'letter' }] }],
    ['has a word that is not known', { generateurs: [] }],
  ])('is refused when it %s', (_, written) => {
    expect(knownOrigins.safeParse(written).success).toBe(false);
  });
});
