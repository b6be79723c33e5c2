import type { CivilDate } from '#kernel/civil-date.ts';
import { monthsMissing, monthsPass, payslipWindow, rentWindow } from '../../dates/windows.ts';
import { displayName } from '../../people/names.ts';
import type { Case, Rule, Verdict } from '../findings.ts';
import { amountOf, evidenceOf, hasUnread, judgeNames, monthOfPaper, papersOf, type FiledPaper } from '../read-case.ts';

const tenant = { version: 1, audience: 'tenant' } as const;
const freshOf = (about: Case) => new Set(about.declared.situation.anyOf.flat().map((paper) => paper.fresh));

/** Months read against a window; with files still unread, too few months leave it open. */
function judgeMonths(
  about: Case,
  papers: readonly FiledPaper[],
  window: ReturnType<typeof payslipWindow>,
  count: 1 | 3,
): Verdict | null {
  if (papers.length === 0) return null;
  const months = papers.flatMap(({ paper }) => monthOfPaper(paper) ?? []).sort();
  const missing = monthsMissing(window, months);
  const params = { asked: window.asked, seen: months, missing: missing.length > 0 ? missing : window.asked };
  if (monthsPass(window, months, count))
    return { outcome: 'passed', evidence: papers.map((one) => evidenceOf(one, 'period')), params };
  const unread = hasUnread(about) || papers.some(({ paper }) => monthOfPaper(paper) === null);
  if (unread) return { outcome: 'inconclusive', params };
  return { outcome: 'failed', evidence: papers.map((one) => evidenceOf(one, 'period', window.asked.join(' '))), params };
}

const isSalary = (about: Case) => about.declared.situation.key.startsWith('income.salary.');
const slips = (about: Case) => (isSalary(about) ? papersOf(about, 'payslip') : []);

const payslipName: Rule = {
  ...tenant,
  rule: 'payslip.name',
  level: 'critical',
  judge: (about) => judgeNames(slips(about), [about.declared.person], displayName(about.declared.person)),
};

const payslipMonths: Rule = {
  ...tenant,
  rule: 'payslip.months',
  level: 'critical',
  judge: (about) =>
    freshOf(about).has('payslip3') ? judgeMonths(about, slips(about), payslipWindow(about.today as CivilDate), 3) : null,
};

/** Share of the declared amount by which a mean may differ. */
const AMOUNT_TOLERANCE = 0.2;

const payslipAmount: Rule = {
  ...tenant,
  rule: 'payslip.amount',
  level: 'warn',
  judge: (about) => {
    const { amount } = about.declared;
    const latest = [...slips(about)]
      .sort((a, b) => (monthOfPaper(b.paper) ?? '').localeCompare(monthOfPaper(a.paper) ?? ''))
      .slice(0, 3);
    if (amount === null || latest.length === 0) return null;
    const nets = latest.flatMap(({ paper }) => amountOf(paper, 'net_before_tax') ?? amountOf(paper, 'net_taxable') ?? []);
    if (nets.length < latest.length) return { outcome: 'inconclusive' };
    const mean = Math.round(nets.reduce((sum, net) => sum + net, 0) / nets.length);
    const near = Math.abs(mean - amount) <= amount * AMOUNT_TOLERANCE;
    return {
      outcome: near ? 'passed' : 'failed',
      evidence: latest.map((one) => evidenceOf(one, 'net_before_tax', String(amount))),
      params: { seen: mean, declared: amount },
    };
  },
};

const receipts = (about: Case) => (about.declared.situation.category === 'home' ? papersOf(about, 'rent_receipt') : []);

const rentName: Rule = {
  ...tenant,
  rule: 'rent.name',
  level: 'critical',
  judge: (about) =>
    judgeNames(receipts(about), [about.declared.person, about.declared.spouse], displayName(about.declared.person)),
};

const rentMonths: Rule = {
  ...tenant,
  rule: 'rent.months',
  level: 'critical',
  judge: (about) => {
    const fresh = freshOf(about);
    if (!fresh.has('rent3') && !fresh.has('rent1')) return null;
    const one = about.declared.role === 'N' || !fresh.has('rent3');
    return judgeMonths(about, receipts(about), rentWindow(about.today as CivilDate), one ? 1 : 3);
  },
};

const rentCount: Rule = {
  ...tenant,
  rule: 'rent.count',
  version: 2,
  level: 'warn',
  judge: (about) => {
    const found = receipts(about);
    if (found.length === 0 || !freshOf(about).has('rent3') || about.declared.role === 'N') return null;
    const pages = about.files.reduce((sum, { facts }) => sum + (facts?.pages.length ?? 0), 0);
    const outcome = pages >= 3 ? 'passed' : hasUnread(about) ? 'inconclusive' : 'failed';
    return { outcome, evidence: found.map((one) => evidenceOf(one, 'period')), params: { pages, asked: 3 } };
  },
};

/** Papers that come month by month. */
export const MONTH_RULES: readonly Rule[] = [payslipName, payslipMonths, payslipAmount, rentName, rentMonths, rentCount];
