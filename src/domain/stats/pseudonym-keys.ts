import { partsOf, type CivilDate } from '#kernel/civil-date.ts';

/** True once the key of a year of creation must be gone: 24 months after the end of that year. Source: review page, 13.1. */
export function keyIsDue(year: number, today: CivilDate): boolean {
  return partsOf(today).year >= year + 3;
}
