import { describe, expect, test } from 'vitest';
import type { Seal } from '#seals/seal.ts';
import { situationOf } from '../catalogue/situations.ts';
import { judgeCopies } from './copies.ts';
import type { FieldName, FileFacts, PageFacts, PaperFacts, PaperKind, StructureFacts } from './facts.ts';
import { RULES, type Case, type Declared, type Finding, type Level, type Outcome, type RuleName } from './findings.ts';
import { judge } from './judge.ts';

type Fields = Readonly<Partial<Record<FieldName, string>>>;

const CLEAN: StructureFacts = {
  ...{ producer: 'Éditique', creator: 'Éditique', createdAt: '2026-10-31T08:00:00Z', modifiedAt: null, metadataDisagrees: false },
  ...{ updates: [], overlays: [], hidden: [], oddFonts: [], imageSoftware: null, generated: false },
};
const PICTURE: StructureFacts = { ...CLEAN, producer: null, creator: null, createdAt: null };

interface Made {
  readonly pages?: number;
  readonly page?: Partial<PageFacts>;
  readonly structure?: Partial<StructureFacts>;
  readonly confidence?: number;
  readonly source?: 'text' | 'ocr';
  readonly seals?: readonly Seal[];
}

const fieldsOf = (fields: Fields, { confidence = 100, source = 'text' }: Made): PaperFacts['fields'] =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, [{ value, page: 0, box: [0.1, 0.1, 0.2, 0.02], source, confidence }]]),
  );

/** Facts of a file of one paper. */
function file(kind: PaperKind, fields: Fields = {}, made: Made = {}): FileFacts {
  const numbers = Array.from({ length: made.pages ?? 1 }, (_, page) => page);
  const source = made.source ?? 'text';
  return {
    reader: 3,
    pages: numbers.map((page) => ({
      ...{ page, source, confidence: 100, blank: false, blurred: false, dark: false, codes: [] },
      ...made.page,
    })),
    papers: [{ kind, score: 0.9, pages: numbers, fields: fieldsOf(fields, made) }],
    seals: made.seals ?? [],
    structure: { ...(source === 'text' ? CLEAN : PICTURE), ...made.structure },
    fingerprints: { text: null, figures: null, layout: null },
  };
}

const PERSON = { firstNames: 'Camille Aline', birthName: 'Exemplaire', usedName: null, singleName: false };

function about(
  key: string,
  files: readonly (FileFacts | null)[],
  more: Partial<Declared> = {},
  others: Case['others'] = [],
): Case {
  return {
    files: files.map((facts, index) => ({ file: `f${index}`, facts })),
    declared: { situation: situationOf(key)!, role: 'T', person: PERSON, spouse: null, amount: null, ...more },
    others,
    today: '2026-11-23',
  };
}

const code = (verdict: Seal['verdict'], reason: Seal['reason'], sealed: Readonly<Record<string, string>> = {}): Seal => ({
  ...{ standard: 'fr.2d-doc', version: '04', kind: '28', issuedOn: null, signedOn: null, annex: [], verdict, reason },
  issuer: { authority: 'FR04', certificate: 'FPE3', name: 'DGFiP' },
  fields: Object.entries(sealed).map(([id, value]) => ({ id, raw: value, value, truncated: false, known: true })),
  revocationKnown: true,
  conformance: { missing: [], overlong: [], unknown: [] },
  at: { page: 0, box: [0.7, 0.1, 0.2, 0.1] },
});
const signature = (verdict: Seal['verdict'], reason: Seal['reason']): Seal => ({
  ...code(verdict, reason),
  ...{ standard: 'pdf.signature', kind: '', at: null },
});

const NAME = { full_name: 'Camille Aline EXEMPLAIRE' };
const OTHER = { full_name: 'Dominique AUTRUI' };
const CARD = {
  last_name: 'EXEMPLAIRE',
  first_names: 'Camille Aline',
  expiry_date: '2033-05-20',
  issue_date: '2023-05-21',
  sides: '2',
};
const SUMS = {
  ...{ gross: '2450.00', contributions: '537.55', net_before_tax: '1912.45', net_taxable: '1995.42', withholding: '59.86' },
  ...{ withholding_rate: '3.00', net_paid: '1852.59' },
};
const slip = (month: string, fields: Fields = {}, made: Made = {}) =>
  file(
    'payslip',
    {
      ...NAME,
      period: month,
      ...SUMS,
      cumulative_gross: (2450 * Number(month.slice(5))).toFixed(2),
      cumulative_net_taxable: (1995.42 * Number(month.slice(5))).toFixed(2),
      ...fields,
    },
    made,
  );
const without = (facts: FileFacts, ...names: readonly FieldName[]): FileFacts => ({
  ...facts,
  papers: facts.papers.map((paper) => ({
    ...paper,
    fields: Object.fromEntries(Object.entries(paper.fields).filter(([name]) => !names.includes(name as FieldName))),
  })),
});
const MONTHS = ['2026-08', '2026-09', '2026-10'] as const;
const receipt = (month: string, fields: Fields = {}) => file('rent_receipt', { ...NAME, period: month, ...fields });
const notice = (fields: Fields = {}, made: Made = {}) =>
  file(
    'tax_notice',
    { ...NAME, income_year: '2025', reference_income: '21551.00', tax_shares: '1.00', ...fields },
    { pages: 2, ...made },
  );
const property = (fields: Fields, made: Made = {}) => file('property_tax_notice', { ...NAME, ...fields }, { pages: 2, ...made });

/** A slip whose NIR says something, beside the card of the same person. */
const withCard = (said: Fields, made: Made = {}) =>
  about(
    'income.salary.over_3_months',
    [slip('2026-10', { nir_check: 'ok', ...said })],
    {},
    file('id_card', { ...CARD, sex: 'F', birth_date: '1992-03-14' }, made).papers.map((paper) => ({ file: 'card', paper })),
  );
const pay = (...files: readonly (FileFacts | null)[]) => about('income.salary.over_3_months', files);
const paid = (amount: number, ...files: readonly FileFacts[]) => about('income.salary.over_3_months', files, { amount });
const rent = (...files: readonly (FileFacts | null)[]) => about('home.tenant.receipts', files);
const tax = (...files: readonly (FileFacts | null)[]) => about('tax.french_notice', files);
const owner = (...files: readonly (FileFacts | null)[]) => about('home.owner', files);
const card = (...files: readonly (FileFacts | null)[]) => about('identity.id_card', files);
const visale = (fields: Fields) => about('guarantee.visale', [file('visale_certificate', fields)], { role: 'O' });
const grant = (fields: Fields, amount = 500) => about('income.scholarship', [file('scholarship_notice', fields)], { amount });
const student = (fields: Fields) => about('activity.student', [file('student_certificate', fields)]);
const contract = (fields: Fields) => about('activity.permanent', [file('work_contract', fields)]);
const bill = (fields: Fields) => about('home.tenant.home_proof', [file('utility_bill', fields)], { role: 'N' });
const traced = (structure: Partial<StructureFacts>, seals: readonly Seal[] = []) =>
  pay(slip('2026-10', {}, { structure, seals }));
const beside = (first: FileFacts, kind: PaperKind, fields: Fields) =>
  about('income.salary.over_3_months', [first], {}, [{ file: 'o0', paper: file(kind, fields).papers[0]! }]);
const unread = null;

const CHECKS = { 'number.siret': 'siret_check', 'number.tax': 'tax_number_check' } as const;

const T = 'tenant';
const A = 'agent';
/** Level and audience of each rule, and a case for each outcome it has. Source: engine §8.1 and §8.2. */
const TABLE: readonly (readonly [
  RuleName,
  Level,
  typeof T | typeof A,
  Partial<Record<Outcome, Case | readonly [Case, Level]>>,
])[] = [
  ['analysis.done', 'info', T, { passed: pay(slip('2026-10')), inconclusive: pay(slip('2026-10'), unread) }],
  ['facts.read', 'info', A, { passed: pay(slip('2026-10')), inconclusive: pay(without(slip('2026-10'), 'full_name')) }],
  ['seal.present', 'info', A, { passed: tax(notice({}, { seals: [code('valid', null)] })), inconclusive: tax(notice()) }],
  [
    'file.kind',
    'critical',
    T,
    { passed: pay(slip('2026-10')), failed: tax(file('work_contract')), inconclusive: pay(file('other')) },
  ],
  ['file.extra', 'warn', T, { passed: rent(receipt('2026-10')), failed: rent(receipt('2026-10'), slip('2026-10')) }],
  ['file.forbidden', 'warn', T, { passed: pay(slip('2026-10')), failed: pay(slip('2026-10'), file('bank_statement')) }],
  ['file.readable', 'warn', T, { passed: pay(slip('2026-10')), failed: pay(slip('2026-10', {}, { page: { blurred: true } })) }],
  [
    'seal.kind',
    'critical',
    T,
    {
      passed: tax(notice({}, { seals: [code('valid', null)] })),
      failed: tax(file('other', {}, { seals: [{ ...code('valid', null), kind: '06' }] })),
    },
  ],
  [
    'seal.valid',
    'critical',
    T,
    {
      passed: tax(notice({}, { seals: [code('valid', null)] })),
      failed: tax(notice({}, { seals: [code('invalid', 'bad_signature')] })),
      inconclusive: [tax(notice({}, { seals: [code('unverifiable', 'unknown_authority')] })), 'info'],
    },
  ],
  [
    'seal.matches_print',
    'critical',
    T,
    {
      passed: tax(notice({}, { seals: [code('valid', null, { '41': '21551', '45': '2025' })] })),
      failed: tax(notice({}, { seals: [code('valid', null, { '41': '11551', '45': '2025' })] })),
      inconclusive: [tax(notice({}, { seals: [code('valid', null)] })), 'info'],
    },
  ],
  ['tax.asdir', 'critical', T, { passed: tax(notice()), failed: tax(file('tax_declaration', {}, { pages: 2 })) }],
  [
    'tax.pages',
    'critical',
    T,
    {
      passed: tax(notice({ sheet_total: '2' })),
      failed: tax(notice({ sheet_total: '4' })),
      inconclusive: tax(notice({ sheet_total: '4' }), unread),
    },
  ],
  [
    'tax.year',
    'critical',
    T,
    { passed: tax(notice()), failed: tax(notice({ income_year: '2022' })), inconclusive: tax(without(notice(), 'income_year')) },
  ],
  [
    'tax.name',
    'critical',
    T,
    { passed: tax(notice()), failed: tax(notice(OTHER)), inconclusive: tax(without(notice(), 'full_name')) },
  ],
  [
    'property_tax.pages',
    'critical',
    T,
    {
      passed: owner(property({ year: '2026' })),
      failed: owner(property({ year: '2026' }, { pages: 1 })),
      inconclusive: owner(property({ year: '2026' }, { pages: 1 }), unread),
    },
  ],
  [
    'property_tax.year',
    'critical',
    T,
    { passed: owner(property({ year: '2026' })), failed: owner(property({ year: '2021' })), inconclusive: owner(property({})) },
  ],
  [
    'property_tax.name',
    'critical',
    T,
    {
      passed: owner(property({ year: '2026' })),
      failed: owner(property({ ...OTHER, year: '2026' })),
      inconclusive: owner(without(property({ year: '2026' }), 'full_name')),
    },
  ],
  [
    'payslip.name',
    'critical',
    T,
    {
      passed: pay(slip('2026-10')),
      failed: pay(slip('2026-09'), slip('2026-10', OTHER)),
      inconclusive: pay(slip('2026-10', OTHER, { source: 'ocr', confidence: 40 })),
    },
  ],
  [
    'payslip.months',
    'critical',
    T,
    {
      passed: pay(...MONTHS.map((month) => slip(month))),
      failed: pay(slip('2026-08'), slip('2026-10')),
      inconclusive: pay(slip('2026-08'), slip('2026-10'), unread),
    },
  ],
  [
    'payslip.amount',
    'warn',
    T,
    {
      passed: paid(2290, slip('2026-10')),
      failed: paid(2400, slip('2026-10')),
      inconclusive: paid(1900, without(slip('2026-10'), 'net_before_tax', 'net_taxable')),
    },
  ],
  [
    'payslip.arithmetic',
    'warn',
    A,
    {
      passed: pay(slip('2026-10')),
      failed: [pay(slip('2026-10', { net_before_tax: '2112.45', net_paid: '2052.59' })), 'warn'],
      inconclusive: pay(file('payslip', { ...NAME, period: '2026-10' })),
    },
  ],
  [
    'payslip.cumulative',
    'warn',
    A,
    {
      passed: pay(slip('2026-09'), slip('2026-10')),
      failed: pay(slip('2026-09'), slip('2026-10', { cumulative_gross: '25000.00' })),
      inconclusive: pay(slip('2026-10')),
    },
  ],
  [
    'rent.name',
    'critical',
    T,
    {
      passed: rent(receipt('2026-10')),
      failed: rent(receipt('2026-10', OTHER)),
      inconclusive: rent(without(receipt('2026-10'), 'full_name')),
    },
  ],
  [
    'rent.months',
    'critical',
    T,
    {
      passed: rent(...MONTHS.map((month) => receipt(month))),
      failed: rent(receipt('2026-08'), receipt('2026-10')),
      inconclusive: rent(receipt('2026-10'), unread),
    },
  ],
  [
    'rent.count',
    'warn',
    T,
    {
      passed: rent(...MONTHS.map((month) => receipt(month))),
      failed: rent(receipt('2026-10')),
      inconclusive: rent(receipt('2026-10'), unread),
    },
  ],
  [
    'guarantee.name',
    'critical',
    T,
    {
      passed: visale({ ...NAME, expiry_date: '2026-12-31' }),
      failed: visale(OTHER),
      inconclusive: visale({ expiry_date: '2026-12-31' }),
    },
  ],
  [
    'guarantee.expiry',
    'critical',
    T,
    {
      passed: visale({ ...NAME, expiry_date: '2026-11-23' }),
      failed: visale({ ...NAME, expiry_date: '2026-11-22' }),
      inconclusive: visale(NAME),
    },
  ],
  [
    'scholarship.name',
    'critical',
    T,
    { passed: grant(NAME), failed: grant(OTHER), inconclusive: grant({ school_year: '2026-2027' }) },
  ],
  [
    'scholarship.year',
    'critical',
    T,
    {
      passed: grant({ ...NAME, school_year: '2026-2027' }),
      failed: grant({ ...NAME, school_year: '2023-2024' }),
      inconclusive: grant(NAME),
    },
  ],
  [
    'scholarship.amount',
    'warn',
    T,
    {
      passed: grant({ ...NAME, amount: '5100.00' }),
      failed: grant({ ...NAME, amount: '5111.00' }),
      inconclusive: grant(NAME),
    },
  ],
  [
    'school.year',
    'critical',
    T,
    {
      passed: student({ ...NAME, school_year: '2026-2027' }),
      failed: student({ ...NAME, school_year: '2023-2024' }),
      inconclusive: student(NAME),
    },
  ],
  [
    'identity.name',
    'critical',
    T,
    {
      passed: card(file('id_card', CARD)),
      failed: card(file('id_card', { ...CARD, last_name: 'AUTRUI', first_names: 'Dominique' })),
      inconclusive: card(file('id_card', { expiry_date: '2033-05-20' })),
    },
  ],
  [
    'identity.expiry',
    'critical',
    T,
    {
      passed: card(file('id_card', { ...CARD, expiry_date: '2026-11-23' })),
      failed: card(file('id_card', { ...CARD, expiry_date: '2026-11-22' })),
      inconclusive: card(without(file('id_card', CARD), 'expiry_date')),
    },
  ],
  [
    'identity.sides',
    'warn',
    T,
    {
      passed: card(file('id_card', CARD)),
      failed: card(file('id_card', { ...CARD, sides: '1' })),
      inconclusive: card(file('id_card', { ...CARD, sides: '1' }), unread),
    },
  ],
  [
    'identity.mrz',
    'critical',
    A,
    {
      passed: card(file('id_card', { ...CARD, mrz_check: 'ok' })),
      failed: card(file('id_card', { ...CARD, mrz_check: 'wrong' })),
      inconclusive: card(file('id_card', { ...CARD, mrz_check: 'wrong' }, { source: 'ocr', confidence: 79 })),
    },
  ],
  [
    'paper.date',
    'warn',
    T,
    { passed: bill({ ...NAME, date: '2026-09-01' }), failed: bill({ ...NAME, date: '2025-11-05' }), inconclusive: bill(NAME) },
  ],
  ['paper.signed', 'warn', T, { passed: contract({ ...NAME, signed: 'yes' }), inconclusive: contract(NAME) }],
  [
    'contract.ongoing',
    'warn',
    T,
    {
      passed: contract({ ...NAME, contract_kind: 'CDI' }),
      failed: contract({ ...NAME, contract_kind: 'CDD', contract_end: '2026-11-22' }),
      inconclusive: contract({ ...NAME, contract_kind: 'CDD' }),
    },
  ],
  ['pdf.producer', 'warn', A, { passed: traced({}), failed: traced({ producer: 'Adobe Photoshop 25.0' }) }],
  [
    'pdf.dates',
    'warn',
    A,
    { passed: traced({ modifiedAt: '2026-11-02T08:00:00Z' }), failed: traced({ modifiedAt: '2026-11-02T08:00:01Z' }) },
  ],
  [
    'pdf.update',
    'warn',
    A,
    {
      passed: traced({ updates: [{ offset: 9, touches: ['signature', 'metadata'] }] }),
      failed: traced({ updates: [{ offset: 9, touches: ['annotation'] }] }),
    },
  ],
  [
    'pdf.overlay',
    'critical',
    A,
    { passed: traced({}), failed: traced({ overlays: [{ page: 0, box: [0, 0, 0.1, 0.1], values: ['1 852,59', '2 912,45'] }] }) },
  ],
  ['pdf.hidden', 'warn', A, { passed: traced({}), failed: traced({ hidden: [{ page: 0, box: null, what: 'white_box' }] }) }],
  ['pdf.pixels', 'critical', A, { passed: tax(notice({ pixels_check: 'ok' })), failed: tax(notice({ pixels_check: 'wrong' })) }],
  [
    'pdf.fonts',
    'warn',
    A,
    { passed: traced({}), failed: traced({ oddFonts: [{ page: 0, box: [0, 0, 0.1, 0.1], font: 'Arial' }] }) },
  ],
  [
    'pdf.signature',
    'critical',
    A,
    {
      passed: traced({}, [signature('valid', null)]),
      failed: traced({}, [signature('invalid', 'changed_after_signing')]),
      inconclusive: [traced({}, [signature('unverifiable', 'unknown_authority')]), 'info'],
    },
  ],
  [
    'cross.income_tax',
    'warn',
    A,
    {
      passed: beside(slip('2025-10'), 'tax_notice', { income_year: '2025', reference_income: '21551.00', tax_shares: '1.00' }),
      failed: beside(slip('2025-10'), 'tax_notice', { income_year: '2025', reference_income: '9000.00', tax_shares: '1.00' }),
      inconclusive: beside(slip('2026-10'), 'tax_notice', {
        income_year: '2025',
        reference_income: '9000.00',
        tax_shares: '1.00',
      }),
    },
  ],
  [
    'cross.employer',
    'warn',
    A,
    {
      passed: beside(slip('2026-10', { siret: '99900011000018' }), 'work_contract', { siret: '99900011000018' }),
      failed: beside(slip('2026-10', { siret: '99900011000018' }), 'work_contract', { siret: '35600000000048' }),
    },
  ],
  [
    'cross.address',
    'warn',
    A,
    {
      passed: beside(slip('2026-10', { address: '12 AV DES SPECIMENS TOULOUSE' }), 'tax_notice', {
        address: '12 AVENUE DES SPECIMENS TOULOUSE',
      }),
      failed: beside(slip('2026-10', { address: '12 AV DES SPECIMENS TOULOUSE' }), 'tax_notice', {
        address: '4 IMPASSE DU SONGE BREST',
      }),
    },
  ],
  [
    'cross.name',
    'warn',
    A,
    {
      passed: pay(slip('2026-10')),
      failed: pay(slip('2026-10', OTHER)),
      inconclusive: pay(slip('2026-10', OTHER, { source: 'ocr', confidence: 40 })),
    },
  ],
  ...(['number.siret', 'number.tax'] as const).map(
    (rule) =>
      [
        rule,
        rule === 'number.tax' ? 'info' : 'warn',
        A,
        {
          passed: pay(slip('2026-10', { [CHECKS[rule]]: 'ok' })),
          failed: pay(slip('2026-10', { [CHECKS[rule]]: 'wrong' })),
          inconclusive: pay(slip('2026-10', { [CHECKS[rule]]: 'wrong' }, { source: 'ocr' })),
        },
      ] as const,
  ),
  [
    'number.nir',
    'warn',
    A,
    {
      passed: withCard({ nir_sex: 'F', nir_birth: '92-03' }),
      failed: withCard({ nir_sex: 'M', nir_birth: '92-03' }),
      inconclusive: pay(slip('2026-10', { nir_check: 'ok', nir_sex: 'F', nir_birth: '92-03' })),
    },
  ],
  [
    'image.software',
    'info',
    A,
    {
      passed: pay(slip('2026-10', {}, { source: 'ocr', structure: { imageSoftware: 'iOS 19.1' } })),
      failed: pay(slip('2026-10', {}, { source: 'ocr', structure: { imageSoftware: 'GIMP 2.10' } })),
    },
  ],
  [
    'image.compression',
    'info',
    A,
    {
      passed: pay(slip('2026-10', {}, { source: 'ocr', structure: { compression: [{ page: 0, twice: true, odd: [] }] } })),
      failed: pay(
        slip(
          '2026-10',
          {},
          { source: 'ocr', structure: { compression: [{ page: 0, twice: true, odd: [[0.6, 0.4, 0.1, 0.02]] }] } },
        ),
      ),
    },
  ],
  [
    'template.known',
    'warn',
    A,
    {
      passed: traced({ template: { compared: 3, known: [] } }),
      failed: traced({ template: { compared: 3, known: ['Fiche en ligne'] } }),
    },
  ],
  ['origin.generated', 'info', A, { passed: traced({}), failed: traced({ generated: true }) }],
];

const of = (findings: readonly Finding[], rule: RuleName) => findings.find((one) => one.rule === rule);

describe.each(TABLE)('%s', (rule, level, audience, cases) => {
  test.each(Object.entries(cases))('%s', (outcome, asked) => {
    const [given, weight] = 'files' in asked ? [asked, level] : asked;
    expect(of(judge(given), rule)).toMatchObject({ outcome, level: weight, audience });
  });
});

describe('weights that a case changes', () => {
  test('two sums that fail apart weigh more than one', () => {
    const sums = pay(slip('2026-10', { net_before_tax: '2912.45', net_taxable: '2995.42' }));
    expect(of(judge(sums), 'payslip.arithmetic')?.level).toBe('critical');
    const totals = pay(slip('2026-09'), slip('2026-10', { cumulative_gross: '30000.00', cumulative_net_taxable: '30000.00' }));
    expect(of(judge(totals), 'payslip.cumulative')?.level).toBe('critical');
  });

  test('a scanner on a paper that comes as a file only informs', () => {
    const told = of(judge(traced({ producer: 'macOS Quartz PDFContext' })), 'pdf.producer');
    expect(told).toMatchObject({ outcome: 'failed', level: 'info', audience: 'agent' });
  });

  test.each([
    ['the software of its issuer', { producer: 'Éditique', expected: true }, 'passed', 'warn'],
    ['another software than its issuer’s', { producer: 'Éditique', expected: false }, 'failed', 'warn'],
    ['no software at all', { producer: null, expected: false }, 'failed', 'warn'],
    ['a printer of honest people', { producer: 'Microsoft: Print To PDF', expected: false }, 'failed', 'info'],
  ] as const)('a known issuer, %s', (_, { producer, expected }, outcome, level) => {
    const issuer = { name: 'Trésor imaginaire', software: ['Moteur 4'], expected };
    expect(of(judge(traced({ producer, creator: null, issuer })), 'pdf.producer')).toMatchObject({ outcome, level });
  });

  test('a word processor is nothing odd on a contract, and is on a payslip', () => {
    const word = { structure: { producer: 'Microsoft® Word 2021', creator: 'Microsoft® Word 2021' } };
    expect(of(judge(traced(word.structure)), 'pdf.producer')?.outcome).toBe('failed');
    const written = about('activity.permanent', [file('work_contract', NAME, word)]);
    expect(of(judge(written), 'pdf.producer')?.outcome).toBe('passed');
  });

  test('a file whose origin was wiped is looked at all the same', () => {
    const wiped = traced({ producer: null, creator: null, createdAt: null, updates: [{ offset: 9, touches: ['content'] }] });
    expect(of(judge(wiped), 'pdf.update')?.outcome).toBe('failed');
  });

  test('a bank statement alone proves nothing; among payslips it is only to be removed', () => {
    expect(of(judge(pay(file('bank_statement'))), 'file.kind')?.outcome).toBe('failed');
    expect(of(judge(pay(slip('2026-10'), file('bank_statement'))), 'file.kind')?.outcome).toBe('passed');
  });
});

describe('a payslip against itself', () => {
  const hours = (hours: string, hourly_rate: string, base_pay: string, more: Fields = {}, made: Made = {}) =>
    pay(slip('2026-10', { hours, hourly_rate, base_pay, ...more }, made));
  const leave = (acquired: string, taken: string, left: string) =>
    pay(slip('2026-10', { leave_acquired: acquired, leave_taken: taken, leave_balance: left }));
  test.each([
    ['hours by rate give the base pay, but for the rounding of the rate', hours('151.67', '16.15', '2450.00'), 'passed'],
    ['a rate with four decimals leaves no such room', hours('151.67', '16.1500', '2450.00'), 'failed'],
    ['hours of a week', hours('35.00', '16.1538', '2450.00'), 'passed'],
    ['another base pay than hours by rate', hours('151.67', '16.15', '3450.00'), 'failed'],
    ['one of the three was not read', pay(slip('2026-10', { hours: '151.67', base_pay: '3450.00' })), 'passed'],
    ['more hours than a month may have', pay(slip('2026-10', { hours: '251.67' })), 'failed'],
    ['pixels say nothing of rates', hours('151.67', '16.15', '3450.00', {}, { source: 'ocr' }), 'passed'],
    ['leave acquired less taken is what is left', leave('10.40', '3.00', '7.40'), 'passed'],
    ['more leave left than acquired', leave('10.40', '3.00', '10.40'), 'failed'],
    [
      'a net that is nearly the gross',
      pay(slip('2026-10', { contributions: '50.00', net_before_tax: '2400.00', net_paid: '2340.14' })),
      'failed',
    ],
  ] as const)('%s', (_, given, outcome) => {
    expect(of(judge(given), 'payslip.arithmetic')?.outcome).toBe(outcome);
  });

  test('one sum wrong on a photograph is left open, also beside slips of text', () => {
    const photograph = slip('2026-10', { net_paid: '2852.59' }, { source: 'ocr' });
    expect(of(judge(pay(slip('2026-08'), slip('2026-09'), photograph)), 'payslip.arithmetic')?.outcome).toBe('inconclusive');
  });

  test('an apprentice keeps nearly all of the gross', () => {
    const sums = { contributions: '50.00', net_before_tax: '2400.00', net_paid: '2340.14' };
    expect(of(judge(pay(slip('2026-10', { ...sums, contract_kind: 'alternance' }))), 'payslip.arithmetic')?.outcome).toBe(
      'passed',
    );
  });

  test.each([
    ['one figure explains both sums', { net_before_tax: '2112.45' }, 'warn'],
    ['no figure explains both sums', { base_pay: '3450.00', net_paid: '2052.59' }, 'critical'],
    ['what is odd adds nothing to one sum', { base_pay: '3450.00', hours: '351.67', leave_balance: '25.00' }, 'warn'],
  ] as const)('%s', (_, changed, level) => {
    const counters = { leave_acquired: '10.40', leave_taken: '0.00', leave_balance: '10.40' };
    const given = hours('151.67', '16.15', '2450.00', { ...counters, ...changed });
    expect(of(judge(given), 'payslip.arithmetic')).toMatchObject({ outcome: 'failed', level });
  });
});

describe('a payslip against the one before', () => {
  const two = (before: Fields, now: Fields, months = ['2026-09', '2026-10']) =>
    pay(...[before, now].map((fields, index) => slip(months[index]!, fields)));
  const both = (field: FieldName, before: string, now: string) => two({ [field]: before }, { [field]: now });
  const january = (sum: string) => two({}, { cumulative_gross: sum, cumulative_net_taxable: '1995.42' }, ['2025-12', '2026-01']);
  const RESTARTED = { cumulative_gross: '2450.00', cumulative_net_taxable: '1995.42' };

  test.each([
    ['amounts restart in January', january('2450.00'), 'passed', 'warn'],
    ['amounts that go on in January', january('31850.00'), 'failed', 'warn'],
    ['one name of the employer', both('employer', 'ATELIERS IMAGINAIRES SAS', 'Ateliers Imaginaires'), 'passed', 'warn'],
    ['another name of the employer', both('employer', 'ATELIERS IMAGINAIRES SAS', 'Le Songe SARL'), 'failed', 'warn'],
    ['another number of the employer', both('siret', '99900011000018', '35600000000048'), 'failed', 'warn'],
    ['another day of entry', both('contract_start', '2023-09-04', '2021-09-04'), 'failed', 'warn'],
    ['another birth in the social security number', both('nir_birth', '94-03', '91-03'), 'failed', 'warn'],
    ['leave that moves', both('leave_acquired', '8.32', '10.40'), 'passed', 'warn'],
    ['leave that stands still', both('leave_acquired', '8.32', '8.32'), 'failed', 'warn'],
    ['a new year of leave', both('leave_acquired', '25.00', '2.08'), 'passed', 'warn'],
    [
      'leave given back',
      two({ leave_acquired: '8.32', leave_taken: '4.00' }, { leave_acquired: '10.40', leave_taken: '2.00' }),
      'failed',
      'warn',
    ],
    ['a rate that changes only informs', both('withholding_rate', '3.00', '3.10'), 'failed', 'info'],
    [
      'a rate of September',
      two({ withholding_rate: '3.00' }, { withholding_rate: '3.10' }, ['2026-08', '2026-09']),
      'passed',
      'warn',
    ],
    [
      'a new job: all begins anew',
      two(
        { siret: '99900011000018', employer: 'ATELIERS IMAGINAIRES SAS', contract_start: '2023-09-04' },
        { ...RESTARTED, siret: '35600000000048', employer: 'Le Songe SARL', contract_start: '2026-10-01' },
      ),
      'inconclusive',
      'warn',
    ],
    [
      'another company without a day of entry is told, and its amounts are its own',
      two({ siret: '99900011000018' }, { ...RESTARTED, siret: '35600000000048' }),
      'failed',
      'warn',
    ],
  ] as const)('%s', (_, given, outcome, level) => {
    expect(of(judge(given), 'payslip.cumulative')).toMatchObject({ outcome, level });
  });

  test('a rate that changes and comes back is odd', () => {
    const given = pay(...MONTHS.map((month, index) => slip(month, { withholding_rate: index === 1 ? '1.00' : '3.00' })));
    expect(of(judge(given), 'payslip.cumulative')).toMatchObject({ outcome: 'failed', level: 'warn' });
  });

  test('what pixels say of names and numbers accuses nobody', () => {
    const given = pay(
      ...['2026-09', '2026-10'].map((month, index) => slip(month, { siret: `9990001100001${index}` }, { source: 'ocr' })),
    );
    expect(of(judge(given), 'payslip.cumulative')?.outcome).toBe('passed');
  });
});

describe('the same paper elsewhere', () => {
  test.each([
    ['bytes', 1, 'copy.bytes', 'warn'],
    ['text', 1, 'copy.text', 'warn'],
    ['figures', 1, 'copy.figures', 'warn'],
    ['layout', 3, 'copy.layout', 'info'],
  ] as const)('%s: %i equal hashes', (index, bands, rule, level) => {
    expect(judgeCopies([{ index, file: 'f0', bands }])).toMatchObject([{ rule, level, audience: 'agent', outcome: 'failed' }]);
  });

  test('two equal bands of a picture say nothing', () => {
    expect(judgeCopies([{ index: 'layout', file: 'f0', bands: 2 }])).toEqual([]);
  });
});

test('every rule is in a table', () => {
  const shown = new Set<string>([...TABLE.map(([rule]) => rule), 'copy.bytes', 'copy.text', 'copy.figures', 'copy.layout']);
  expect(RULES.filter((rule) => !shown.has(rule))).toEqual([]);
});

test.each([
  ['another month of birth', withCard({ nir_birth: '92-04' }), 'failed'],
  ['a month that stands for an unknown one', withCard({ nir_birth: '92' }), 'passed'],
  ['a sex read from the pixels of a card', withCard({ nir_sex: 'M' }, { source: 'ocr' }), 'inconclusive'],
  ['a wrong key', withCard({ nir_check: 'wrong' }), 'failed'],
] as const)('A NIR against a card: %s', (_, said, outcome) => {
  expect(judge(said).find(({ rule }) => rule === 'number.nir')?.outcome).toBe(outcome);
});

test('papers sent before the name was typed are held against no name', () => {
  const nobody = { firstNames: '', birthName: '', usedName: null, singleName: false };
  const found = judge(about('home.tenant.receipts', [receipt('2026-10')], { person: nobody }));
  expect(found.find(({ rule }) => rule === 'rent.name')?.outcome).toBe('inconclusive');
});
