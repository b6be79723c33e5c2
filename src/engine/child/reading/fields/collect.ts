import type { Fact, FieldName, PaperFacts } from '#domain/findings/facts.ts';

/** What a reader found; `null` is left out. */
export type Found = Readonly<Partial<Record<FieldName, Fact | readonly Fact[] | null>>>;

/** Fields of a paper from what a reader found. */
export function collect(found: Found): PaperFacts['fields'] {
  const fields: Partial<Record<FieldName, readonly Fact[]>> = {};
  for (const [name, value] of Object.entries(found) as [FieldName, Fact | readonly Fact[] | null][]) {
    const list = value === null ? [] : Array.isArray(value) ? (value as readonly Fact[]) : [value as Fact];
    if (list.length > 0) fields[name] = list;
  }
  return fields;
}

/** A fact that says whether a number is right, in place of the number itself. */
export function verdict(fact: Fact | null, right: (number: string) => boolean): Fact | null {
  return fact && { ...fact, value: right(fact.value) ? 'ok' : 'wrong' };
}
