import type { DecreeLine, Paper, PaperName, Situation } from './situation.ts';

const shared = { category: 'activity', who: ['T', 'N'], amount: 'none', limits: { files: [1, 20], pages: 50 } } as const;

const paper = (
  kind: PaperName,
  line: DecreeLine,
  fresh: Paper['fresh'],
  recognisedAs: Paper['recognisedAs'] & object,
  more: Partial<Pick<Paper, 'min' | 'signed' | 'allPages'>> = {},
): Paper => ({ kind, recognisedAs, min: 1, fresh, ...more, decree: { T: [line], N: [line] } });

const contract = paper('work_contract', 'C-1', 'ongoing', ['work_contract'], { signed: true, allPages: true });
const employer = paper('employer_certificate', 'C-1', 'age3', ['employer_certificate'], { signed: true });
/** A certificate of mesdroitssociaux.gouv.fr stands for the paper of several situations. */
const rights = paper('social_rights_certificate', 'volunteered', 'age3', ['social_rights_certificate']);
/** Welcome beside the paper, never asked. */
const missions = paper('work_certificates', 'C-6', 'none', [], { min: 0 });
const currentContract = paper('work_contract', 'C-6', 'none', ['work_contract'], { min: 0 });
const statement = paper('sworn_statement', 'volunteered', 'none', [], { signed: true });
const legacy = (sub: string) => ({ sub, step: null });

/** The main activity, one or more papers: decree 2015-1437, annexes I-C and II-C. */
export const activity = [
  { ...shared, key: 'activity.permanent', legacy: legacy('CDI'), anyOf: [[contract], [employer], [rights]] },
  { ...shared, key: 'activity.fixed_term', legacy: legacy('CDD'), anyOf: [[contract], [employer], [rights]] },
  { ...shared, key: 'activity.temporary', legacy: legacy('CTT'), anyOf: [[contract, missions], [employer, missions], [rights]] },
  { ...shared, key: 'activity.apprenticeship', legacy: legacy('ALTERNATION'), anyOf: [[contract]] },
  {
    ...shared,
    key: 'activity.internship',
    legacy: legacy('INTERNSHIP'),
    anyOf: [[paper('internship_agreement', 'C-1', 'ongoing', ['internship_agreement'], { signed: true, allPages: true })]],
  },
  {
    ...shared,
    key: 'activity.student',
    legacy: legacy('STUDENT'),
    anyOf: [
      [paper('student_card', 'C-7', 'school', ['student_certificate'])],
      [paper('school_certificate', 'C-7', 'school', ['student_certificate'])],
      [paper('parcoursup_registration', 'C-7', 'school', ['student_certificate'])],
    ],
  },
  {
    ...shared,
    key: 'activity.public_servant',
    legacy: legacy('PUBLIC'),
    anyOf: [[paper('appointment_order', 'C-6', 'ongoing', [])], [employer], [rights]],
  },
  {
    ...shared,
    key: 'activity.retired',
    legacy: legacy('RETIRED'),
    anyOf: [
      [paper('pension_slip', 'C-6', 'age24', ['pension_slip'])],
      [paper('pension_title', 'C-6', 'none', ['pension_slip'])],
      [paper('full_tax_notice', 'C-6', 'tax', ['tax_notice'])],
      [rights],
    ],
  },
  {
    ...shared,
    key: 'activity.unemployed',
    legacy: legacy('UNEMPLOYED'),
    anyOf: [
      [paper('unemployment_notice', 'C-6', 'age3', ['unemployment_notice'])],
      [paper('unemployment_rights', 'C-6', 'none', ['unemployment_notice'])],
      [rights],
    ],
  },
  {
    ...shared,
    key: 'activity.independent',
    legacy: legacy('INDEPENDENT'),
    anyOf: [
      [paper('professional_card', 'C-5', 'none', [])],
      [paper('company_extract', 'C-2', 'age3', ['company_registration'])],
      [paper('sirene_notice', 'C-4', 'age3', ['company_registration'])],
      [paper('rne_registration', 'C-3', 'age3', ['company_registration'])],
    ],
  },
  {
    ...shared,
    key: 'activity.intermittent',
    legacy: legacy('INTERMITTENT'),
    anyOf: [[paper('unemployment_notice', 'C-6', 'age3', ['unemployment_notice']), currentContract], [rights]],
  },
  {
    ...shared,
    key: 'activity.artist',
    legacy: legacy('ARTIST'),
    anyOf: [
      [paper('sirene_notice', 'C-4', 'age3', ['company_registration'])],
      [paper('affiliation_certificate', 'C-6', 'none', [])],
    ],
  },
  {
    ...shared,
    key: 'activity.stay_at_home_parent',
    legacy: legacy('STAY_AT_HOME_PARENT'),
    without: 'statement',
    limits: { files: [0, 20], pages: 50 },
    anyOf: [[paper('caf_certificate', 'C-6', 'age3', ['caf_certificate'])], [statement], [rights]],
  },
  {
    ...shared,
    key: 'activity.none',
    legacy: legacy('NO_ACTIVITY'),
    without: 'statement',
    limits: { files: [0, 20], pages: 50 },
    anyOf: [[statement]],
  },
  {
    ...shared,
    key: 'activity.other',
    legacy: legacy('OTHER'),
    without: 'statement',
    limits: { files: [0, 20], pages: 50 },
    anyOf: [[paper('recent_paper', 'C-6', 'none', [])], [statement]],
  },
] as const satisfies readonly Situation[];
