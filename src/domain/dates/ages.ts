import { shiftDays, shiftMonths, type CivilDate } from '#kernel/civil-date.ts';

/** Oldest day that a paper "of less than n months" may bear; the day is clamped to the end of its month. */
export function oldestDate(today: CivilDate, months: 3 | 24): CivilDate {
  return shiftMonths(today, -months);
}

/** `ok`, `too_old`, or `future` (a date to come is a finding, not a pass). */
export function maxAge(today: CivilDate, months: 3 | 24, date: CivilDate): 'ok' | 'too_old' | 'future' {
  if (date > today) return 'future';
  return date >= oldestDate(today, months) ? 'ok' : 'too_old';
}

/** What is printed on an identity card. */
export interface CardDates {
  readonly issued: CivilDate | null;
  readonly printedEnd: CivilDate;
  readonly bornOn: CivilDate | null;
}

/**
 * Last day of validity of a French identity card: five more years for cards issued to adults from 2 January 2004 to 31 December 2013
 * with ten printed years (decree 2013-1188), which are printed to the same day or to the day before. `null` when a date that decides is missing.
 */
export function frenchCardEnd(card: CardDates): CivilDate | null {
  if (!card.issued) return null;
  if (card.issued < '2004-01-02' || card.issued > '2013-12-31') return card.printedEnd;
  const tenYears = shiftMonths(card.issued, 120);
  if (card.printedEnd !== tenYears && card.printedEnd !== shiftDays(tenYears, -1)) return card.printedEnd;
  if (!card.bornOn) return null;
  const adult = shiftMonths(card.bornOn, 18 * 12) <= card.issued;
  return adult ? shiftMonths(card.printedEnd, 60) : card.printedEnd;
}
