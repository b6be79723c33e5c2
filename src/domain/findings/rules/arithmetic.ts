import { addMonths } from '#kernel/civil-date.ts';
import type { FieldName } from '../facts.ts';
import type { Case, Evidence, Rule } from '../findings.ts';
import { amountOf, evidenceOf, factOf, monthOfPaper, papersOf, type FiledPaper } from '../read-case.ts';

const agent = { version: 1, audience: 'agent' } as const;

/** Euros by which sums may differ: rounding on text, a misread cent on pixels. */
const TEXT_TOLERANCE = 0.05;
const OCR_TOLERANCE = 1;
const TAX_TOLERANCE = 1;

const toleranceOf = ({ paper }: FiledPaper, ...fields: readonly FieldName[]) =>
  fields.some((field) => factOf(paper, field)?.source === 'ocr') ? OCR_TOLERANCE : TEXT_TOLERANCE;

interface Equation {
  readonly holds: boolean;
  readonly evidence: Evidence;
}

/** The equations of one slip whose terms were all read. */
function equations(slip: FiledPaper): readonly Equation[] {
  const read = (field: FieldName) => amountOf(slip.paper, field);
  const [gross, contributions, before, taxable, paid] = [
    read('gross'),
    read('contributions'),
    read('net_before_tax'),
    read('net_taxable'),
    read('net_paid'),
  ];
  const [rate, withheld] = [read('withholding_rate'), read('withholding')];
  const found: Equation[] = [];
  const add = (expected: number, seen: number, tolerance: number, field: FieldName) =>
    found.push({ holds: Math.abs(expected - seen) <= tolerance, evidence: evidenceOf(slip, field, expected.toFixed(2)) });
  if (gross !== null && contributions !== null && before !== null)
    add(gross - contributions, before, toleranceOf(slip, 'gross', 'contributions', 'net_before_tax'), 'net_before_tax');
  if (rate !== null && taxable !== null && withheld !== null) add((rate * taxable) / 100, withheld, TAX_TOLERANCE, 'withholding');
  if (before !== null && withheld !== null && paid !== null)
    add(before - withheld, paid, toleranceOf(slip, 'net_before_tax', 'withholding', 'net_paid'), 'net_paid');
  return found;
}

const NET_SHARE = [0.6, 0.9] as const;

const payslipArithmetic: Rule = {
  ...agent,
  rule: 'payslip.arithmetic',
  level: 'warn',
  judge: (about) => {
    const slips = papersOf(about, 'payslip').map((slip) => ({ slip, sums: equations(slip) }));
    const all = slips.flatMap(({ sums }) => sums);
    if (slips.length === 0) return null;
    const wrong = all.filter(({ holds }) => !holds);
    const shares = slips.flatMap(({ slip }) => {
      const [gross, net] = [amountOf(slip.paper, 'gross'), amountOf(slip.paper, 'net_before_tax')];
      const share = gross && net ? net / gross : null;
      return share !== null && (share < NET_SHARE[0] || share > NET_SHARE[1]) ? [evidenceOf(slip, 'net_before_tax')] : [];
    });
    if (wrong.length === 0 && shares.length === 0) return { outcome: all.length > 0 ? 'passed' : 'inconclusive' };
    // From pixels one wrong sum is more likely a misread figure than a lie.
    const pixels = slips.every(({ slip }) => factOf(slip.paper, 'net_before_tax')?.source === 'ocr');
    if (pixels && wrong.length < 2)
      return { outcome: 'inconclusive', evidence: [...wrong.map(({ evidence }) => evidence), ...shares] };
    return {
      outcome: 'failed',
      level: slips.some(({ sums }) => sums.filter(({ holds }) => !holds).length >= 2) ? 'critical' : 'warn',
      evidence: [...wrong.map(({ evidence }) => evidence), ...shares],
    };
  },
};

/** Slips by month, this piece's first. */
function byMonth(about: Case): readonly FiledPaper[] {
  return [...papersOf(about, 'payslip')]
    .filter(({ paper }) => monthOfPaper(paper) !== null)
    .sort((a, b) => (monthOfPaper(a.paper) ?? '').localeCompare(monthOfPaper(b.paper) ?? ''));
}

const CUMULATED = [
  ['cumulative_gross', 'gross'],
  ['cumulative_net_taxable', 'net_taxable'],
] as const;

/** A cumulated amount is last month's plus this month's, and is this month's in January. */
const payslipCumulative: Rule = {
  ...agent,
  rule: 'payslip.cumulative',
  version: 2,
  level: 'warn',
  judge: (about) => {
    const slips = byMonth(about);
    if (slips.length === 0) return null;
    let compared = 0;
    const wrong: Evidence[] = [];
    const columns = new Set<FieldName>();
    const tell = (slip: FiledPaper, total: FieldName, expected: string) => {
      wrong.push(evidenceOf(slip, total, expected));
      if (factOf(slip.paper, total)?.source === 'text') columns.add(total);
    };
    slips.forEach((slip, index) => {
      const month = monthOfPaper(slip.paper);
      const before = slips[index - 1];
      for (const [total, part] of CUMULATED) {
        const [cumulated, monthly] = [amountOf(slip.paper, total), amountOf(slip.paper, part)];
        if (cumulated === null || monthly === null || month === null) continue;
        const tolerance = toleranceOf(slip, total, part);
        if (month.endsWith('-01')) {
          compared += 1;
          if (Math.abs(cumulated - monthly) > tolerance) tell(slip, total, monthly.toFixed(2));
          continue;
        }
        const previous = before && monthOfPaper(before.paper) === addMonths(month, -1) ? amountOf(before.paper, total) : null;
        if (previous === null) {
          // Alone, a slip still cannot have cumulated less than it pays.
          if (monthly > cumulated + tolerance) tell(slip, total, `≥ ${monthly.toFixed(2)}`);
          continue;
        }
        compared += 1;
        if (Math.abs(previous + monthly - cumulated) > tolerance) tell(slip, total, (previous + monthly).toFixed(2));
      }
      if (before)
        for (const field of ['siret', 'contract_start'] as const) {
          const [a, b] = [factOf(before.paper, field)?.value, factOf(slip.paper, field)?.value];
          if (a !== undefined && b !== undefined && a !== b && factOf(slip.paper, field)?.source === 'text')
            wrong.push(evidenceOf(slip, field, a));
        }
    });
    if (wrong.length === 0) return { outcome: compared > 0 ? 'passed' : 'inconclusive' };
    // Gross and net taxable are counted apart: both wrong on a text layer is no misread figure.
    return { outcome: 'failed', level: columns.size === CUMULATED.length ? 'critical' : 'warn', evidence: wrong };
  },
};

/** Sums that must hold on a payslip and from one to the next. */
export const ARITHMETIC_RULES: readonly Rule[] = [payslipArithmetic, payslipCumulative];
