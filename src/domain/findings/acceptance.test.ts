import { describe, expect, test } from 'vitest';
import type { Seal } from '#seals/seal.ts';
import { situationOf } from '../catalogue/situations.ts';
import { whyNotAutomatic, type NotAutomatic } from './acceptance.ts';
import type { FieldName, FileFacts, PaperKind, StructureFacts } from './facts.ts';
import type { Case } from './findings.ts';
import { judge } from './judge.ts';
import { compareSeal, sealedPapers, type Likeness, type SealedFact } from './matrix.ts';

type Fields = Readonly<Partial<Record<FieldName, string>>>;
type Sealed = Readonly<Record<string, string>>;

const structure: StructureFacts = {
  ...{ producer: 'Éditique', creator: 'Éditique', createdAt: '2026-07-20T07:00:00.000Z', modifiedAt: null },
  ...{ metadataDisagrees: false, updates: [], overlays: [], hidden: [], oddFonts: [], imageSoftware: null, generated: false },
};

/** A valid seal on the first page. */
function seal(kind: string, sealed: Sealed, changed: Partial<Seal> = {}): Seal {
  return {
    ...{ standard: 'fr.2d-doc', version: '04', kind, issuedOn: null, signedOn: null, annex: [], verdict: 'valid', reason: null },
    issuer: { authority: 'FR04', certificate: 'FPE3', name: 'DGFiP' },
    fields: Object.entries(sealed).map(([id, value]) => ({ id, raw: value, value, truncated: false, known: true })),
    revocationKnown: true,
    conformance: { missing: [], overlong: [], unknown: [] },
    at: { page: 0, box: [0.7, 0.1, 0.2, 0.1] },
    ...changed,
  };
}

function file(kind: PaperKind, fields: Fields, seals: readonly Seal[], changed: Partial<FileFacts> = {}, pages = 2): FileFacts {
  const numbers = Array.from({ length: pages }, (_, page) => page);
  const facts = Object.entries(fields).map(([name, value]) => [
    name,
    [{ value, page: 0, box: [0, 0, 0.1, 0.1], source: 'text', confidence: 100 }],
  ]);
  return {
    reader: 2,
    pages: numbers.map((page) => ({
      ...{ page, source: 'text', confidence: 100, blank: false, blurred: false, dark: false, codes: [] },
    })),
    papers: [{ kind, score: 0.9, pages: numbers, fields: Object.fromEntries(facts) as FileFacts['papers'][number]['fields'] }],
    seals,
    structure,
    fingerprints: { text: null, figures: null, layout: null },
    ...changed,
  };
}

const PRINTED: Fields = {
  full_name: 'CAMILLE ALINE EXEMPLAIRE',
  income_year: '2025',
  reference_income: '21551.00',
  tax_shares: '1.00',
  recovery_date: '2026-07-31',
  address: '12 AVENUE DES SPECIMENS 31000 TOULOUSE',
  pixels_check: 'ok',
  seal_numbers_check: 'ok',
};
const SEALED: Sealed = {
  '41': '21551',
  '43': '1',
  '45': '2025',
  '46': 'EXEMPLAIRE CAMILLE ALINE',
  '4A': '2026-07-31',
  '4Y': '12 AV DES SPECIMENS///31000 TOULOUSE',
};

interface Notice {
  readonly printed?: Fields;
  readonly sealed?: Sealed;
  readonly seal?: Partial<Seal>;
  readonly kind?: string;
  readonly paper?: PaperKind;
  readonly facts?: Partial<FileFacts>;
  readonly pages?: number;
  readonly declared?: Partial<Case['declared']>;
}

function about(key: string, files: readonly FileFacts[], declared: Partial<Case['declared']> = {}): Case {
  return {
    files: files.map((facts, index) => ({ file: `f${index}`, facts })),
    declared: {
      situation: situationOf(key)!,
      role: 'T',
      person: { firstNames: 'Camille Aline', birthName: 'Exemplaire', usedName: null, singleName: false },
      spouse: null,
      amount: null,
      ...declared,
    },
    others: [],
    today: '2026-11-23',
  };
}

const notice = (changed: Notice = {}): Case =>
  about(
    'tax.french_notice',
    [
      file(
        changed.paper ?? 'tax_notice',
        { ...PRINTED, ...changed.printed },
        [seal(changed.kind ?? '28', { ...SEALED, ...changed.sealed }, changed.seal)],
        changed.facts,
        changed.pages,
      ),
    ],
    changed.declared,
  );
const why = (one: Case) => whyNotAutomatic(one, judge(one));
const without = (fields: Fields, name: FieldName): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([key]) => key !== name));

describe('acceptance without an agent: each condition alone keeps a person in the loop', () => {
  test('the genuine notice, all conditions met, is accepted', () => {
    expect(why(notice())).toBeNull();
  });

  const cases: readonly (readonly [string, Notice, NotAutomatic])[] = [
    ['a signature that is wrong', { seal: { verdict: 'invalid', reason: 'bad_signature' } }, 'seal_not_valid'],
    ['an issuer nobody knows', { seal: { verdict: 'unverifiable', reason: 'unknown_authority' } }, 'seal_not_valid'],
    ['revocation that is not known', { seal: { revocationKnown: false } }, 'revocation_unknown'],
    ['a code of another kind of paper', { kind: '01' }, 'kind_does_not_fit'],
    ['a signature of the whole file in place of a code', { seal: { standard: 'pdf.signature', at: null } }, 'not_all_sealed'],
    ['a name one letter off', { sealed: { '46': 'EXEMPLAIRA CAMILLE ALINE' } }, 'name_not_exact'],
    [
      'the last name of one declarant and the first name of another',
      { sealed: { '46': 'EXEMPLAIRE DOMINIQUE', '48': 'AUTRUI CAMILLE' } },
      'name_not_exact',
    ],
    [
      'only the spouse named',
      {
        sealed: { '46': 'AUTRUI DOMINIQUE' },
        declared: { spouse: { firstNames: 'Dominique', birthName: 'Autrui', usedName: null, singleName: false } },
      },
      'name_not_exact',
    ],
    ['another income printed', { printed: { reference_income: '41551.00' } }, 'differs_from_print'],
    ['another name printed', { printed: { full_name: 'DOMINIQUE AUTRUI' } }, 'differs_from_print'],
    ['another address printed', { printed: { address: '3 RUE AUTRE 75001 PARIS' } }, 'differs_from_print'],
    ['other tax numbers printed', { printed: { seal_numbers_check: 'wrong' } }, 'differs_from_print'],
    ['a printed name one letter off', { printed: { full_name: 'CAMILLE EXEMPLAIRA' } }, 'not_read'],
    ['a declared amount far from it', { declared: { amount: 3500 } }, 'differs_from_declared'],
    ['pixels that differ from the text layer', { printed: { pixels_check: 'wrong' } }, 'not_seen'],
    ['an old year', { sealed: { '45': '2021' }, printed: { income_year: '2021' } }, 'differs_from_declared'],
    ['a page missing', { pages: 1 }, 'finding'],
    ['an income printed that the seal does not hold', { sealed: { '41': '' } }, 'not_sealed'],
    ['an editor of pictures', { facts: { structure: { ...structure, producer: 'Adobe Photoshop' } } }, 'finding'],
    [
      'content written later',
      { facts: { structure: { ...structure, updates: [{ offset: 1, touches: ['content'] }] } } },
      'finding',
    ],
    [
      'two values at one place',
      { facts: { structure: { ...structure, overlays: [{ page: 0, box: [0, 0, 1, 1], values: ['1', '2'] }] } } },
      'finding',
    ],
    [
      'a font only for amounts',
      { facts: { structure: { ...structure, oddFonts: [{ page: 0, box: [0, 0, 1, 1], font: 'X' }] } } },
      'finding',
    ],
  ];
  test.each(cases)('%s', (_name, changed, reason) => {
    expect(why(notice(changed))).toBe(reason);
  });

  test.each(['reference_income', 'income_year', 'recovery_date', 'full_name'] as const)('%s that could not be read', (name) => {
    const one = about('tax.french_notice', [file('tax_notice', without(PRINTED, name), [seal('28', SEALED)])]);
    expect(why(one)).toBe('not_read');
  });

  test('pixels not read at all', () => {
    const one = about('tax.french_notice', [file('tax_notice', without(PRINTED, 'pixels_check'), [seal('28', SEALED)])]);
    expect(why(one)).toBe('not_seen');
  });

  test('a second income printed beside the sealed one', () => {
    const one = file('tax_notice', PRINTED, [seal('28', SEALED)]);
    const [paper] = one.papers;
    const [printed] = paper!.fields.reference_income!;
    const twice = { ...paper!.fields, reference_income: [printed!, { ...printed!, value: '41551.00' }] };
    expect(why(about('tax.french_notice', [{ ...one, papers: [{ ...paper!, fields: twice }] }]))).toBe('differs_from_print');
  });

  test('a second paper without a seal', () => {
    const two = about('tax.french_notice', [file('tax_notice', PRINTED, [seal('28', SEALED)]), file('tax_notice', PRINTED, [])]);
    expect(why(two)).toBe('not_all_sealed');
  });

  test('a file not read yet', () => {
    const one = notice();
    expect(whyNotAutomatic({ ...one, files: [...one.files, { file: 'f9', facts: null }] }, judge(one))).toBe('not_all_sealed');
  });

  test('a broken signature of the file, beside a right code', () => {
    const broken = seal('', {}, { standard: 'pdf.signature', at: null, verdict: 'invalid', reason: 'changed_after_signing' });
    expect(why(about('tax.french_notice', [file('tax_notice', PRINTED, [seal('28', SEALED), broken])]))).toBe('finding');
  });

  test('a signature of the file that nobody knows does no harm to a right code', () => {
    const unknown = seal('', {}, { standard: 'pdf.signature', at: null, verdict: 'unverifiable', reason: 'unknown_authority' });
    expect(why(about('tax.french_notice', [file('tax_notice', PRINTED, [seal('28', SEALED), unknown])]))).toBeNull();
  });
});

describe('three sealed payslips', () => {
  const SALARY = 'income.salary.over_3_months';
  const HIGHER: Fields = { gross: '3200.00', contributions: '637.55', net_before_tax: '2562.45', net_paid: '2502.59' };
  const slip = (month: string, changed: Fields = {}, sealed: Sealed | null = {}): FileFacts => {
    const taxable = (1995.42 * Number(month.slice(5))).toFixed(2);
    const printed: Fields = {
      ...{ full_name: 'Camille Aline EXEMPLAIRE', period: month, gross: '2450.00', contributions: '537.55' },
      ...{
        net_before_tax: '1912.45',
        net_taxable: '1995.42',
        withholding: '59.86',
        withholding_rate: '3.00',
        net_paid: '1852.59',
      },
      ...{ cumulative_gross: String(2450 * Number(month.slice(5))), cumulative_net_taxable: taxable, pixels_check: 'ok' },
      ...changed,
    };
    const own = {
      ...{
        '10': 'MME/EXEMPLAIRE/CAMILLE',
        '53': `${month}-01`,
        '54': `${month}-28`,
        '58': '1995.42',
        '59': taxable,
        '5A': '2450.00',
      },
      ...sealed,
    };
    return file('payslip', printed, sealed === null ? [] : [seal('06', own, { issuedOn: `${month}-28` })], {}, 1);
  };

  test.each([
    ['three seals', [slip('2026-08'), slip('2026-09'), slip('2026-10')], 1900, null],
    ['one of three without a seal', [slip('2026-08'), slip('2026-09', {}, null), slip('2026-10')], 1900, 'not_all_sealed'],
    ['a month missing', [slip('2026-08'), slip('2026-10')], 1900, 'months_missing'],
    ['a declared amount too far off', [slip('2026-08'), slip('2026-09'), slip('2026-10')], 3000, 'differs_from_declared'],
    [
      'a net paid above what is sealed as taxable, which no seal holds',
      [slip('2026-08'), slip('2026-09'), slip('2026-10', HIGHER, { '5A': '' })],
      1900,
      'not_sealed',
    ],
    [
      'another net sealed than printed',
      [slip('2026-08'), slip('2026-09'), slip('2026-10', {}, { '5C': '1452.59' })],
      1900,
      'differs_from_print',
    ],
    [
      'the net sealed that is printed',
      [slip('2026-08', {}, { '5C': '1852.59' }), slip('2026-09', {}, { '5C': '1912.45' }), slip('2026-10')],
      1900,
      null,
    ],
    [
      'a sealed net taxable two euros off',
      [slip('2026-08'), slip('2026-09'), slip('2026-10', {}, { '58': '1997.50' })],
      1900,
      'differs_from_print',
    ],
    [
      'another month sealed than printed',
      [slip('2026-08'), slip('2026-09'), slip('2026-10', {}, { '53': '2026-07-01' })],
      1900,
      'differs_from_print',
    ],
  ] as const)('%s', (_name, files, amount, reason) => {
    expect(why(about(SALARY, files, { amount }))).toBe(reason);
  });
});

describe('sealed papers that are right and do not prove the situation', () => {
  const bill = (date: string) => {
    const printed: Fields = { full_name: 'Camille Aline EXEMPLAIRE', date, pixels_check: 'ok' };
    const sealed = seal('01', { '10': 'MME/EXEMPLAIRE/CAMILLE' }, { issuedOn: date });
    return about('home.owner', [file('utility_bill', printed, [sealed], {}, 1)], { role: 'N' });
  };
  test.each([
    ['a recent bill', '2026-10-20', null],
    ['a bill of last year', '2025-10-20', 'finding'],
  ] as const)('%s', (_name, date, reason) => {
    expect(why(bill(date))).toBe(reason);
  });

  const contract = (key: string, changed: Fields, declared: Partial<Case['declared']> = {}) => {
    const printed: Fields = { full_name: 'Camille EXEMPLAIRE', gross: '2450.00', pixels_check: 'ok', ...changed };
    const sealed = seal('10', { '61': 'Camille', '62': 'EXEMPLAIRE', '5A': '2450.00' }, { issuedOn: '2026-01-02' });
    return about(key, [file('work_contract', printed, [sealed], {}, 1)], declared);
  };
  test('a contract that goes on', () => {
    expect(why(contract('activity.fixed_term', { contract_end: '2027-06-30' }))).toBeNull();
  });
  test('a contract that is over', () => {
    expect(why(contract('activity.fixed_term', { contract_end: '2026-06-30' }))).toBe('finding');
  });
  test('a declared amount with which no sealed one can be compared', () => {
    expect(why(contract('income.salary.not_yet', {}, { amount: 4000 }))).toBe('differs_from_declared');
  });

  test('one of two kinds of paper that are asked together', () => {
    const slips = ['2026-08', '2026-09', '2026-10'].map((month) =>
      file(
        'payslip',
        {
          full_name: 'Camille EXEMPLAIRE',
          period: month,
          net_taxable: '1995.42',
          pixels_check: 'ok',
        },
        [seal('06', { '10': 'MME/EXEMPLAIRE/CAMILLE', '53': `${month}-01`, '58': '1995.42' })],
        {},
        1,
      ),
    );
    expect(why(about('income.salary.intermittent', slips, { amount: 1995 }))).toBe('paper_missing');
  });
});

describe('the comparison of a seal', () => {
  const likeness = (changed: Notice, fact: SealedFact): Likeness | undefined => {
    const one = notice(changed);
    const [pair] = sealedPapers(one);
    return pair && compareSeal(one, pair).find((row) => row.fact === fact)?.againstPrint;
  };

  test.each<[string, Notice, SealedFact, Likeness]>([
    ['shortened streets are the same', {}, 'address', 'exact'],
    ['half of an address leaves it open', { printed: { address: '12 RUE DES SPECIMENS' } }, 'address', 'near'],
    ['a printed first name out of several', { printed: { full_name: 'CAMILLE EXEMPLAIRE' } }, 'name', 'exact'],
    [
      'a name cut by the issuer compares as a prefix',
      {
        sealed: { '46': 'EXEMPLAIRE CAMILLE ALINE MARIE-ANTOINE' },
        printed: { full_name: 'ANTOINETTE EXEMPLAIRE' },
      },
      'name',
      'exact',
    ],
    [
      'an amount within a euro is not the same on a notice',
      { printed: { reference_income: '21552.00' } },
      'reference_income',
      'mismatch',
    ],
    ['shares are written in several ways', { sealed: { '43': '1,00' } }, 'tax_shares', 'exact'],
  ])('%s', (_name, changed, fact, expected) => {
    expect(likeness(changed, fact)).toBe(expected);
  });

  test('is made whatever the verdict, and an annex is compared with nothing', () => {
    const annex = [{ id: '46', raw: 'AUTRUI', value: 'AUTRUI', truncated: false, known: true }];
    const one = notice({ seal: { verdict: 'invalid', reason: 'bad_signature', annex } });
    const rows = sealedPapers(one).flatMap((pair) => compareSeal(one, pair));
    expect(rows.map(({ fact }) => fact)).toContain('reference_income');
    expect(JSON.stringify(rows)).not.toContain('AUTRUI');
  });
});
