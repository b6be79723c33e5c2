import { displayName } from '../../people/names.ts';
import type { FieldName, PaperKind } from '../facts.ts';
import type { Case, Evidence, Rule, RuleName } from '../findings.ts';
import { SAME_PLACE, sharedWords } from '../places.ts';
import { amountOf, bestMatch, evidenceOf, factOf, LEAST_CONFIDENCE, papersOf } from '../read-case.ts';

const agent = { version: 1, audience: 'agent', level: 'warn' } as const;

interface Seen {
  readonly file: string;
  readonly paper: Case['others'][number]['paper'];
}

/** Papers of this piece and of the person's other pieces. */
const everywhere = (about: Case, ...kinds: readonly PaperKind[]): readonly Seen[] =>
  [...papersOf(about), ...about.others].filter(({ paper }) => kinds.includes(paper.kind));

/** Share by which a year of pay may differ from the reference income of that year. */
const INCOME_TOLERANCE = 0.3;
/** Twelve months of taxable net, less the usual deduction of a tenth. */
const YEAR_FACTOR = 12 * 0.9;

const incomeTax: Rule = {
  ...agent,
  rule: 'cross.income_tax',
  judge: (about) => {
    const slips = everywhere(about, 'payslip');
    const notices = everywhere(about, 'tax_notice');
    if (slips.length === 0 || notices.length === 0) return null;
    const notice = notices[0];
    const reference = notice && amountOf(notice.paper, 'reference_income');
    const shares = notice && amountOf(notice.paper, 'tax_shares');
    const year = Number((notice && factOf(notice.paper, 'income_year')?.value) ?? Number.NaN);
    const nets = slips.flatMap(({ paper }) =>
      factOf(paper, 'period')?.value.startsWith(String(year)) ? (amountOf(paper, 'net_taxable') ?? []) : [],
    );
    // Pay of another year, or a household of several, says nothing of this income.
    if (!notice || !reference || nets.length === 0 || (shares ?? 1) > 1) return { outcome: 'inconclusive' };
    const expected = (nets.reduce((sum, net) => sum + net, 0) / nets.length) * YEAR_FACTOR;
    const near = Math.abs(expected - reference) <= reference * INCOME_TOLERANCE;
    return { outcome: near ? 'passed' : 'failed', evidence: [evidenceOf(notice, 'reference_income', expected.toFixed(0))] };
  },
};

/** Establishments of one company share the first nine digits (SIREN). */
const SIREN = 9;
const sameNumber = (a: string, b: string) => a.slice(0, SIREN) === b.slice(0, SIREN);
const samePlace = (a: string, b: string) => sharedWords(a, b) >= SAME_PLACE;

/** A field that says the same on all papers where it was read. */
function sameRule(
  rule: RuleName,
  field: FieldName,
  same: (a: string, b: string) => boolean,
  ...kinds: readonly PaperKind[]
): Rule {
  return {
    ...agent,
    rule,
    judge: (about) => {
      const seen = everywhere(about, ...kinds).filter(({ paper }) => factOf(paper, field));
      const first = seen[0];
      if (!first || seen.length < 2) return null;
      const value = factOf(first.paper, field)?.value ?? '';
      const wrong = seen.slice(1).filter(({ paper }) => !same(value, factOf(paper, field)?.value ?? ''));
      return { outcome: wrong.length === 0 ? 'passed' : 'failed', evidence: wrong.map((one) => evidenceOf(one, field, value)) };
    },
  };
}

const crossName: Rule = {
  ...agent,
  rule: 'cross.name',
  version: 2,
  judge: (about) => {
    const { person, spouse } = about.declared;
    const named = papersOf(about).filter(({ paper }) => paper.fields.last_name ?? paper.fields.full_name);
    if (named.length === 0) return null;
    const wrong = named.filter(({ paper }) => bestMatch([person, spouse], paper) === 'mismatch');
    const field = (one: Seen): FieldName => (one.paper.fields.last_name ? 'last_name' : 'full_name');
    const evidence = wrong.map((one): Evidence => evidenceOf(one, field(one), displayName(person)));
    // A name read poorly accuses nobody.
    const sure = wrong.some((one) => (factOf(one.paper, field(one))?.confidence ?? 0) >= LEAST_CONFIDENCE);
    return { outcome: wrong.length === 0 ? 'passed' : sure ? 'failed' : 'inconclusive', evidence };
  },
};

/** A number whose key was checked by the reader, which kept only the answer. */
const numberRule = (rule: RuleName, field: FieldName, level: Rule['level']): Rule => ({
  version: 1,
  audience: 'agent',
  rule,
  level,
  judge: (about) => {
    const seen = papersOf(about).filter(({ paper }) => factOf(paper, field));
    if (seen.length === 0) return null;
    const wrong = seen.filter(({ paper }) => factOf(paper, field)?.value === 'wrong');
    // Pixels misread digits more often than people forge them.
    const sure = wrong.filter(({ paper }) => factOf(paper, field)?.source === 'text');
    return wrong.length === 0
      ? { outcome: 'passed' }
      : { outcome: sure.length > 0 ? 'failed' : 'inconclusive', evidence: wrong.map((one) => evidenceOf(one, field, 'ok')) };
  },
});

const nirKey = numberRule('number.nir', 'nir_check', 'warn');

/** The key of a NIR, then the sex and the birth that it tells against the identity paper of the same person. */
const numberNir: Rule = {
  ...nirKey,
  version: 2,
  judge: (about) => {
    const key = nirKey.judge(about);
    if (key?.outcome !== 'passed') return key;
    const mine = everywhere(about, 'id_card', 'passport', 'residence_permit', 'driving_licence', 'france_identite').filter(
      ({ paper }) => bestMatch([about.declared.person], paper) === 'exact',
    );
    const sex = mine.map(({ paper }) => factOf(paper, 'sex')).find((fact) => fact !== null);
    const birth = mine.map(({ paper }) => factOf(paper, 'birth_date')).find((fact) => fact !== null);
    const told = papersOf(about).filter(({ paper }) => bestMatch([about.declared.person], paper) === 'exact');
    const pairs = told.flatMap((one) => {
      const [said, born] = [factOf(one.paper, 'nir_sex'), factOf(one.paper, 'nir_birth')];
      return [
        ...(said && sex
          ? [{ right: said.value === sex.value, sources: [said, sex], evidence: evidenceOf(one, 'nir_sex', sex.value) }]
          : []),
        ...(born && birth
          ? [
              {
                right: birth.value.slice(2, 7).startsWith(born.value),
                sources: [born, birth],
                evidence: evidenceOf(one, 'nir_birth', birth.value.slice(2, 7)),
              },
            ]
          : []),
      ];
    });
    const wrong = pairs.filter(({ right }) => !right);
    if (wrong.length === 0) return { outcome: pairs.length > 0 ? 'passed' : 'inconclusive' };
    // Cards are mostly read from pixels: their machine-readable zone carries check digits, printed letters do not.
    const sure = wrong.some(({ sources }) => sources.every(({ source }) => source !== 'ocr'));
    return { outcome: sure ? 'failed' : 'inconclusive', evidence: wrong.map(({ evidence }) => evidence) };
  },
};

/** Papers against each other, and numbers against their keys. Bank statements are never used. */
export const CROSS_RULES: readonly Rule[] = [
  incomeTax,
  sameRule('cross.employer', 'siret', sameNumber, 'payslip', 'work_contract', 'employer_certificate'),
  sameRule('cross.address', 'address', samePlace, 'payslip', 'tax_notice', 'utility_bill', 'home_insurance', 'rent_receipt'),
  crossName,
  numberRule('number.siret', 'siret_check', 'warn'),
  numberNir,
  numberRule('number.tax', 'tax_number_check', 'info'),
];
