import type { CivilDate } from '#kernel/civil-date.ts';
import { frenchCardEnd, maxAge } from '../../dates/ages.ts';
import { schoolYears } from '../../dates/years.ts';
import { displayName } from '../../people/names.ts';
import type { Case, Rule, Verdict } from '../findings.ts';
import { amountOf, dayOf, evidenceOf, factOf, hasUnread, judgeNames, papersOf, type FiledPaper } from '../read-case.ts';

const tenant = { version: 1, audience: 'tenant' } as const;
const critical = { ...tenant, level: 'critical' } as const;
const warn = { ...tenant, level: 'warn' } as const;
const identityPapers = (about: Case) =>
  about.declared.situation.category === 'identity'
    ? papersOf(about, 'id_card', 'passport', 'residence_permit', 'renewal_receipt', 'driving_licence', 'france_identite')
    : [];

const identityName: Rule = {
  ...critical,
  rule: 'identity.name',
  judge: (about) => {
    const papers = identityPapers(about);
    // The back of a card stands alone in its file without a name on it.
    const named = papers.filter(({ paper }) => paper.fields.last_name ?? paper.fields.full_name);
    return judgeNames(named.length > 0 ? named : papers, [about.declared.person], displayName(about.declared.person));
  },
};

const endOf = ({ paper }: FiledPaper): CivilDate | null => {
  const printed = dayOf(paper, 'expiry_date');
  if (!printed || paper.kind !== 'id_card') return printed;
  const issued = dayOf(paper, 'issue_date');
  // Only cards issued before 2014 were extended; their end before 2024 is what makes the issue date matter.
  return printed > '2024-01-01'
    ? printed
    : issued
      ? frenchCardEnd({ issued, printedEnd: printed, bornOn: dayOf(paper, 'birth_date') })
      : null;
};

const identityExpiry: Rule = {
  ...critical,
  rule: 'identity.expiry',
  judge: (about) => {
    const papers = identityPapers(about);
    if (papers.length === 0) return null;
    const ends = papers.map((one) => ({ one, end: endOf(one) }));
    if (ends.some(({ end }) => end !== null && end >= about.today))
      return { outcome: 'passed', evidence: ends.map(({ one }) => evidenceOf(one, 'expiry_date')) };
    const known = ends.flatMap(({ one, end }) => (end === null ? [] : [{ one, end }]));
    const last = known
      .map(({ end }) => end)
      .sort()
      .at(-1);
    if (!last || known.length < ends.length) return { outcome: 'inconclusive' };
    return {
      outcome: 'failed',
      evidence: known.map(({ one }) => evidenceOf(one, 'expiry_date', about.today)),
      params: { date: last },
    };
  },
};

const identitySides: Rule = {
  ...warn,
  rule: 'identity.sides',
  version: 2,
  judge: (about) => {
    const cards = papersOf(about, 'id_card', 'residence_permit').filter(() => about.declared.situation.category === 'identity');
    if (cards.length === 0) return null;
    const pages = about.files.reduce((sum, { facts }) => sum + (facts?.pages.filter((page) => !page.blank).length ?? 0), 0);
    const both = pages >= 2 || cards.some(({ paper }) => factOf(paper, 'sides')?.value === '2');
    const outcome = both ? 'passed' : hasUnread(about) ? 'inconclusive' : 'failed';
    return { outcome, evidence: cards.map((one) => evidenceOf(one, 'sides', '2')), params: { pages } };
  },
};

/** From pixels, a wrong digit may be the reader's; only a zone read this surely accuses. */
const LEAST_ZONE_CONFIDENCE = 80;

const identityMrz: Rule = {
  version: 1,
  level: 'critical',
  audience: 'agent',
  rule: 'identity.mrz',
  judge: (about) => {
    const zones = papersOf(about, 'id_card', 'passport', 'residence_permit').filter(({ paper }) => factOf(paper, 'mrz_check'));
    if (zones.length === 0) return null;
    const wrong = zones.filter(
      ({ paper }) => factOf(paper, 'mrz_check')?.value === 'wrong' || factOf(paper, 'mrz_matches_print')?.value === 'wrong',
    );
    if (wrong.length === 0) return { outcome: 'passed', evidence: zones.map((one) => evidenceOf(one, 'mrz_check', 'ok')) };
    const sure = wrong.filter(({ paper }) => (factOf(paper, 'mrz_check')?.confidence ?? 0) >= LEAST_ZONE_CONFIDENCE);
    const evidence = wrong.flatMap((one) => [evidenceOf(one, 'mrz_check', 'ok'), evidenceOf(one, 'birth_date')]);
    return { outcome: sure.length > 0 ? 'failed' : 'inconclusive', evidence };
  },
};

const guarantees = (about: Case) =>
  about.declared.situation.category === 'guarantee' ? papersOf(about, 'visale_certificate', 'guarantee_certificate') : [];

const guaranteeName: Rule = {
  ...critical,
  rule: 'guarantee.name',
  judge: (about) =>
    judgeNames(guarantees(about), [about.declared.person, about.declared.spouse], displayName(about.declared.person)),
};

const guaranteeExpiry: Rule = {
  ...critical,
  rule: 'guarantee.expiry',
  judge: (about) => {
    const papers = guarantees(about);
    if (papers.length === 0) return null;
    const ends = papers.flatMap(({ paper }) => dayOf(paper, 'expiry_date') ?? []);
    const last = [...ends].sort().at(-1);
    if (!last) return { outcome: 'inconclusive' };
    return {
      outcome: last >= about.today ? 'passed' : 'failed',
      evidence: papers.map((one) => evidenceOf(one, 'expiry_date', about.today)),
      params: { date: last },
    };
  },
};

const grants = (about: Case) =>
  about.declared.situation.key === 'income.scholarship' ? papersOf(about, 'scholarship_notice') : [];

function judgeSchoolYears(about: Case, papers: readonly FiledPaper[]): Verdict | null {
  if (papers.length === 0) return null;
  const years = schoolYears(about.today as CivilDate);
  const read = papers.flatMap(({ paper }) => factOf(paper, 'school_year')?.value ?? []);
  if (read.length === 0) return { outcome: 'inconclusive', params: { years } };
  const good = read.some((year) => years.includes(year));
  return {
    outcome: good ? 'passed' : 'failed',
    evidence: papers.map((one) => evidenceOf(one, 'school_year', years.join(' / '))),
    params: { years, seen: read },
  };
}

/** The notice gives a year's amount, paid over ten months. */
const GRANT_MONTHS = 10;
const GRANT_TOLERANCE = 10;

const studentRules: readonly Rule[] = [
  {
    ...critical,
    rule: 'scholarship.name',
    judge: (about) => judgeNames(grants(about), [about.declared.person], displayName(about.declared.person)),
  },
  { ...critical, rule: 'scholarship.year', judge: (about) => judgeSchoolYears(about, grants(about)) },
  {
    ...warn,
    rule: 'scholarship.amount',
    judge: (about) => {
      const { amount } = about.declared;
      const notice = grants(about)[0];
      if (!notice || amount === null) return null;
      const yearly = amountOf(notice.paper, 'amount');
      if (yearly === null) return { outcome: 'inconclusive' };
      const monthly = Math.round(yearly / GRANT_MONTHS);
      const near = Math.abs(monthly - amount) <= GRANT_TOLERANCE;
      return {
        outcome: near ? 'passed' : 'failed',
        evidence: [evidenceOf(notice, 'amount', String(amount))],
        params: { seen: monthly, declared: amount },
      };
    },
  },
  {
    ...critical,
    rule: 'school.year',
    judge: (about) =>
      about.declared.situation.category === 'activity' ? judgeSchoolYears(about, papersOf(about, 'student_certificate')) : null,
  },
];

/** Papers whose day counts: which field bears it. */
const DATED: readonly (readonly [fresh: 'age3' | 'age24', months: 3 | 24])[] = [
  ['age3', 3],
  ['age24', 24],
];

const paperDate: Rule = {
  ...warn,
  rule: 'paper.date',
  judge: (about) => {
    const judged = DATED.flatMap(([fresh, months]) => {
      const kinds = new Set(
        about.declared.situation.anyOf
          .flat()
          .filter((paper) => paper.fresh === fresh)
          .flatMap((paper) => paper.recognisedAs ?? []),
      );
      return papersOf(about).flatMap((one) =>
        kinds.has(one.paper.kind) ? [{ one, months, day: dayOf(one.paper, 'date') ?? dayOf(one.paper, 'issue_date') }] : [],
      );
    });
    if (judged.length === 0) return null;
    const ages = judged.map(({ one, months, day }) => ({
      one,
      months,
      day,
      age: day && maxAge(about.today as CivilDate, months, day),
    }));
    if (ages.some(({ age }) => age === 'ok'))
      return { outcome: 'passed', evidence: ages.map(({ one }) => evidenceOf(one, 'date')) };
    const bad = ages.find(({ age }) => age !== null);
    if (!bad?.day) return { outcome: 'inconclusive' };
    return {
      outcome: 'failed',
      evidence: [evidenceOf(bad.one, 'date', `< ${bad.months}`)],
      params: { date: bad.day, months: bad.months },
    };
  },
};

const paperSigned: Rule = {
  ...warn,
  rule: 'paper.signed',
  judge: (about) => {
    const kinds = new Set(
      about.declared.situation.anyOf
        .flat()
        .filter((paper) => paper.signed)
        .flatMap((paper) => paper.recognisedAs ?? []),
    );
    const papers = papersOf(about).filter(({ paper }) => kinds.has(paper.kind));
    if (papers.length === 0) return null;
    // Ink cannot be told from print by machine: a signature not seen is for a person to look for.
    const seen = papers.filter(({ paper }) => factOf(paper, 'signed')?.value === 'yes');
    return { outcome: seen.length > 0 ? 'passed' : 'inconclusive', evidence: seen.map((one) => evidenceOf(one, 'signed')) };
  },
};

const contractOngoing: Rule = {
  ...warn,
  rule: 'contract.ongoing',
  version: 2,
  judge: (about) => {
    const papers = papersOf(about, 'work_contract', 'internship_agreement').filter(
      () => about.declared.situation.category === 'activity',
    );
    if (papers.length === 0) return null;
    const ended = papers.filter(({ paper }) => (dayOf(paper, 'contract_end') ?? '9999-12-31') < about.today);
    const end = ended[0] && dayOf(ended[0].paper, 'contract_end');
    // A contract for a time whose end was not read may be over.
    const open = papers.every(({ paper }) => factOf(paper, 'contract_kind')?.value === 'CDD' && !factOf(paper, 'contract_end'));
    if (open) return { outcome: 'inconclusive', evidence: papers.map((one) => evidenceOf(one, 'contract_start')) };
    return end && ended.length === papers.length
      ? { outcome: 'failed', evidence: ended.map((one) => evidenceOf(one, 'contract_end', about.today)), params: { date: end } }
      : { outcome: 'passed', evidence: papers.map((one) => evidenceOf(one, 'contract_start')) };
  },
};

/** Who a paper is about, and whether it is still good. */
export const PERSON_RULES: readonly Rule[] = [
  identityName,
  identityExpiry,
  identitySides,
  identityMrz,
  guaranteeName,
  guaranteeExpiry,
  ...studentRules,
  paperDate,
  paperSigned,
  contractOngoing,
];
