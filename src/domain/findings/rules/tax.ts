import type { CivilDate } from '#kernel/civil-date.ts';
import { propertyTaxYears, taxYears } from '../../dates/years.ts';
import { displayName } from '../../people/names.ts';
import type { PaperKind } from '../facts.ts';
import type { Case, Rule, RuleName } from '../findings.ts';
import { amountOf, bestMatch, evidenceOf, factOf, hasUnread, judgeNames, papersOf } from '../read-case.ts';

const base = { version: 1, level: 'critical', audience: 'tenant' } as const;
const asks = (about: Case, fresh: 'tax' | 'ptax') => about.declared.situation.anyOf.flat().some((paper) => paper.fresh === fresh);

const taxAsdir: Rule = {
  ...base,
  rule: 'tax.asdir',
  judge: (about) => {
    if (!asks(about, 'tax')) return null;
    const statements = papersOf(about, 'tax_declaration');
    const notices = papersOf(about, 'tax_notice');
    if (statements.length + notices.length === 0) return null;
    const failed = statements.length > 0 && notices.length === 0;
    return {
      outcome: failed ? 'failed' : 'passed',
      evidence: failed ? statements.map((one) => evidenceOf(one, 'notice_year')) : [],
    };
  },
};

/** Every sheet is there: two pages at least, and as many as the notice says it has. Copies of one notice in several files count together. */
function pagesRule(rule: RuleName, kind: PaperKind, fresh: 'tax' | 'ptax'): Rule {
  return {
    ...base,
    rule,
    version: 2,
    judge: (about) => {
      const notices = asks(about, fresh) ? papersOf(about, kind) : [];
      if (notices.length === 0) return null;
      const pages = about.files.reduce((sum, { facts }) => sum + (facts?.pages.length ?? 0), 0);
      const asked = Math.max(2, ...notices.map(({ paper }) => amountOf(paper, 'sheet_total') ?? 0));
      // Pages may stand in a file that has not been read.
      if (pages < asked && hasUnread(about)) return { outcome: 'inconclusive', params: { pages, asked } };
      return {
        outcome: pages >= asked ? 'passed' : 'failed',
        evidence: pages >= asked ? [] : notices.map((one) => evidenceOf(one, 'sheet_total', String(asked))),
        params: { pages, asked },
      };
    },
  };
}

const taxYear: Rule = {
  ...base,
  rule: 'tax.year',
  judge: (about) => {
    const notices = asks(about, 'tax') ? papersOf(about, 'tax_notice') : [];
    if (notices.length === 0) return null;
    const { accepted, expected } = taxYears(about.today as CivilDate);
    const params = { years: accepted.map((year) => String(year + 1)), year: String(expected + 1) };
    const read = notices.flatMap((one) => {
      const year = Number(factOf(one.paper, 'income_year')?.value ?? Number.NaN);
      return Number.isFinite(year) ? [{ one, year }] : [];
    });
    if (read.length === 0) return { outcome: 'inconclusive', params };
    const good = read.filter(({ year }) => accepted.includes(year));
    if (good.length === 0)
      return { outcome: 'failed', evidence: read.map(({ one }) => evidenceOf(one, 'income_year', String(expected))), params };
    const older = good.every(({ year }) => year < expected);
    return {
      outcome: 'passed',
      ...(older ? { level: 'info' as const } : {}),
      evidence: good.map(({ one }) => evidenceOf(one, 'income_year')),
      params,
    };
  },
};

const nameRule = (rule: RuleName, kind: PaperKind, fresh: 'tax' | 'ptax'): Rule => ({
  ...base,
  rule,
  judge: (about) => {
    const notices = asks(about, fresh) ? papersOf(about, kind) : [];
    const { person, spouse } = about.declared;
    // One notice with the right name is enough: others may be a spouse's of before.
    const good = notices.filter(({ paper }) => ['exact', 'near'].includes(bestMatch([person, spouse], paper)));
    return judgeNames(good.length > 0 ? good : notices, [person, spouse], displayName(person));
  },
});

const propertyTaxYear: Rule = {
  ...base,
  rule: 'property_tax.year',
  judge: (about) => {
    const notices = asks(about, 'ptax') ? papersOf(about, 'property_tax_notice') : [];
    if (notices.length === 0) return null;
    const years = propertyTaxYears(about.today as CivilDate);
    const params = { years: years.map(String) };
    const read = notices.flatMap((one) =>
      factOf(one.paper, 'year') ? [{ one, year: Number(factOf(one.paper, 'year')?.value) }] : [],
    );
    if (read.length === 0) return { outcome: 'inconclusive', params };
    const good = read.some(({ year }) => years.includes(year));
    return {
      outcome: good ? 'passed' : 'failed',
      evidence: read.map(({ one }) => evidenceOf(one, 'year', years.join(' / '))),
      params,
    };
  },
};

/** Notices of tax. Source of years: decree 2015-1437, annex I. */
export const TAX_RULES: readonly Rule[] = [
  taxAsdir,
  pagesRule('tax.pages', 'tax_notice', 'tax'),
  taxYear,
  nameRule('tax.name', 'tax_notice', 'tax'),
  pagesRule('property_tax.pages', 'property_tax_notice', 'ptax'),
  propertyTaxYear,
  nameRule('property_tax.name', 'property_tax_notice', 'ptax'),
];
