import { describe, expect, test } from 'vitest';
import { situationOf } from '../catalogue/situations.ts';
import type { FieldName, FileFacts, PaperKind, StructureFacts } from './facts.ts';
import type { Case, Declared, Finding } from './findings.ts';
import { bandsOf, judgeCopies } from './copies.ts';
import { isConsistent, judge, reportOf, toMend } from './judge.ts';
import { whyNotAutomatic } from './acceptance.ts';

const structure: StructureFacts = {
  producer: 'Moteur Paie 4',
  creator: 'Logiciel',
  createdAt: '2026-11-02T09:00:00.000Z',
  modifiedAt: null,
  metadataDisagrees: false,
  updates: [],
  overlays: [],
  hidden: [],
  oddFonts: [],
  imageSoftware: null,
  generated: false,
};

type Fields = Readonly<Partial<Record<FieldName, string>>>;

/** Facts of a file of one paper, read from a text layer. */
function file(kind: PaperKind, fields: Fields, changed: Partial<FileFacts> = {}, pages = 1): FileFacts {
  const facts = Object.entries(fields).map(([name, value]) => [
    name,
    [{ value, page: 0, box: null, source: 'text', confidence: 100 }],
  ]);
  const numbers = Array.from({ length: pages }, (_, page) => page);
  return {
    reader: 1,
    pages: numbers.map((page) => ({
      page,
      source: 'text',
      confidence: 100,
      blank: false,
      blurred: false,
      dark: false,
      codes: [],
    })),
    papers: [{ kind, score: 0.9, pages: numbers, fields: Object.fromEntries(facts) as FileFacts['papers'][number]['fields'] }],
    seals: [],
    structure,
    fingerprints: { text: null, figures: null, layout: null },
    ...changed,
  };
}

function about(key: string, files: readonly (FileFacts | null)[], declared: Partial<Declared> = {}, today = '2026-11-23'): Case {
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
    today,
  };
}

const outcome = (findings: readonly Finding[], rule: Finding['rule']) =>
  findings.find((finding) => finding.rule === rule)?.outcome ?? null;

const slip = (month: string, changed: Fields = {}): FileFacts =>
  file('payslip', {
    full_name: 'Camille Aline EXEMPLAIRE',
    period: month,
    gross: '2450.00',
    contributions: '537.55',
    net_before_tax: '1912.45',
    net_taxable: '1995.42',
    withholding: '59.86',
    withholding_rate: '3.00',
    net_paid: '1852.59',
    cumulative_gross: String(2450 * Number(month.slice(5))),
    cumulative_net_taxable: (1995.42 * Number(month.slice(5))).toFixed(2),
    ...changed,
  });
const SALARY = 'income.salary.over_3_months';

describe('payslips', () => {
  test('three months in a row pass, and the piece is consistent', () => {
    const findings = judge(about(SALARY, [slip('2026-08'), slip('2026-09'), slip('2026-10')], { amount: 1900 }));
    expect(findings.filter((finding) => finding.outcome === 'failed')).toEqual([]);
    expect(isConsistent(findings)).toBe(true);
    expect(reportOf(findings)).toBe('CHECKED');
  });

  test('a missing month is named', () => {
    const findings = judge(about(SALARY, [slip('2026-08'), slip('2026-10')]));
    const months = findings.find(({ rule }) => rule === 'payslip.months');
    expect(months).toMatchObject({ outcome: 'failed', params: { missing: ['2026-09'] } });
    expect(toMend(findings).map(({ rule }) => rule)).toEqual(['payslip.months']);
  });

  test('a file not read yet leaves months open', () => {
    expect(outcome(judge(about(SALARY, [slip('2026-08'), slip('2026-10'), null])), 'payslip.months')).toBe('inconclusive');
  });

  test('another person’s slip fails, and several faults are told at once', () => {
    const findings = judge(about(SALARY, [slip('2026-03', { full_name: 'Dominique AUTRUI' })]));
    expect(toMend(findings).map(({ rule }) => rule)).toEqual(['payslip.name', 'payslip.months']);
  });

  test('LI is not found inside OLIVIER', () => {
    const person = { firstNames: 'Wei', birthName: 'Li', usedName: null, singleName: false };
    const findings = judge(about(SALARY, [slip('2026-10', { full_name: 'Wei OLIVIER' })], { person }));
    expect(outcome(findings, 'payslip.name')).toBe('failed');
  });

  test('an edited net breaks the sums, for agents only', () => {
    const forged = slip('2026-10', { net_before_tax: '2912.45', net_taxable: '2995.42' });
    const findings = judge(about(SALARY, [slip('2026-08'), slip('2026-09'), forged]));
    expect(findings.find(({ rule }) => rule === 'payslip.arithmetic')).toMatchObject({
      outcome: 'failed',
      level: 'critical',
      audience: 'agent',
    });
    expect(outcome(findings, 'payslip.cumulative')).toBe('failed');
    expect(toMend(findings)).toEqual([]);
    expect(isConsistent(findings)).toBe(false);
  });

  test('a declared amount far from the slips is a warning', () => {
    const findings = judge(about(SALARY, [slip('2026-08'), slip('2026-09'), slip('2026-10')], { amount: 3000 }));
    expect(findings.find(({ rule }) => rule === 'payslip.amount')).toMatchObject({ outcome: 'failed', level: 'warn' });
  });
});

describe('tax notices', () => {
  const notice = (fields: Fields, pages = 2) =>
    file('tax_notice', { full_name: 'CAMILLE EXEMPLAIRE', reference_income: '21551.00', ...fields }, {}, pages);

  test.each([
    ['2025', 'passed', 'critical'],
    ['2024', 'passed', 'info'],
    ['2022', 'failed', 'critical'],
  ])('income of %s: %s (%s) on 23 November 2026', (year, expected, level) => {
    const findings = judge(about('tax.french_notice', [notice({ income_year: year })]));
    expect(findings.find(({ rule }) => rule === 'tax.year')).toMatchObject({ outcome: expected, level });
  });

  test('one page of a wrong year tells both faults', () => {
    const findings = judge(about('tax.french_notice', [notice({ income_year: '2021' }, 1)]));
    expect(toMend(findings).map(({ rule }) => rule)).toEqual(['tax.pages', 'tax.year']);
  });

  test('a declarative statement is not a notice', () => {
    const findings = judge(about('tax.french_notice', [file('tax_declaration', { income_year: '2025' }, {}, 2)]));
    expect(outcome(findings, 'tax.asdir')).toBe('failed');
  });

  test('the last name of one declarant with the first name of another is a mismatch', () => {
    const findings = judge(
      about('tax.french_notice', [
        file('tax_notice', { last_name: 'EXEMPLAIRE', first_names: 'Dominique', income_year: '2025' }, {}, 2),
      ]),
    );
    expect(outcome(findings, 'tax.name')).toBe('failed');
  });
});

describe('identity and dates', () => {
  test.each([
    ['2026-11-23', 'passed'],
    ['2026-11-22', 'failed'],
  ])('a card that ends on %s: %s', (end, expected) => {
    const findings = judge(
      about('identity.id_card', [
        file('id_card', { last_name: 'EXEMPLAIRE', first_names: 'Camille', expiry_date: end, sides: '2' }),
      ]),
    );
    expect(outcome(findings, 'identity.expiry')).toBe(expected);
  });

  test.each([
    ['2027-03-05', '1980-05-01', 'passed'],
    ['2027-03-06', '1980-05-01', 'failed'],
    ['2022-03-06', '2000-01-01', 'failed'],
  ])('a card of 2012 printed to 2022-03-05: on %s, of somebody born %s: %s', (today, born, expected) => {
    const dates = { issue_date: '2012-03-05', expiry_date: '2022-03-05', birth_date: born };
    const card = file('id_card', { last_name: 'EXEMPLAIRE', first_names: 'Camille', sides: '2', ...dates });
    expect(outcome(judge(about('identity.id_card', [card], {}, today)), 'identity.expiry')).toBe(expected);
  });

  test('a wrong check digit is for agents, not for the person', () => {
    const findings = judge(
      about('identity.id_card', [
        file('id_card', { last_name: 'EXEMPLAIRE', first_names: 'Camille', expiry_date: '2033-05-20', mrz_check: 'wrong' }),
      ]),
    );
    expect(findings.find(({ rule }) => rule === 'identity.mrz')).toMatchObject({ outcome: 'failed', audience: 'agent' });
  });

  test('a paper that nobody may ask for is a warning that says so', () => {
    expect(outcome(judge(about('activity.permanent', [file('bank_statement', {})])), 'file.forbidden')).toBe('failed');
  });
});

describe('kinds of papers', () => {
  test('a bank statement among good payslips warns and proves nothing wrong; alone it leaves the income unproved', () => {
    const among = judge(about(SALARY, [slip('2026-08'), slip('2026-09'), slip('2026-10'), file('bank_statement', {})]));
    expect([outcome(among, 'file.kind'), outcome(among, 'file.forbidden')]).toEqual(['passed', 'failed']);
    const alone = judge(about(SALARY, [file('bank_statement', {})]));
    expect(outcome(alone, 'file.kind')).toBe('failed');
    const unclear = judge(about(SALARY, [file('bank_statement', {}), file('other', {})]));
    expect(outcome(unclear, 'file.kind')).toBe('inconclusive');
  });
});

describe('traces of change', () => {
  const changed = (part: Partial<StructureFacts>) =>
    judge(about(SALARY, [{ ...slip('2026-10'), structure: { ...structure, ...part } }]));

  test('an editor of pictures is named to agents', () => {
    expect(outcome(changed({ producer: 'Adobe Photoshop for Windows' }), 'pdf.producer')).toBe('failed');
  });

  test('an update that only signs is no change', () => {
    expect(outcome(changed({ updates: [{ offset: 1, touches: ['signature', 'metadata'] }] }), 'pdf.update')).toBe('passed');
    expect(outcome(changed({ updates: [{ offset: 1, touches: ['content'] }] }), 'pdf.update')).toBe('failed');
  });

  test('both values of an overlay are shown', () => {
    const findings = changed({ overlays: [{ page: 0, box: [0, 0, 0.1, 0.1], values: ['1 852,59', '2 912,45'] }] });
    expect(findings.find(({ rule }) => rule === 'pdf.overlay')?.evidence[0]).toMatchObject({
      seen: '2 912,45',
      expected: '1 852,59',
    });
  });
});

describe('duplicates and acceptance', () => {
  test('the same figures on another person’s file warn agents; layouts only inform', () => {
    const findings = judgeCopies([
      { index: 'figures', file: 'f0', bands: 1 },
      { index: 'layout', file: 'f0', bands: 3 },
      { index: 'layout', file: 'f1', bands: 2 },
    ]);
    expect(findings.map(({ rule, level }) => [rule, level])).toEqual([
      ['copy.figures', 'warn'],
      ['copy.layout', 'info'],
    ]);
  });

  test('a picture hash has sixteen bands', () => {
    expect(new Set(bandsOf('0'.repeat(64))).size).toBe(16);
  });

  test('nothing unsealed is accepted without an agent', () => {
    const unsealed = about(SALARY, [slip('2026-08'), slip('2026-09'), slip('2026-10')]);
    expect(whyNotAutomatic(unsealed, judge(unsealed))).toBe('not_all_sealed');
  });
});
