import { parisDate, shiftDays, shiftMonths, type CivilDate } from '#kernel/civil-date.ts';
import { WARNING_GAP, type Duration, type RetentionRow } from './table.ts';

/** What is due now for one subject: nothing, the warning of that number (0 first), or the end. */
export type Due = { readonly what: 'nothing' } | { readonly what: 'warning'; readonly number: number } | { readonly what: 'end' };

/** A day moved by a length of time. */
export function after(day: CivilDate, { months = 0, days = 0 }: Duration): CivilDate {
  return shiftDays(shiftMonths(day, months), days);
}

/**
 * Says what is due from the state of one subject, never from an exact day: a job that did not run for weeks delays, and never skips a
 * warning. Warnings sent before `since` belong to an earlier silence and count for nothing.
 * @param since the instant the row counts from
 * @param warned instants of the warnings sent, in any order
 */
export function dueFor(row: Pick<RetentionRow, 'keep' | 'warnings'>, since: Date, warned: readonly Date[], now: Date): Due {
  if (row.keep === null) return { what: 'nothing' };
  const today = parisDate(now);
  const start = parisDate(since);
  const sent = warned.filter((at) => at > since).sort((a, b) => a.getTime() - b.getTime());
  const last = sent.at(-1);
  const rested = !last || today >= after(parisDate(last), WARNING_GAP);
  const next = row.warnings[sent.length];
  if (next) return rested && today >= after(start, next) ? { what: 'warning', number: sent.length } : { what: 'nothing' };
  return rested && today >= after(start, row.keep) ? { what: 'end' } : { what: 'nothing' };
}

/** The latest day of last contact for which something may be due today; a query takes subjects up to it, by key order. */
export function duePossibleBefore(row: Pick<RetentionRow, 'keep' | 'warnings'>, now: Date): CivilDate | null {
  const shortest = row.warnings[0] ?? row.keep;
  if (!shortest) return null;
  const { months = 0, days = 0 } = shortest;
  return shiftMonths(shiftDays(parisDate(now), -days), -months);
}
