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
/** Traces kept of each sort: agents need some, not all. */
const MOST_TRACES = 50;

/** What the bytes and the text layer of a PDF tell of changes made to it. */
export function pdfStructure(
  bytes: Uint8Array,
  layer: { readonly pages: readonly TextPage[]; readonly origin: PdfOrigin },
): Partial<StructureFacts> {
  const written = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const xmp = XMP_DATE.exec(written);
  const [said, modifiedAt] = [Date.parse(xmp?.[1] ?? xmp?.[2] ?? ''), isoDate(layer.origin.modifiedAt)];
  return {
    producer: layer.origin.producer,
    creator: layer.origin.creator,
    createdAt: isoDate(layer.origin.createdAt),
    modifiedAt,
    metadataDisagrees: modifiedAt !== null && !Number.isNaN(said) && Math.abs(said - Date.parse(modifiedAt)) > DAY_MS,
    updates: updatesOf(written).slice(0, MOST_TRACES),
    overlays: layer.pages.flatMap((page, index) => overlaysOf(page.words, index)).slice(0, MOST_TRACES),
    hidden: layer.pages
      .flatMap((page, index): StructureFacts['hidden'][number][] => [
        ...page.annotations.map((box) => ({ page: index, box, what: 'annotation' as const })),
        ...page.covered.map(({ box }) => ({ page: index, box, what: 'white_box' as const })),
        ...someHidden(page, index),
      ])
      .slice(0, MOST_TRACES),
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

/** Revisions after the first, told by the objects written between two end marks. A linearised file has two marks and one revision. */
function updatesOf(written: string): StructureFacts['updates'] {
  const ends = [...written.matchAll(/%%EOF/g)].map((match) => match.index);
  const linearised = /\/Linearized\b/.test(written.slice(0, 1024));
  const starts = ends.slice(linearised ? 1 : 0, -1);
  return starts.map((start, index) => {
    const part = written.slice(start, ends[index + (linearised ? 2 : 1)]);
    const touches = new Set<StructureFacts['updates'][number]['touches'][number]>();
    if (
      /\/Type ?\/Page\b|\/Contents\b(?! ?<)/.test(part) ||
      /\bstream\r?\n/.test(part.replace(/\/Type ?\/(?:XRef|ObjStm|Metadata)[\s\S]*?endstream/g, ''))
    )
      touches.add('content');
    if (/\/Type ?\/Font\b/.test(part)) touches.add('font');
    if (/\/Subtype ?\/(?:FreeText|Stamp|Redact)\b/.test(part)) touches.add('annotation');
    if (/\/ByteRange\b/.test(part)) touches.add('signature');
    if (/\/Producer\b|\/Type ?\/Metadata\b/.test(part)) touches.add('metadata');
    // Signing also rewrites the page that holds the field; that alone is no change of content.
    if (touches.has('signature') && !/BT[\s\S]*?ET/.test(part)) touches.delete('content');
    return { offset: start, touches: touches.size > 0 ? [...touches] : ['other'] };
  });
}
