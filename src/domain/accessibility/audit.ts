import { parseCivilDate, shiftMonths, type CivilDate } from '#kernel/civil-date.ts';

/** Years for which a declaration counts (order of 20 September 2019, to be confirmed before publication). */
const MONTHS_IN_FORCE = 36;

/** An audit by the RGAA: criteria met on every sampled page, among those that apply to one at least. */
export interface Audit {
  readonly on: CivilDate;
  readonly met: number;
  readonly applicable: number;
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
  for (const line of grid.split(/\r?\n/).slice(1)) {
    if (line.trim() === '') continue;
    const [, criterion = '', result = ''] = line.split(',');
    if (!['C', 'NC', 'NA', 'D'].includes(result)) throw new RangeError(`no such result: ${line}`);
    if (result === 'C' || result === 'NC') criteria.set(criterion, (criteria.get(criterion) ?? true) && result === 'C');
  }
  if (criteria.size === 0) return null;
  return { on, met: [...criteria.values()].filter(Boolean).length, applicable: criteria.size };
}

/** True while the declaration made from an audit counts. */
export function inForce(audit: Audit, today: CivilDate): boolean {
  return today >= audit.on && today < shiftMonths(audit.on, MONTHS_IN_FORCE);
}

/** What the foot of every page says today (decree 2019-768, article 5): without an audit in force, not compliant. */
export function accessibilityState(audit: Audit | null, today: CivilDate): AccessibilityState {
  if (!audit || !inForce(audit, today)) return 'non_compliant';
  if (audit.met === audit.applicable) return 'fully_compliant';
  return audit.met * 2 >= audit.applicable ? 'partially_compliant' : 'non_compliant';
}
