import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { PAPER_KINDS } from '../findings/facts.ts';
import { judgeFile, MAX_FILE_BYTES, MAX_PIECE_BYTES, pagesLeft } from './limits.ts';
import { CATEGORIES, categoryOfSlug, CATEGORY_SLUGS, PAPER_NAMES, type Situation } from './situation.ts';
import { CATEGORIES_OF_ROLE, situationOf, SITUATIONS, situationsFor } from './situations.ts';

const rows: readonly Situation[] = SITUATIONS;

describe('the catalogue', () => {
  it('holds each key once, under its category', () => {
    expect(new Set(rows.map((row) => row.key)).size).toBe(rows.length);
    for (const row of rows) expect(row.key.startsWith(`${row.category}.`)).toBe(true);
  });

  it('names each paper it knows, and knows each it names', () => {
    const used = new Set(rows.flatMap((row) => row.anyOf.flat().map((paper) => paper.kind)));
    expect([...used].sort()).toEqual([...PAPER_NAMES].sort());
    const recognised = rows.flatMap((row) => row.anyOf.flat().flatMap((paper) => paper.recognisedAs ?? []));
    for (const kind of recognised) expect(PAPER_KINDS).toContain(kind);
  });

  test.each(rows.map((row) => [row.key, row] as const))('%s can be filled one way at least', (_, row) => {
    const [least, most] = row.limits.files;
    expect(least).toBeLessThanOrEqual(most);
    if (most === 0) expect(row.without ?? row.amount).toBeTruthy();
    if (least === 0 && !row.retired) expect(row.without).toBeTruthy();
    if (most > 0 && !row.retired) expect(row.anyOf.length).toBeGreaterThan(0);
  });

  it('offers something in every category that is asked of a role', () => {
    for (const [role, categories] of Object.entries(CATEGORIES_OF_ROLE) as [
      Situation['who'][number],
      readonly (typeof CATEGORIES)[number][],
    ][])
      for (const category of categories) expect(situationsFor(category, role, '2026-11-24')).not.toEqual([]);
  });

  it('never offers a retired row, and income none to tenants only', () => {
    const offered = (role: 'T' | 'N') => situationsFor('income', role, '2026-11-24').map((row) => row.key);
    expect(offered('T')).toContain('income.none');
    expect(offered('N')).not.toContain('income.none');
    expect(offered('T')).not.toContain('income.salary.unknown');
    expect(situationOf('income.salary.unknown')).not.toBeNull();
  });

  it('shows a row between its dates only', () => {
    const dated = { ...rows[0]!, from: '2027-01-01', until: '2027-12-31' };
    const seen = (today: string) => situationsFor('identity', 'T', today, [dated]).length;
    expect(['2026-12-31', '2027-01-01', '2027-12-31', '2028-01-01'].map(seen)).toEqual([0, 1, 1, 0]);
  });

  it('asks the hosted for the certificate of the host and nothing else', () => {
    const papers = situationOf('home.guest.certificate')!.anyOf.flat();
    expect(papers.map((paper) => paper.kind)).toEqual(['host_certificate']);
  });

  test.each(CATEGORIES)('the page of %s is found by its address', (category) => {
    expect(categoryOfSlug(CATEGORY_SLUGS[category])).toBe(category);
  });
});

describe('limits of uploads', () => {
  const row = situationOf('income.salary.over_3_months')!;
  const holds = (files: number, bytes = 0, pages = 0) => ({ files, bytes, pages, hashes: new Set(['known']) });

  test.each([
    ['the tenth file', holds(9), { bytes: 1, hash: 'a' }, null],
    ['the eleventh file', holds(10), { bytes: 1, hash: 'a' }, 'too_many_files'],
    ['a file of exactly 10 MiB', holds(0), { bytes: MAX_FILE_BYTES, hash: 'a' }, null],
    ['one byte more', holds(0), { bytes: MAX_FILE_BYTES + 1, hash: 'a' }, 'too_big'],
    ['a piece of exactly 50 MiB', holds(5, MAX_PIECE_BYTES - 9), { bytes: 9, hash: 'a' }, null],
    ['a piece of one byte more', holds(5, MAX_PIECE_BYTES - 8), { bytes: 9, hash: 'a' }, 'piece_too_big'],
    ['nothing', holds(0), { bytes: 0, hash: 'a' }, 'empty'],
    ['the same bytes twice', holds(10), { bytes: 9, hash: 'known' }, 'duplicate'],
  ])('%s', (_, held, file, code) => expect(judgeFile(row, held, file)).toBe(code));

  it('count pages per piece: 50 for an income, and never below none', () => {
    expect([pagesLeft(row, { pages: 0 }), pagesLeft(row, { pages: 49 }), pagesLeft(row, { pages: 51 })]).toEqual([50, 1, 0]);
  });

  it('are counted per income, so that a full one leaves the next untouched', () => {
    expect([judgeFile(row, holds(10), { bytes: 1, hash: 'a' }), judgeFile(row, holds(0), { bytes: 1, hash: 'a' })]).toEqual([
      'too_many_files',
      null,
    ]);
  });

  it('judge a batch file by file: a bad one never rejects the others', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(MAX_FILE_BYTES + 5), { maxLength: 14 }), (sizes) => {
        let held = holds(0);
        sizes.forEach((bytes, index) => {
          const code = judgeFile(row, held, { bytes, hash: String(index) });
          if (code === null) held = { ...held, files: held.files + 1, bytes: held.bytes + bytes };
        });
        expect(held.files).toBeLessThanOrEqual(10);
        expect(held.bytes).toBeLessThanOrEqual(MAX_PIECE_BYTES);
      }),
    );
  });
});
