import type { SealField } from './seal.ts';

/** A document type of perimeter 01 that rental files meet. */
export interface DocumentKind {
  readonly name: string;
  /** Header must carry the day of issue. */
  readonly issued: boolean;
  /** Every group must be there: one of its ways, each a list of identifiers. */
  readonly mandatory: readonly (readonly (readonly string[])[])[];
  readonly optional: readonly string[];
}

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** `20-26 4Y` as single identifiers. */
function list(written: string): readonly string[] {
  return written.split(' ').flatMap((part) => {
    const [from = '', to] = part.split('-');
    if (to === undefined) return from === '' ? [] : [from];
    const [first, last] = [DIGITS.indexOf(from.charAt(1)), DIGITS.indexOf(to.charAt(1))];
    return Array.from({ length: last - first + 1 }, (_, step) => `${from.charAt(0)}${DIGITS.charAt(first + step)}`);
  });
}

/** `10|11+12+13 20-26`: groups apart by a space, ways of one group by `|`, what goes together by `+`. */
const groups = (written: string): DocumentKind['mandatory'] =>
  written.split(' ').flatMap((part) => {
    if (part.includes('|')) return [part.split('|').map((way) => way.split('+'))];
    return list(part).map((id) => [[id]]);
  });

const kind = (name: string, issued: boolean, mandatory: string, optional: string): DocumentKind => ({
  name,
  issued,
  mandatory: groups(mandatory),
  optional: list(optional),
});

const HOLDER = '10|11+12+13';

/** Source: ANTS 2D-Doc 3.3.7, tables of documents, perimeter 01. Types that are not here are read, verified, and fit nothing. */
export const DOCUMENT_KINDS: ReadonlyMap<string, DocumentKind> = new Map([
  ['00', kind('proof of address', true, `${HOLDER} 20-26`, '1G 1I-1L')],
  ['01', kind('invoice', true, `${HOLDER} 22 24 26`, '14-1P 20 21 23 25 27-2D')],
  ['02', kind('housing-tax notice', true, `${HOLDER} 22 24-26`, '23')],
  ['03', kind('bank account', false, '30-32', '')],
  ['05', kind('SEPAmail', false, '08 30 35', '')],
  ['04', kind('income-tax notice', false, '43-47 4A', '41 48 49')],
  ['28', kind('income-tax notice', false, '43-46 4A 4Y|6U+6W+6X+6Y', '41 47-49 4V-4X 6V')],
  ['18', kind('declarative statement', false, '43-46 4B', '41 47-49')],
  ['24', kind('declarative statement', false, '43-46 4B', '41 47-49 4V-4X')],
  ['27', kind('declarative statement', false, '43-46 4B', '41 47-49 4V-4X')],
  ['06', kind('payslip', true, `${HOLDER} 50|5O+5P 53-55 58 59`, '51 52 57 5A-5J 5M 5T')],
  ['10', kind('work contract', true, '50 57 5A 61 62', '53-56 58 59 5T 5U')],
  ['11', kind('bank statement', true, '30-32 36-38', '08 35 39')],
  ['07', kind('identity title', true, '60 62 65-68 6C', '61 63 69 6A 6N 6O 6S-6Y')],
  ['08', kind('identity title, machine-readable zone', true, '6F', '')],
  ['13', kind('paper of a foreign national', true, '60 62 63 67-69 6A 6C 6J-6L 6P 6Q 6U 6W 6X', '6M-6O 6R')],
  ['16', kind('asylum request', false, '60 62 67 69 6O 6Q G0-G2', '')],
  ['17', kind('end of asylum allowance', true, '60 69 6G 6H 6Q G3-G5', '')],
  ['B0', kind('diploma', true, 'B1|B2 B6 B7 B9 BD BG-BJ', 'B0 B3-B5 B8 BA-BC BE BF')],
  ['B1', kind('student contribution certificate', true, 'B2 B7 BB BK', 'B0 B1 B3')],
]);

/**
 * Identifiers that the type demands and the message lacks; `issue_date` when the header carries none and the type demands it. Of several ways the
 * first is named. An empty value counts: issuers write it for what they do not know.
 */
export function missingIn(type: string, fields: readonly SealField[], issuedOn: string | null): readonly string[] {
  const known = DOCUMENT_KINDS.get(type);
  if (!known) return [];
  const present = new Set(fields.map(({ id }) => id));
  const missing = known.mandatory
    .filter((ways) => !ways.some((way) => way.every((id) => present.has(id))))
    .flatMap((ways) => (ways[0] ?? []).filter((id) => !present.has(id)));
  return known.issued && issuedOn === null ? ['issue_date', ...missing] : missing;
}
