import type { Fact } from '#domain/findings/facts.ts';
import type { Seal } from '#seals/seal.ts';

/** Numbers of persons, of accounts and of titles: compared here, then dropped. */
const PERSONAL: ReadonlySet<string> = new Set('31 32 35 44 47 49 66 6F 6K 6Q 6R BB BK'.split(' '));
/** Types nobody may ask for: of a bank's papers nothing is kept. */
const FORBIDDEN_TYPES: ReadonlySet<string> = new Set(['03', '05', '11']);

const TAX_NUMBERS = /NUMERO FISCAL[^\d]{0,30}((?:\d ?){13})/g;
const REFERENCES = /REFERENCE DE L'AVIS[^\dA-Z]{0,10}((?:[0-9A-Z] ?){13})/g;

const printedBy = (pattern: RegExp, text: string) =>
  [...text.matchAll(pattern)].map((match) => (match[1] ?? '').replace(/\s/g, ''));

/** The first tax number and reference printed after their labels; `null` unless both are. @param text folded words */
export function printedReference(text: string): { readonly taxNumber: string; readonly reference: string } | null {
  const [taxNumber, reference] = [printedBy(TAX_NUMBERS, text)[0], printedBy(REFERENCES, text)[0]];
  return taxNumber && reference ? { taxNumber, reference } : null;
}

/**
 * Compares the tax numbers and the reference of a notice's seal with those printed after their labels. `wrong` only when a label is followed by none of
 * the sealed ones; `null` when none is printed, or none is sealed. @param text the folded words of the paper
 */
export function sealedNumbersCheck(seals: readonly Seal[], text: string, page: number, source: 'text' | 'ocr'): Fact | null {
  const sealed = (...ids: readonly string[]) =>
    seals.flatMap(({ fields }) => fields.flatMap(({ id, raw }) => (ids.includes(id) && raw.trim() !== '' ? [raw.trim()] : [])));
  const pairs = [
    { own: sealed('47', '49'), printed: printedBy(TAX_NUMBERS, text) },
    { own: sealed('44'), printed: printedBy(REFERENCES, text) },
  ].filter(({ own, printed }) => own.length > 0 && printed.length > 0);
  if (pairs.length === 0) return null;
  const right = pairs.every(({ own, printed }) => printed.some((one) => own.includes(one)));
  // Pixels misread digits more often than people forge them.
  if (!right && source === 'ocr') return null;
  return { value: right ? 'ok' : 'wrong', page, box: null, source, confidence: 100 };
}

/** A seal without the numbers that nobody needs any more: identifiers stay, so that one sees they were there. */
export function withoutNumbers(seal: Seal): Seal {
  const all = seal.standard === 'fr.2d-doc' && FORBIDDEN_TYPES.has(seal.kind);
  const bare = (field: Seal['fields'][number]) => (all || PERSONAL.has(field.id) ? { ...field, raw: '', value: '' } : field);
  return { ...seal, fields: seal.fields.map(bare), annex: seal.annex.map(bare) };
}
