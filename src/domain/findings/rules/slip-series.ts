import { addMonths, type CivilMonth } from '#kernel/civil-date.ts';
import type { Fact, FieldName } from '../facts.ts';
import type { Case, Evidence, Rule } from '../findings.ts';
import { SAME_PLACE, sharedWords } from '../places.ts';
import { amountOf, evidenceOf, factOf, monthOfPaper, papersOf, type FiledPaper } from '../read-case.ts';
import { toleranceOf } from './arithmetic.ts';

interface MonthlySlip {
  readonly slip: FiledPaper;
  readonly month: CivilMonth;
}

/** Slips whose month was read, oldest first. */
function byMonth(about: Case): readonly MonthlySlip[] {
  return papersOf(about, 'payslip')
    .flatMap((slip): MonthlySlip[] => {
      const month = monthOfPaper(slip.paper);
      return month ? [{ slip, month }] : [];
    })
    .sort((a, b) => a.month.localeCompare(b.month));
}

/** A field as the text layers of two slips say it; pixels misread single characters too often to compare them. */
function printedOnBoth(a: FiledPaper, b: FiledPaper, field: FieldName): readonly [Fact, Fact] | null {
  const [x, y] = [factOf(a.paper, field), factOf(b.paper, field)];
  return x?.source === 'text' && y?.source === 'text' ? [x, y] : null;
}

/** Establishments of one company have the first nine digits of their number in common (SIREN). */
const SIREN = 9;

/** Entered since the slip before: a new job or a new contract, from which amounts, counters and names begin anew. */
function beganAnew(before: MonthlySlip, now: MonthlySlip): boolean {
  const entry = printedOnBoth(before.slip, now.slip, 'contract_start');
  return entry !== null && entry[0].value !== entry[1].value && entry[1].value >= before.month;
}

/** Another company: what it has paid does not go on from what the one before had. */
function otherCompany(before: MonthlySlip, now: MonthlySlip): boolean {
  const siret = printedOnBoth(before.slip, now.slip, 'siret');
  return siret !== null && siret[0].value.slice(0, SIREN) !== siret[1].value.slice(0, SIREN);
}

const CUMULATED = [
  ['cumulative_gross', 'gross'],
  ['cumulative_net_taxable', 'net_taxable'],
] as const;

/** A cumulated amount against last month's; `null` when nothing was compared. @param before the month just before, same employer */
function cumulated(before: MonthlySlip | null, { slip, month }: MonthlySlip, [total, part]: (typeof CUMULATED)[number]) {
  const [sum, monthly] = [amountOf(slip.paper, total), amountOf(slip.paper, part)];
  if (sum === null || monthly === null) return null;
  const tolerance = toleranceOf(slip, total, part);
  const told = (holds: boolean, expected: string) => ({ total, wrong: holds ? null : evidenceOf(slip, total, expected) });
  if (month.endsWith('-01')) return told(Math.abs(sum - monthly) <= tolerance, monthly.toFixed(2));
  const previous = before && amountOf(before.slip.paper, total);
  if (previous !== null) return told(Math.abs(previous + monthly - sum) <= tolerance, (previous + monthly).toFixed(2));
  // Alone, a slip still cannot have cumulated less than it pays.
  return monthly > sum + tolerance ? told(false, `≥ ${monthly.toFixed(2)}`) : null;
}

/** What names employer and employee, and how its values agree. Of a social security number only sex and birth are ever kept. */
const SAME: readonly (readonly [FieldName, (a: string, b: string) => boolean])[] = [
  ['employer', (a, b) => sharedWords(a, b) >= SAME_PLACE],
  ['siret', (a, b) => a === b],
  ['contract_start', (a, b) => a === b],
  ['nir_sex', (a, b) => a === b],
  ['nir_birth', (a, b) => a === b],
];

function unlike(before: MonthlySlip, now: MonthlySlip): readonly Evidence[] {
  return SAME.flatMap(([field, same]) => {
    const both = printedOnBoth(before.slip, now.slip, field);
    return both && !same(both[0].value, both[1].value) ? [evidenceOf(now.slip, field, both[0].value)] : [];
  });
}

/**
 * Counters of leave of the running year that did not move in a month of work: the mark of a slip copied from the month before. Less acquired
 * than before is a new year of leave, which begins when agreements say.
 */
function stillLeave(before: MonthlySlip, now: MonthlySlip): readonly Evidence[] {
  const acquired = printedOnBoth(before.slip, now.slip, 'leave_acquired');
  if (!acquired) return [];
  const [was, is] = [Number(acquired[0].value), Number(acquired[1].value)];
  if (is < was) return [];
  const taken = printedOnBoth(before.slip, now.slip, 'leave_taken');
  const given = taken && Number(taken[1].value) < Number(taken[0].value);
  return [
    ...(is === was && is > 0 ? [evidenceOf(now.slip, 'leave_acquired', `> ${acquired[0].value}`)] : []),
    ...(given ? [evidenceOf(now.slip, 'leave_taken', `≥ ${taken[0].value}`)] : []),
  ];
}

/** Months from which rates of withholding change for many: the scale of the year, then the last declaration. Source: CGI, article 204 H. */
const RATE_MONTHS = /-(?:01|09)$/;

/**
 * Rates of withholding that changed. A person may ask for another rate at any time, so one that changes only informs, and in January or September
 * it says nothing; one that changes and comes back is odd.
 */
function rates(slips: readonly MonthlySlip[]): { readonly changed: readonly Evidence[]; readonly back: readonly Evidence[] } {
  const read = slips.flatMap((one) => {
    const fact = factOf(one.slip.paper, 'withholding_rate');
    return fact?.source === 'text' ? [{ ...one, rate: Number(fact.value), printed: fact.value }] : [];
  });
  const changed: Evidence[] = [];
  const back: Evidence[] = [];
  read.forEach((now, index) => {
    const before = read[index - 1];
    if (!before || before.rate === now.rate) return;
    const evidence = evidenceOf(now.slip, 'withholding_rate', before.printed);
    if (read.slice(0, index - 1).some(({ rate }) => rate === now.rate)) back.push(evidence);
    else if (!monthsAfter(before.month, now.month).some((month) => RATE_MONTHS.test(month))) changed.push(evidence);
  });
  return { changed, back };
}

/** Months after one, up to and with another; a year at most. */
function monthsAfter(from: CivilMonth, to: CivilMonth): readonly CivilMonth[] {
  return Array.from({ length: 12 }, (_, step) => addMonths(from, step + 1)).filter((month) => month <= to);
}

/** What goes on from one slip to the next: amounts add up and restart in January, employer and employee stay, leave moves. */
const payslipCumulative: Rule = {
  rule: 'payslip.cumulative',
  version: 3,
  level: 'warn',
  audience: 'agent',
  judge: (about) => {
    const slips = byMonth(about);
    if (slips.length === 0) return null;
    let compared = 0;
    const wrong: Evidence[] = [];
    const columns = new Set<FieldName>();
    slips.forEach((now, index) => {
      const last = slips[index - 1];
      const before = last && !beganAnew(last, now) ? last : null;
      const next = before && before.month === addMonths(now.month, -1) && !otherCompany(before, now) ? before : null;
      for (const pair of CUMULATED) {
        const told = cumulated(next, now, pair);
        if (!told) continue;
        compared += 1;
        if (!told.wrong) continue;
        wrong.push(told.wrong);
        if (factOf(now.slip.paper, told.total)?.source === 'text') columns.add(told.total);
      }
      if (before) wrong.push(...unlike(before, now));
      if (next) wrong.push(...stillLeave(next, now));
    });
    const { changed, back } = rates(slips);
    wrong.push(...back);
    if (wrong.length > 0)
      // Gross and net taxable are counted apart: both wrong on a text layer is no misread figure.
      return {
        outcome: 'failed',
        level: columns.size === CUMULATED.length ? 'critical' : 'warn',
        evidence: [...wrong, ...changed],
      };
    if (changed.length > 0) return { outcome: 'failed', level: 'info', evidence: changed };
    return { outcome: compared > 0 ? 'passed' : 'inconclusive' };
  },
};

/** What must hold from one payslip to the next. */
export const SERIES_RULES: readonly Rule[] = [payslipCumulative];
