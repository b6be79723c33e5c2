import type { FieldName, PaperKind } from '#domain/findings/facts.ts';

/** A made-up paper and what must be read on it. */
export interface Specimen {
  /** Name of the file as a person would send it. */
  readonly name: string;
  readonly kind: PaperKind;
  readonly bytes: Uint8Array;
  /** First value of each field, in the form of `FIELD_NAMES`. */
  readonly expected: Readonly<Partial<Record<FieldName, string>>>;
}

const EUROS = new Intl.NumberFormat('fr-FR', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** Cents as French papers print them: `1 852,59` with ordinary spaces. */
export function printedAmount(cents: number): string {
  return EUROS.format(cents / 100).replace(/[\u202f\u00a0]/g, ' ');
}

/** Cents as facts write them: `1852.59`. */
export function factAmount(cents: number): string {
  return (cents / 100).toFixed(2);
}

/** `2026-10-31` as `31/10/2026`. */
export function printedDate(date: string, separator = '/'): string {
  return date.split('-').reverse().join(separator);
}

/** Morning of a day, for the dates a file carries. */
export function morningOf(date: string): Date {
  return new Date(`${date}T08:00:00Z`);
}

/** First and last day of a month. */
export function monthDays(month: string): { readonly first: string; readonly last: string } {
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5, 7))];
  const days = new Date(Date.UTC(year, number, 0)).getUTCDate();
  return { first: `${month}-01`, last: `${month}-${days}` };
}
