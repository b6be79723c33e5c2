import { describe, expect, it, test } from 'vitest';
import type { Category, Situation } from '../catalogue/situation.ts';
import { CATEGORIES_OF_ROLE, situationsFor, SITUATIONS } from '../catalogue/situations.ts';
import { hasIncomeProof, lackOf, missingOf, missingOfTenant, requiredCategories } from './completeness.ts';
import type { PersonView, PieceView } from './piece-view.ts';

const file = { pages: 1, bytes: 1000 };

/** A piece with the least that its row asks for. */
const least = (row: Situation, more: Partial<PieceView> = {}): PieceView => ({
  id: row.key,
  category: row.category,
  situation: row.key,
  amount: row.amount === 'positive' ? 1500 : null,
  text: null,
  cannotProvide: false,
  stated: row.limits.files[1] === 0,
  files: row.limits.files[1] > 0 ? [file] : [],
  decision: null,
  checks: null,
  ...more,
});
const piece = (key: string, more: Partial<PieceView> = {}) =>
  least(
    SITUATIONS.find((row) => row.key === key)!,
    more,
  );

const person = (pieces: readonly PieceView[], more: Partial<PersonView> = {}): PersonView => ({
  id: 'p',
  role: 'T',
  identified: true,
  taxSkipped: false,
  guarantorsAnswered: true,
  submitted: false,
  archived: false,
  pieces,
  ...more,
});
const salaried = ['identity.id_card', 'home.tenant.receipts', 'activity.permanent', 'income.salary.over_3_months'].map((key) =>
  piece(key),
);
const whats = (view: PersonView) => missingOf(view).map(({ what }) => what);

describe('each situation, in each role', () => {
  const inRoles = SITUATIONS.flatMap((row) => row.who.map((role) => [row.key, role, row as Situation] as const));

  test.each(inRoles)('%s of %s counts with the least it asks for, and not with nothing', (_, role, row) => {
    expect(lackOf(least(row), role)).toBeNull();
    expect(lackOf(least(row, { files: [], stated: false }), role)).not.toBeNull();
  });

  test.each(inRoles)('%s of %s stays within its files and pages', (_, role, row) => {
    const [, most] = row.limits.files;
    const files = (count: number, pages: number) => Array.from({ length: count }, () => ({ pages, bytes: 1 }));
    expect(lackOf(least(row, { files: files(most + 1, 1) }), role)).toBe('too_many_files');
    if (most > 0) expect(lackOf(least(row, { files: files(1, row.limits.pages + 1) }), role)).toBe('too_many_pages');
  });

  it('is nothing for a role it is not open to', () => {
    expect(lackOf(piece('income.none'), 'N')).toBe('situation');
    expect(lackOf(piece('home.tenant.receipts'), 'N')).toBe('situation');
    expect(lackOf(piece('identity.passport', { situation: 'made.up' }), 'T')).toBe('situation');
  });

  it('counts a retired row as it was imported', () => {
    expect(lackOf(piece('income.salary.unknown'), 'T')).toBeNull();
  });
});

describe('text, statement and amount', () => {
  test.each([
    [
      'an income that cannot be proved, with a text',
      piece('income.rent.other', { files: [], cannotProvide: true, text: 'perdu' }),
      null,
    ],
    ['the same with a blank text', piece('income.rent.other', { files: [], cannotProvide: true, text: '  ' }), 'text'],
    ['an income without file', piece('income.rent.other', { files: [], text: 'perdu' }), 'file'],
    ['an income of nothing', piece('income.rent.other', { amount: 0 }), 'amount'],
    ['no income', piece('income.none'), null],
    ['no income with an amount', piece('income.none', { amount: 10 }), 'amount'],
    ['another home, in words', piece('home.other', { files: [], text: 'en camion' }), null],
    ['another home, with nothing', piece('home.other', { files: [] }), 'file'],
    ['no home, not attested', piece('home.precarious', { stated: false }), 'statement'],
    ['a statement of the parents’ tax, no file', piece('tax.parents'), null],
    ['files whose pages are not counted yet', piece('identity.passport', { files: [{ pages: null, bytes: 9 }] }), null],
  ])('%s: %s', (_, one, lack) => expect(lackOf(one, 'T')).toBe(lack));
});

describe('the tax notice', () => {
  it('is not due beside three payslips when the tenant says not now', () => {
    expect(whats(person(salaried, { taxSkipped: true }))).toEqual([]);
  });

  it('is due, or put off, by the tenant’s own choice', () => expect(whats(person(salaried))).toEqual(['tax']));

  it('is due without other proof: no income, or only incomes that cannot be proved', () => {
    const base = salaried.slice(0, 3);
    const unproved = piece('income.rent.other', { files: [], cannotProvide: true, text: 'perdu' });
    for (const income of [piece('income.none'), unproved]) {
      const view = person([...base, income], { taxSkipped: true });
      expect(hasIncomeProof(view)).toBe(false);
      expect(whats(view)).toEqual(['tax']);
      expect(whats(person([...base, income, piece('tax.no_declaration')], { taxSkipped: true }))).toEqual([]);
    }
  });
});

describe('a person', () => {
  it('who has no income has no other', () => {
    expect(whats(person([...salaried, piece('income.none'), piece('tax.parents')]))).toEqual(['income_alone']);
  });

  it('with a row that holds nothing is not complete', () => {
    expect(missingOf(person([...salaried.slice(1), piece('identity.passport', { files: [] })], { taxSkipped: true }))).toEqual([
      { personId: 'p', what: 'identity', pieceId: 'identity.passport', lack: 'file' },
    ]);
  });

  it('needs names, and an answer about guarantors', () => {
    const view = person(salaried, { taxSkipped: true, identified: false, guarantorsAnswered: false });
    expect(whats(view)).toEqual(['names', 'guarantors']);
  });

  it('waits for their guarantors', () => {
    const company = person([piece('identity.passport')], { id: 'g', role: 'C' });
    expect(missingOfTenant({ person: person(salaried, { taxSkipped: true }), guarantors: [company] })).toEqual([
      { personId: 'g', what: 'company', pieceId: null, lack: 'missing' },
    ]);
  });

  it.each(['T', 'N', 'C', 'O'] as const)(
    'in role %s is complete with one piece of each category, and not with one less',
    (role) => {
      const pieces = CATEGORIES_OF_ROLE[role].map((category) => {
        const row = situationsFor(category, role, '2026-11-24')[0]!;
        return least(row);
      });
      expect(whats(person(pieces, { role }))).toEqual([]);
      pieces.forEach((_, index) => {
        expect(whats(person(pieces.toSpliced(index, 1), { role }))).toEqual([CATEGORIES_OF_ROLE[role][index]]);
      });
    },
  );
});

it('a new row of the catalogue is offered, asked and judged without other change', () => {
  const boat: Situation = {
    key: 'home.houseboat',
    category: 'home',
    who: ['T'],
    anyOf: [[{ kind: 'other_home_paper', min: 1, fresh: 'age3', decree: { T: ['volunteered'] } }]],
    amount: 'none',
    limits: { files: [1, 2], pages: 4 },
    legacy: { sub: 'OTHER_RESIDENCY', step: null },
  };
  const rows: readonly Situation[] = [...SITUATIONS, boat];
  const find = (key: string) => rows.find((row) => row.key === key) ?? null;
  expect(situationsFor('home', 'T', '2026-11-24', rows)).toContain(boat);
  expect(situationsFor('home', 'N', '2026-11-24', rows)).not.toContain(boat);
  expect(lackOf(least(boat), 'T', find)).toBeNull();
  expect(lackOf(least(boat, { files: [] }), 'T', find)).toBe('file');
  expect(lackOf(least(boat, { files: [file, file, file] }), 'T', find)).toBe('too_many_files');
});

it('required categories follow the role', () => {
  const of = (role: PersonView['role']): readonly Category[] => requiredCategories(person([], { role }));
  expect([of('C'), of('O')]).toEqual([['company', 'identity'], ['guarantee']]);
});
