import { constants, inflateSync } from 'node:zlib';
import { pdfUpdates } from '#seals/pdf-changes.ts';
import type { StructureFacts } from '#domain/findings/facts.ts';
import { oddFontsOf, overlaysOf } from './drawn-over.ts';
import type { PdfOrigin, TextPage } from './text-layer.ts';

/** `D:20261102090000+01'00'` as ISO 8601 in UTC; `null` when it is no date. */
export function isoDate(written: string | null): string | null {
  const match = /^(?:D:)?(\d{4})(\d{2})?(\d{2})?(\d{2})?(\d{2})?(\d{2})?(?:Z|([+-])(\d{2})'?(\d{2})?)?/.exec(written ?? '');
  if (!match) return null;
  const [year, month = '01', day = '01', hour = '00', minute = '00', second = '00'] = match.slice(1, 7);
  const at = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  if (Number.isNaN(at)) return null;
  const offset = (Number(match[8] ?? 0) * 60 + Number(match[9] ?? 0)) * (match[7] === '-' ? -1 : 1);
  return new Date(at - offset * 60_000).toISOString();
}

const XMP_DATE = /<xmp:ModifyDate>([^<]{10,40})|xmp:ModifyDate="([^"]{10,40})/;
const DAY_MS = 86_400_000;
const MOST_INFLATED = 64 * 1024 * 1024;
/** Traces kept of each sort: agents need some, not all. */
const MOST_TRACES = 50;

/** Opens what Flate made smaller, up to 64 MB: a table or a list of objects has never more. `null` when it does not open. */
export function inflateWithin(bytes: Uint8Array): Uint8Array | null {
  try {
    return inflateSync(bytes, { maxOutputLength: MOST_INFLATED, finishFlush: constants.Z_SYNC_FLUSH });
  } catch {
    return null;
  }
}

/** What the bytes and the text layer of a PDF tell of changes made to it. @param written the bytes in latin1 @param unseen values of the layer that are not seen */
export function pdfStructure(
  bytes: Uint8Array,
  written: string,
  layer: { readonly pages: readonly TextPage[]; readonly origin: PdfOrigin },
  unseen: StructureFacts['hidden'],
): Partial<StructureFacts> {
  const xmp = XMP_DATE.exec(written);
  const [said, modifiedAt] = [Date.parse(xmp?.[1] ?? xmp?.[2] ?? ''), isoDate(layer.origin.modifiedAt)];
  return {
    producer: layer.origin.producer,
    creator: layer.origin.creator,
    createdAt: isoDate(layer.origin.createdAt),
    modifiedAt,
    metadataDisagrees: modifiedAt !== null && !Number.isNaN(said) && Math.abs(said - Date.parse(modifiedAt)) > DAY_MS,
    updates: pdfUpdates(bytes, written, inflateWithin),
    overlays: layer.pages.flatMap((page, index) => overlaysOf(page.words, index)).slice(0, MOST_TRACES),
    hidden: [
      ...layer.pages.flatMap((page, index): StructureFacts['hidden'][number][] => [
        ...page.annotations.map((box) => ({ page: index, box, what: 'annotation' as const })),
        ...page.covered.map(({ box }) => ({ page: index, box, what: 'white_box' as const })),
        ...someHidden(page, index),
      ]),
      ...unseen,
    ].slice(0, MOST_TRACES),
    oddFonts: layer.pages.flatMap((page, index) => oddFontsOf(page.words, index)).slice(0, MOST_TRACES),
    generated: /c2pa/.test(written) && /trainedAlgorithmicMedia/.test(written),
  };
}

/** Words drawn without ink among visible ones. A page where all are hidden is a scan with its reading under it. */
function someHidden(page: TextPage, index: number): StructureFacts['hidden'] {
  const hidden = page.words.filter((word) => word.ink?.hidden);
  return hidden.length === 0 || hidden.length > page.words.length / 2
    ? []
    : hidden.map((word) => ({ page: index, box: word.box, what: 'render_mode' as const }));
}
