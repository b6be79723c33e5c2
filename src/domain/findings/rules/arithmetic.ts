import type { FieldName } from '../facts.ts';
import type { Evidence, Rule } from '../findings.ts';
import { amountOf, evidenceOf, factOf, papersOf, type FiledPaper } from '../read-case.ts';

/** Euros by which sums may differ: rounding on text, a misread cent on pixels. */
const TEXT_TOLERANCE = 0.05;
const OCR_TOLERANCE = 1;
const TAX_TOLERANCE = 1;

/** Euros by which a sum of these fields of a slip may differ. */
export const toleranceOf = ({ paper }: FiledPaper, ...fields: readonly FieldName[]): number =>
  fields.some((field) => factOf(paper, field)?.source === 'ocr') ? OCR_TOLERANCE : TEXT_TOLERANCE;

/** An equation of one slip whose terms were all read. */
interface Equation {
  readonly terms: readonly FieldName[];
  readonly holds: boolean;
  readonly evidence: Evidence;
}

/** Half of the last decimal that a number prints: `16.15` may stand for anything within 0.005 of it. */
const roundingOf = (printed: string) => 0.5 * 10 ** -(printed.split('.')[1]?.length ?? 0);

/** Weeks in a month, as payrolls count them: 35 hours a week are 151.67 a month. */
const WEEKS_A_MONTH = 52 / 12;
/** Nobody may work more in a week. Source: labour code, L3121-20. */
const MOST_WEEKLY_HOURS = 48;

/**
 * Hours × hourly rate = base pay, where the text layer says all three: pixels misread such small figures too often. Both printed factors are
 * rounded, which makes the product uncertain. Some slips print the hours of a week.
 */
function basePay(slip: FiledPaper): Equation | null {
  const [hours, rate, pay] = (['hours', 'hourly_rate', 'base_pay'] as const).map((field) => factOf(slip.paper, field));
  if (!hours || !rate || !pay || [hours, rate, pay].some(({ source }) => source === 'ocr')) return null;
  const [h, r, p] = [Number(hours.value), Number(rate.value), Number(pay.value)];
  const uncertain = h * roundingOf(rate.value) + r * roundingOf(hours.value) + TEXT_TOLERANCE;
  const near = (months: number) => Math.abs(h * months * r - p) <= uncertain * months;
  return {
    terms: ['hours', 'hourly_rate', 'base_pay'],
    holds: near(1) || (h <= MOST_WEEKLY_HOURS && near(WEEKS_A_MONTH)),
    evidence: evidenceOf(slip, 'base_pay', (h * r).toFixed(2)),
  };
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
  /** The last term is the result. */
  const add = (expected: number, seen: number, terms: readonly [FieldName, FieldName, FieldName], tolerance?: number) =>
    found.push({
      terms,
      holds: Math.abs(expected - seen) <= (tolerance ?? toleranceOf(slip, ...terms)),
      evidence: evidenceOf(slip, terms[2], expected.toFixed(2)),
    });
  if (gross !== null && contributions !== null && before !== null)
    add(gross - contributions, before, ['gross', 'contributions', 'net_before_tax']);
  if (rate !== null && taxable !== null && withheld !== null)
    add((rate * taxable) / 100, withheld, ['withholding_rate', 'net_taxable', 'withholding'], TAX_TOLERANCE);
  if (before !== null && withheld !== null && paid !== null)
    add(before - withheld, paid, ['net_before_tax', 'withholding', 'net_paid']);
  const base = basePay(slip);
  return base ? [...found, base] : found;
}

/** True when no single figure, misread or changed, explains every sum that fails: then at least two are wrong by themselves. */
const independent = (wrong: readonly Equation[]): boolean =>
  wrong.length >= 2 && !wrong[0]?.terms.some((term) => wrong.every(({ terms }) => terms.includes(term)));

const NET_SHARE = [0.6, 0.9] as const;
/** Days by which a balance of leave may differ: counters print one or two decimals. */
const LEAVE_TOLERANCE = 0.1;

/** What is out of the usual on a slip without being a sum: it never adds to the weight of sums. */
function oddities(slip: FiledPaper): readonly Evidence[] {
  const read = (field: FieldName) => amountOf(slip.paper, field);
  const [gross, net, hours] = [read('gross'), read('net_before_tax'), read('hours')];
  const share = gross && net ? net / gross : null;
  // An apprentice, a trainee pay next to no contributions.
  const free = factOf(slip.paper, 'contract_kind') !== null;
  const most = MOST_WEEKLY_HOURS * WEEKS_A_MONTH;
  const [acquired, taken, left] = [read('leave_acquired'), read('leave_taken'), read('leave_balance')];
  const counters = acquired !== null && taken !== null && left !== null ? acquired - taken : null;
  return [
    ...(share !== null && (share < NET_SHARE[0] || (share > NET_SHARE[1] && !free)) ? [evidenceOf(slip, 'net_before_tax')] : []),
    ...(hours !== null && hours > most && factOf(slip.paper, 'hours')?.source === 'text'
      ? [evidenceOf(slip, 'hours', `≤ ${most.toFixed(2)}`)]
      : []),
    ...(counters !== null && Math.abs(counters - (left ?? 0)) > LEAVE_TOLERANCE
      ? [evidenceOf(slip, 'leave_balance', counters.toFixed(2))]
      : []),
  ];
}

/** What one slip says against itself. */
interface Checked {
  readonly sums: readonly Equation[];
  readonly wrong: readonly Equation[];
  readonly evidence: readonly Evidence[];
  /** From pixels one wrong sum is more likely a misread figure than a lie. */
  readonly sure: boolean;
}

function check(slip: FiledPaper): Checked {
  const sums = equations(slip);
  const wrong = sums.filter(({ holds }) => !holds);
  const pixels = factOf(slip.paper, 'net_before_tax')?.source === 'ocr';
  return { sums, wrong, evidence: [...wrong.map((one) => one.evidence), ...oddities(slip)], sure: !pixels || wrong.length >= 2 };
}

const payslipArithmetic: Rule = {
  rule: 'payslip.arithmetic',
  version: 2,
  level: 'warn',
  audience: 'agent',
  judge: (about) => {
    const slips = papersOf(about, 'payslip').map(check);
    if (slips.length === 0) return null;
    const odd = slips.filter(({ evidence }) => evidence.length > 0);
    const evidence = odd.flatMap((one) => one.evidence);
    if (odd.length === 0) return { outcome: slips.some(({ sums }) => sums.length > 0) ? 'passed' : 'inconclusive' };
    if (!odd.some(({ sure }) => sure)) return { outcome: 'inconclusive', evidence };
    return { outcome: 'failed', level: odd.some(({ wrong }) => independent(wrong)) ? 'critical' : 'warn', evidence };
  },
};

/** Sums that must hold on a payslip. */
export const ARITHMETIC_RULES: readonly Rule[] = [payslipArithmetic];
