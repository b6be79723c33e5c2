import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import type { Situation } from '#domain/catalogue/situation.ts';
import { SITUATIONS, situationsFor } from '#domain/catalogue/situations.ts';
import { papersFor } from '#domain/catalogue/papers.ts';
import { translator } from '#i18n/translate.ts';
import { cataloguePage } from './catalogue-page.ts';
import { table } from './markdown.ts';
import { GENERATED_PAGES } from './pages.ts';

const read = (name: string) => readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');

test.each(Object.entries(GENERATED_PAGES))('%s says what the code says (else: npm run docs)', (name, write) => {
  expect(read(name)).toBe(write());
});

describe('the page of the catalogue', () => {
  const page = cataloguePage();
  const t = translator('fr');

  it('holds every situation, with every paper that screens offer to each role', () => {
    for (const row of SITUATIONS) {
      expect(page).toContain(`\`${row.key}\` — ${t(`situation.${row.key}.title`)}`);
      for (const role of row.who)
        for (const paper of papersFor(row, role).flat()) expect(page).toContain(t(`paper.${paper.kind}`));
    }
  });

  it('tells a retired situation apart', () => {
    expect(page.split('**Retirée**')).toHaveLength(SITUATIONS.filter((row) => 'retired' in row).length + 1);
  });

  it('follows a change of the data', () => {
    const [first, ...others] = SITUATIONS as readonly [Situation, ...Situation[]];
    const narrowed = { ...first, limits: { files: [1, 4], pages: 3 } } satisfies Situation;
    const offered = situationsFor('identity', 'T', '2026-11-24', [narrowed, ...others]);
    expect(offered[0]).toBe(narrowed);
    expect(cataloguePage([narrowed, ...others])).toContain('1 à 4, 3 pages au plus');
  });
});

test('a table keeps a cell on one line', () => {
  expect(table(['a'], [['x | y\nz']])).toBe('| a |\n| --- |\n| x \\| y z |');
});
