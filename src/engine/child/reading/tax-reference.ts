import type { FileType } from '#domain/pieces/file-type.ts';
import { readSeals } from '#seals/seal-reader.ts';
import { NO_TRUST } from '#seals/trust.ts';
import { findCodes } from '../codes.ts';
import { eachPage, READING_LIMITS } from '../page-pixels.ts';
import { printedReference } from './sealed-numbers.ts';
import { readTextLayer } from './text-layer.ts';
import { segmentsOf } from './word.ts';

const FIRST_PAGES = 2;

/** Tax number and reference of a notice, from its code or else its text layer; `null` when neither says both. The seal's verdict does not matter here. */
export async function readTaxReference(
  bytes: Uint8Array,
  type: FileType,
): Promise<{ readonly taxNumber: string; readonly reference: string } | null> {
  let found: { taxNumber: string; reference: string } | null = null;
  for (let page = 0; page < FIRST_PAGES && !found; page += 1)
    await eachPage({ bytes, type, only: page }, READING_LIMITS, async (pixels) => {
      const codes = pixels ? await findCodes(pixels) : [];
      for (const seal of readSeals(
        codes.map((code) => ({ bytes: code.bytes, at: null })),
        NO_TRUST,
        '',
      )) {
        const raw = (id: string) => seal.fields.find((field) => field.id === id)?.raw.trim() ?? '';
        if (/^\d{13}$/.test(raw('47')) && /^[0-9A-Z]{13}$/.test(raw('44')))
          found = { taxNumber: raw('47'), reference: raw('44') };
      }
    });
  if (found || type !== 'pdf') return found;
  const layer = await readTextLayer(bytes, FIRST_PAGES);
  const text = (layer?.pages ?? [])
    .flatMap((page, index) => segmentsOf(page.words, index, page.aspect))
    .map(({ folded }) => folded);
  return printedReference(text.join('\n'));
}
