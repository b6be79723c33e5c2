import { parseCivilDate, shiftDays, shiftMonths, type CivilDate } from '#kernel/civil-date.ts';

/** Months for which a declaration counts, and after a new version of the rules (order of 20 September 2019, to be confirmed before publication). */
const MONTHS_IN_FORCE = 36;
const MONTHS_AFTER_NEW_RULES = 18;

/** Days before the end on which the operator is alerted. */
const ALERT_DAYS = 90;

/** Days on which versions of the RGAA newer than 4.1 were published: none yet. A line here ends older declarations 18 months later. */
const NEWER_RULES: readonly CivilDate[] = [];

/** An audit by the RGAA: criteria met on every sampled page, among those that apply to one at least. */
export interface Audit {
  readonly on: CivilDate;
  readonly met: number;
  readonly applicable: number;
  /** Mean, over the pages to which a criterion applies, of the part of their criteria that is met, from 0 to 1. */
  readonly mean: number;
  /** Criteria not met on one page at least, e.g. `3.2`, in order. */
  readonly failing: readonly string[];
  /** Criteria set aside for a disproportionate burden, with the explanation in the grid. */
  readonly derogations: readonly { readonly criterion: string; readonly page: string; readonly note: string }[];
  /** Pages that were looked at, in order of the grid. */
  readonly pages: readonly string[];
}

export type AccessibilityState = 'non_compliant' | 'partially_compliant' | 'fully_compliant';

/**
 * Reads the grid of an audit: CSV without quotes, `page,criterion,result,…`, result `C`, `NC`, `NA` or `D`.
 * @param auditedOn day on which the audit was finished; `null`: none was
 * @returns `null` without a day or a single criterion that applies. Throws `RangeError` on a result or a day that does not exist.
 */
export function readAudit(grid: string, auditedOn: string | null): Audit | null {
  if (auditedOn === null) return null;
  const on = parseCivilDate(auditedOn);
  if (!on) throw new RangeError(`no such day: ${auditedOn}`);
  const criteria = new Map<string, boolean>();
  const pages = new Set<string>();
  const byPage = new Map<string, boolean[]>();
  const derogations: Audit['derogations'][number][] = [];
  for (const line of grid.split(/\r?\n/).slice(1)) {
    if (line.trim() === '') continue;
    const [page = '', criterion = '', result = '', , , ...note] = line.split(',');
    pages.add(page);
    if (!['C', 'NC', 'NA', 'D'].includes(result)) throw new RangeError(`no such result: ${line}`);
    if (result === 'D') derogations.push({ criterion, page, note: note.join(',') });
    if (result === 'C' || result === 'NC') byPage.set(page, [...(byPage.get(page) ?? []), result === 'C']);
    if (result === 'C' || result === 'NC') criteria.set(criterion, (criteria.get(criterion) ?? true) && result === 'C');
  }
  if (criteria.size === 0) return null;
  const failing = [...criteria].flatMap(([criterion, met]) => (met ? [] : [criterion])).toSorted(byNumber);
  const parts = [...byPage.values()].map((results) => results.filter(Boolean).length / results.length);
  const mean = parts.reduce((sum, part) => sum + part, 0) / parts.length;
  return { on, mean, met: criteria.size - failing.length, applicable: criteria.size, failing, derogations, pages: [...pages] };
}

const byNumber = (one: string, other: string) => one.localeCompare(other, 'en', { numeric: true });

/** First day on which the declaration made from an audit no longer counts: after three years, or 18 months after newer rules. */
export function endOfForce(audit: Audit, versions: readonly CivilDate[] = NEWER_RULES): CivilDate {
  const ends = versions
    .filter((published) => published > audit.on)
    .map((published) => shiftMonths(published, MONTHS_AFTER_NEW_RULES));
  return [shiftMonths(audit.on, MONTHS_IN_FORCE), ...ends].toSorted()[0] ?? audit.on;
}

/** True while the declaration made from an audit counts. */
export function inForce(audit: Audit, today: CivilDate): boolean {
  return today >= audit.on && today < endOfForce(audit);
}

/** True from 90 days before the end of a declaration on: a new audit is to be made. Without any audit there is nothing that ends. */
export function endsSoon(audit: Audit | null, today: CivilDate): boolean {
  return audit !== null && today >= shiftDays(endOfForce(audit), -ALERT_DAYS);
}

/** What the foot of every page says today (decree 2019-768, article 5): without an audit in force, not compliant. */
export function accessibilityState(audit: Audit | null, today: CivilDate): AccessibilityState {
  if (!audit || !inForce(audit, today)) return 'non_compliant';
  if (audit.met === audit.applicable) return 'fully_compliant';
  return audit.met * 2 >= audit.applicable ? 'partially_compliant' : 'non_compliant';
}
