import { latinTokens } from '#domain/people/transliterate.ts';
import type { Fact, FieldName, PaperFacts } from '#domain/findings/facts.ts';

/** Fields that decide what a sealed paper proves. */
const DECISIVE: readonly FieldName[] = [
  'full_name',
  'last_name',
  'income_year',
  'reference_income',
  'tax_shares',
  'period',
  'gross',
  'net_before_tax',
  'net_taxable',
  'net_paid',
  'expiry_date',
  'birth_date',
];

const NAMES: ReadonlySet<FieldName> = new Set(['full_name', 'last_name']);
const plain = (field: FieldName, value: string) => (NAMES.has(field) ? (latinTokens(value) ?? []).join(' ') : value);

/**
 * Compares what a text layer says with what is seen on the same page. `ok` only when every decisive field of the layer is seen with the same value;
 * `wrong` when one differs; `null` when one could not be read from the pixels, or is seen with another value besides. A layer can say anything: it is not what people look at.
 */
export function pixelsCheck(layer: PaperFacts['fields'], seen: PaperFacts['fields']): Fact | null {
  const first = DECISIVE.flatMap((field) => layer[field]?.[0] ?? [])[0];
  if (!first) return null;
  let unread = false;
  for (const field of DECISIVE) {
    const said = layer[field]?.[0];
    const [read, ...others] = seen[field] ?? [];
    if (!said) continue;
    const differs = (fact: Fact) => plain(field, said.value) !== plain(field, fact.value);
    if (!read || read.confidence < 60 || others.some(differs)) unread = true;
    else if (differs(read)) return { ...read, value: 'wrong' };
  }
  return unread ? null : { ...first, source: 'ocr', value: 'ok' };
}
