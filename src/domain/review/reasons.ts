import type { Role, Situation } from '../catalogue/situation.ts';
import { comesFrom, contracts, dated, hasFiles, hasStatement, isText, signedPaper } from './reason-scopes.ts';

/** What a parameter of a reason holds; how it is read is in `reason-params.ts`, how it is said in `i18n/say-reason.ts`. */
export type ParamKind =
  | 'papers'
  | 'months'
  | 'date'
  | 'count'
  | 'euros'
  | 'year'
  | 'years'
  | 'school_years'
  | 'signer'
  | 'situation'
  | 'guarantor_kind'
  | 'forbidden';

/** What reasons are counted by. Source: review page of the specification, 9.1. */
export type ReasonFamily =
  'completeness' | 'legibility' | 'dates' | 'identity' | 'amount' | 'wrong_document' | 'authenticity' | 'situation';

/** How near a reason stands to the piece; nearer ones are offered first. */
export type ReasonReach = 'situation' | 'category' | 'generic';

/** One motive of refusal or advice; its words are `reason.<key>.*` in every language. */
export interface Reason {
  readonly key: string;
  /** Stable number for partners; never given to another meaning. */
  readonly number: number;
  /** Raised when the meaning of the words changes; decisions keep the version they were taken with. */
  readonly version: number;
  readonly family: ReasonFamily;
  readonly reach: ReasonReach;
  /** Only a blocking reason can make a refusal. */
  readonly severity: 'blocking' | 'advice';
  readonly params: Readonly<Record<string, ParamKind>>;
  /** Rules of findings that speak of the same thing. */
  readonly rules: readonly string[];
  readonly applies: (situation: Situation, role: Role) => boolean;
}

const taxFiles = (row: Situation) => row.category === 'tax' && hasFiles(row);
const always = () => true;
const blocking = { version: 1, severity: 'blocking', params: {}, rules: [] } as const;
const advice = { ...blocking, severity: 'advice' } as const;
const months = (row: Situation) => dated(row, 'payslip3', 'rent3', 'rent1');

/** Every reason, in the order of numbers. A new one is a row here and its words; none is ever deleted. */
export const REASONS = [
  {
    ...blocking,
    key: 'expected_paper',
    number: 1,
    family: 'wrong_document',
    reach: 'generic',
    params: { papers: 'papers' },
    applies: hasFiles,
  },
  {
    ...blocking,
    key: 'kind_not_accepted',
    number: 2,
    family: 'wrong_document',
    reach: 'generic',
    params: { papers: 'papers' },
    rules: ['file.kind', 'seal.kind'],
    applies: (row) => hasFiles(row) || row.key === 'income.none',
  },
  {
    ...blocking,
    key: 'unreadable',
    number: 3,
    family: 'legibility',
    reach: 'generic',
    rules: ['file.readable'],
    applies: hasFiles,
  },
  {
    ...blocking,
    key: 'name_mismatch',
    number: 4,
    family: 'identity',
    reach: 'generic',
    rules: ['identity.name', 'payslip.name', 'rent.name', 'tax.name', 'property_tax.name', 'guarantee.name', 'scholarship.name'],
    applies: hasFiles,
  },
  {
    ...blocking,
    key: 'all_in_one_slot',
    number: 5,
    family: 'wrong_document',
    reach: 'generic',
    params: { papers: 'papers' },
    applies: hasFiles,
  },
  {
    ...blocking,
    key: 'other_person_papers',
    number: 6,
    family: 'identity',
    reach: 'generic',
    applies: (row, role) => hasFiles(row) && role !== 'O' && role !== 'C',
  },
  {
    ...blocking,
    key: 'pages_missing',
    number: 7,
    family: 'completeness',
    reach: 'generic',
    params: { count: 'count', total: 'count' },
    rules: ['tax.pages', 'property_tax.pages'],
    applies: hasFiles,
  },
  { ...blocking, key: 'translation_missing', number: 8, family: 'legibility', reach: 'generic', applies: hasFiles },
  {
    ...advice,
    key: 'extra_paper',
    number: 9,
    family: 'wrong_document',
    reach: 'generic',
    rules: ['file.extra'],
    applies: hasFiles,
  },
  {
    ...advice,
    key: 'forbidden_paper',
    number: 10,
    family: 'wrong_document',
    reach: 'generic',
    params: { what: 'forbidden' },
    rules: ['file.forbidden'],
    applies: hasFiles,
  },
  { ...blocking, key: 'other', number: 11, family: 'situation', reach: 'generic', applies: always },
  {
    ...blocking,
    key: 'change_situation',
    number: 12,
    family: 'situation',
    reach: 'generic',
    params: { situation: 'situation' },
    applies: always,
  },
  {
    ...blocking,
    key: 'change_guarantor_type',
    number: 13,
    family: 'situation',
    reach: 'category',
    params: { kind: 'guarantor_kind' },
    applies: (row, role) => role !== 'T' && ['identity', 'guarantee', 'company'].includes(row.category),
  },
  {
    ...blocking,
    key: 'too_old',
    number: 14,
    family: 'dates',
    reach: 'situation',
    params: { count: 'count', from: 'date' },
    rules: ['paper.date'],
    applies: (row) => dated(row, 'age3', 'age24'),
  },
  {
    ...blocking,
    key: 'unsigned',
    number: 15,
    family: 'completeness',
    reach: 'situation',
    params: { who: 'signer' },
    rules: ['paper.signed'],
    applies: (row) => signedPaper(row) || (row.category === 'activity' && hasFiles(row)) || row.key === 'income.scholarship',
  },
  {
    ...blocking,
    key: 'id_expired',
    number: 16,
    family: 'dates',
    reach: 'category',
    params: { date: 'date' },
    rules: ['identity.expiry'],
    applies: comesFrom('identity'),
  },
  {
    ...blocking,
    key: 'permit_or_renewal_receipt',
    number: 17,
    family: 'completeness',
    reach: 'situation',
    applies: comesFrom('identity.residence_permit', 'identity.other'),
  },
  {
    ...blocking,
    key: 'france_identite_unusable',
    number: 18,
    family: 'authenticity',
    reach: 'situation',
    applies: comesFrom('identity.france_identite'),
  },
  {
    ...advice,
    key: 'property_tax_preferred',
    number: 19,
    family: 'wrong_document',
    reach: 'situation',
    applies: comesFrom('home.owner'),
  },
  {
    ...blocking,
    key: 'invoice_unpaid',
    number: 20,
    family: 'completeness',
    reach: 'situation',
    applies: comesFrom('home.short_term'),
  },
  {
    ...blocking,
    key: 'months_missing',
    number: 21,
    family: 'completeness',
    reach: 'situation',
    params: { months: 'months' },
    rules: ['payslip.months', 'rent.months', 'rent.count'],
    applies: months,
  },
  {
    ...blocking,
    key: 'months_too_old',
    number: 22,
    family: 'dates',
    reach: 'situation',
    params: { months: 'months' },
    rules: ['payslip.months', 'rent.months'],
    applies: months,
  },
  {
    ...blocking,
    key: 'earlier_proofs_removed',
    number: 23,
    family: 'completeness',
    reach: 'category',
    params: { months: 'months' },
    applies: (row) => (row.category === 'income' && hasFiles(row)) || row.key === 'home.tenant.receipts',
  },
  {
    ...blocking,
    key: 'activity_ended',
    number: 24,
    family: 'dates',
    reach: 'situation',
    params: { date: 'date' },
    applies: contracts,
  },
  {
    ...blocking,
    key: 'wrong_school_year',
    number: 25,
    family: 'dates',
    reach: 'situation',
    params: { years: 'school_years' },
    rules: ['scholarship.year'],
    applies: (row) => dated(row, 'school'),
  },
  {
    ...blocking,
    key: 'starter_use_contract_page',
    number: 26,
    family: 'situation',
    reach: 'situation',
    applies: comesFrom('activity.apprenticeship', 'income.salary'),
  },
  {
    ...blocking,
    key: 'amount_mismatch',
    number: 27,
    family: 'amount',
    reach: 'category',
    params: { declared: 'euros', read: 'euros' },
    rules: ['payslip.amount', 'scholarship.amount'],
    applies: (row) => row.category === 'income' && hasFiles(row),
  },
  {
    ...blocking,
    key: 'explanation_insufficient',
    number: 28,
    family: 'completeness',
    reach: 'situation',
    applies: isText,
  },
  {
    ...blocking,
    key: 'tax_notice_expected',
    number: 29,
    family: 'wrong_document',
    reach: 'category',
    rules: ['file.kind'],
    applies: taxFiles,
  },
  {
    ...blocking,
    key: 'not_a_tax_notice',
    number: 30,
    family: 'wrong_document',
    reach: 'category',
    rules: ['file.kind'],
    applies: taxFiles,
  },
  {
    ...blocking,
    key: 'asdir_not_accepted',
    number: 31,
    family: 'wrong_document',
    reach: 'category',
    rules: ['tax.asdir'],
    applies: taxFiles,
  },
  {
    ...blocking,
    key: 'local_tax_not_accepted',
    number: 32,
    family: 'wrong_document',
    reach: 'category',
    rules: ['file.kind'],
    applies: taxFiles,
  },
  {
    ...blocking,
    key: 'wrong_tax_year',
    number: 33,
    family: 'dates',
    reach: 'situation',
    params: { year: 'year', years: 'years' },
    rules: ['tax.year', 'property_tax.year'],
    applies: (row) => dated(row, 'tax', 'ptax'),
  },
  {
    ...blocking,
    key: 'declaration_contradicted',
    number: 34,
    family: 'situation',
    reach: 'situation',
    applies: (row) => hasStatement(row),
  },
  {
    ...blocking,
    key: 'guarantee_certificate_awaited',
    number: 35,
    family: 'completeness',
    reach: 'category',
    applies: comesFrom('guarantee', 'company'),
  },
  {
    ...blocking,
    key: 'guarantee_expired',
    number: 36,
    family: 'dates',
    reach: 'category',
    params: { date: 'date' },
    rules: ['guarantee.expiry'],
    applies: comesFrom('guarantee'),
  },
] as const satisfies readonly Reason[];

/** Every key there is; words are exhaustive over it. */
export type ReasonKey = (typeof REASONS)[number]['key'];

type Row = Reason & { readonly key: ReasonKey };

const ROWS: readonly Row[] = REASONS;
const byKey = new Map<string, Row>(ROWS.map((row) => [row.key, row]));

/** The row of a key; `null` when there is none (a key from outside). */
export function reasonOf(key: string): Row | null {
  return byKey.get(key) ?? null;
}

const REACH_ORDER: readonly ReasonReach[] = ['situation', 'category', 'generic'];

/** Reasons an agent may give for a piece: those of failed rules first, then the nearest to the situation. `other` is always last. */
export function reasonsFor(situation: Situation, role: Role, failedRules: ReadonlySet<string> = new Set()): readonly Row[] {
  const place = (row: Row) =>
    row.key === 'other' ? 9 : row.rules.some((rule) => failedRules.has(rule)) ? 0 : 1 + REACH_ORDER.indexOf(row.reach);
  return ROWS.filter((row) => row.applies(situation, role)).sort((a, b) => place(a) - place(b) || a.number - b.number);
}

/** Why a set of reasons cannot make a refusal; `null` when it can. One blocking reason is due, and a text under `other`. */
export function refusalLack(keys: readonly string[], comment: string | null): 'unknown' | 'no_blocking_reason' | 'text' | null {
  const rows = keys.map(reasonOf);
  if (rows.some((row) => row === null)) return 'unknown';
  if (!rows.some((row) => row?.severity === 'blocking')) return 'no_blocking_reason';
  return keys.includes('other') && !comment?.trim() ? 'text' : null;
}
