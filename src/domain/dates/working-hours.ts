import { parisDate, partsOf, shiftDays, type CivilDate } from '#kernel/civil-date.ts';
import { frenchHolidays } from './holidays.ts';

/** Hours in which agents work, in minutes of the Paris day; Monday to Friday but public holidays. Source: review page, opening. */
export const OPENING = { opens: 7 * 60 + 30, closes: 22 * 60 + 30 } as const;

/** A day of the calendar of work. */
export interface WorkingDay {
  readonly day: CivilDate;
  /** Minutes of the Paris day; `null` when closed all day. */
  readonly opening: { readonly opens: number; readonly closes: number } | null;
  /** Hours worked from the first day of the calendar up to this one, excluded. */
  readonly hoursBefore: number;
}

/** True from Monday to Friday, public holidays excluded. */
export function isWorkingDay(day: CivilDate): boolean {
  const { year } = partsOf(day);
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay();
  return weekday >= 1 && weekday <= 5 && !frenchHolidays(year).includes(day);
}

/** Every day from one to another, both included, with the hours worked before it. */
export function workingCalendar(from: CivilDate, to: CivilDate): readonly WorkingDay[] {
  const days: WorkingDay[] = [];
  let hoursBefore = 0;
  for (let day = from; day <= to; day = shiftDays(day, 1)) {
    const opening = isWorkingDay(day) ? OPENING : null;
    days.push({ day, opening, hoursBefore });
    if (opening) hoursBefore += (opening.closes - opening.opens) / 60;
  }
  return days;
}

const PARIS_TIME = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Paris',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});

/** Minutes since midnight in Paris, seconds as a fraction. */
export function parisMinutes(at: Date): number {
  const [hours = 0, minutes = 0, seconds = 0] = PARIS_TIME.format(at).split(':').map(Number);
  return hours * 60 + minutes + seconds / 60;
}

/** Working hours between two instants, `from` before `to`. */
export function workingHours(from: Date, to: Date): number {
  const start = parisDate(from);
  const end = parisDate(to);
  const worked = (at: Date, day: CivilDate) =>
    isWorkingDay(day) ? Math.min(Math.max(parisMinutes(at) - OPENING.opens, 0), OPENING.closes - OPENING.opens) / 60 : 0;
  const last = workingCalendar(start, end).at(-1);
  return (last?.hoursBefore ?? 0) + worked(to, end) - worked(from, start);
}
