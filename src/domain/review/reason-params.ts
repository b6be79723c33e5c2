import { parseCivilDate, shiftMonths, type CivilDate } from '#kernel/civil-date.ts';
import { PAPER_NAMES, type Role, type Situation } from '../catalogue/situation.ts';
import { situationOf } from '../catalogue/situations.ts';
import { payslipWindow, rentWindow } from '../dates/windows.ts';
import { propertyTaxYears, schoolYears, taxYears } from '../dates/years.ts';
import { FORBIDDEN } from '../law/forbidden.ts';
import { GUARANTOR_KINDS } from '../people/guarantor-mix.ts';
import { dated } from './reason-scopes.ts';
import type { ParamKind, Reason } from './reasons.ts';

/** Who had to sign. */
export const SIGNERS = ['employer', 'host', 'landlord', 'organism', 'school', 'person', 'everyone'] as const;

/** Parameters as stored with a decision: codes, dates and numbers, never words. */
export type ReasonParams = Readonly<Record<string, string | number | readonly string[] | readonly number[]>>;

type Value = ReasonParams[string];

const allOf = <T>(value: unknown, test: (item: T) => boolean): value is T[] =>
  Array.isArray(value) && value.length > 0 && value.length <= 24 && value.every((item) => test(item as T));

const isYear = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 1900 && value <= 2200;
const oneOf = (list: readonly string[]) => (value: unknown) => typeof value === 'string' && list.includes(value);

const TESTS: Readonly<Record<ParamKind, (value: unknown) => boolean>> = {
  papers: (value) => allOf(value, oneOf(PAPER_NAMES)),
  months: (value) => allOf<unknown>(value, (item) => typeof item === 'string' && /^\d{4}-(0[1-9]|1[0-2])$/.test(item)),
  date: (value) => typeof value === 'string' && parseCivilDate(value) !== null,
  count: (value) => typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 999,
  euros: (value) => typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 1_000_000,
  year: isYear,
  years: (value) => allOf(value, isYear),
  school_years: (value) => allOf<unknown>(value, (item) => typeof item === 'string' && /^\d{4}-\d{4}$/.test(item)),
  signer: oneOf(SIGNERS),
  situation: (value) => typeof value === 'string' && situationOf(value) !== null,
  guarantor_kind: oneOf(GUARANTOR_KINDS),
  forbidden: oneOf(FORBIDDEN.map((item) => item.key)),
};

/** Reads the parameters of a reason that came from a form or the database: exactly those it needs, each of its kind; else `null`. */
export function parseReasonParams(reason: Pick<Reason, 'params'>, input: unknown): ReasonParams | null {
  const given = typeof input === 'object' && input !== null ? (input as Record<string, unknown>) : {};
  const read: Record<string, Value> = {};
  for (const [name, kind] of Object.entries(reason.params)) {
    if (!TESTS[kind](given[name])) return null;
    read[name] = given[name] as Value;
  }
  return read;
}

const papersOf = (row: Situation, role: Role) => [
  ...new Set(
    row.anyOf
      .flat()
      .filter((paper) => paper.decree[role] !== undefined)
      .map((paper) => paper.kind),
  ),
];

/**
 * What can be filled in before an agent looks: accepted papers from the catalogue, months, years and dates from the calendar.
 * Amounts, ends and page counts come from the examination or the agent and are not among them.
 * @param savedOn the day the revision was saved: waiting in a queue ages nothing
 */
export function proposedParams(
  reason: Pick<Reason, 'params'>,
  row: Situation,
  role: Role,
  savedOn: CivilDate,
): Partial<ReasonParams> {
  const age = dated(row, 'age3') ? 3 : 24;
  const proposals: Partial<Record<ParamKind, () => Value>> = {
    papers: () => papersOf(row, role),
    months: () => (row.category === 'home' ? rentWindow(savedOn) : payslipWindow(savedOn)).asked,
    years: () => (dated(row, 'tax') ? taxYears(savedOn).accepted : propertyTaxYears(savedOn)),
    school_years: () => schoolYears(savedOn),
    ...(reason.params['from'] ? { count: () => age, date: () => shiftMonths(savedOn, -age) } : {}),
  };
  const entries = Object.entries(reason.params).flatMap(([name, kind]) => {
    const value = proposals[kind]?.();
    return value === undefined || (Array.isArray(value) && value.length === 0) ? [] : [[name, value] as const];
  });
  return Object.fromEntries(entries);
}
