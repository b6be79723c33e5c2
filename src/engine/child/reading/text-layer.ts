import type { WrappedPdfiumModule } from '@embedpdf/pdfium';
import type { Box } from '#domain/findings/facts.ts';
import { pdfium } from '../pdfium.ts';
import { coveredText, type Covered, type Coverings } from './covered-text.ts';
import type { Ink, Word } from './word.ts';

/** The words a PDF carries for one page, and the marks laid over it. */
export interface TextPage {
  readonly words: readonly Word[];
  readonly aspect: number;
  /** Comments that change what is seen: free text, stamps, redactions. */
  readonly annotations: readonly Box[];
  readonly covered: readonly Covered[];
}

/** What a PDF says of itself; `null` where it says nothing. Dates as written (`D:2026…`). */
export interface PdfOrigin {
  readonly title: string | null;
  readonly producer: string | null;
  readonly creator: string | null;
  readonly createdAt: string | null;
  readonly modifiedAt: string | null;
}

/** Coordinates are asked in this many steps a side, then divided. */
const STEPS = 100_000;
const VISIBLE_ANNOTATIONS = new Set([3, 13, 28]);
const MAX_CHARACTERS = 60_000;
const [FILL_MODE, HIDDEN_MODE] = [0, 3];
/** Opacity, of 255, under which nobody sees letters. */
const LEAST_INK = 30;

interface Letter {
  readonly code: number;
  readonly box: Box;
  readonly angle: number;
  readonly object: number;
}

/** Reads the text layers of a PDF. Pages that cannot be loaded have no words. Never throws on a PDF that opens. */
export async function readTextLayer(
  bytes: Uint8Array,
  maxPages: number,
): Promise<{ pages: readonly TextPage[]; origin: PdfOrigin } | null> {
  const lib = await pdfium();
  const memory = lib.pdfium as unknown as {
    HEAPU8: Uint8Array;
    HEAPF32: Float32Array;
    HEAPF64: Float64Array;
    HEAP32: Int32Array;
  };
  const { malloc, free } = lib.pdfium.wasmExports;
  const at = malloc(bytes.length);
  const scratch = malloc(256);
  if (at === 0 || scratch === 0) return null;
  memory.HEAPU8.set(bytes, at);
  const doc = lib.FPDF_LoadMemDocument(at, bytes.length, '');
  try {
    if (doc === 0) return null;
    const pages: TextPage[] = [];
    for (let index = 0; index < maxPages; index += 1) {
      const page = lib.FPDF_LoadPage(doc, index);
      if (page === 0) break;
      try {
        pages.push(readPage(lib, memory, page, scratch));
      } finally {
        lib.FPDF_ClosePage(page);
      }
    }
    const said = (key: string) => metaText(lib, memory, doc, key);
    return {
      pages,
      origin: {
        title: said('Title'),
        producer: said('Producer'),
        creator: said('Creator'),
        createdAt: said('CreationDate'),
        modifiedAt: said('ModDate'),
      },
    };
  } finally {
    if (doc !== 0) lib.FPDF_CloseDocument(doc);
    free(at);
    free(scratch);
  }
}

type Memory = { HEAPU8: Uint8Array; HEAPF32: Float32Array; HEAPF64: Float64Array; HEAP32: Int32Array };

function metaText(lib: WrappedPdfiumModule, memory: Memory, doc: number, key: string): string | null {
  const size = lib.FPDF_GetMetaText(doc, key, 0, 0);
  if (size <= 2 || size > 4096) return null;
  const pointer = lib.pdfium.wasmExports.malloc(size);
  try {
    lib.FPDF_GetMetaText(doc, key, pointer, size);
    return Buffer.from(memory.HEAPU8.subarray(pointer, pointer + size - 2)).toString('utf16le');
  } finally {
    lib.pdfium.wasmExports.free(pointer);
  }
}

function readPage(lib: WrappedPdfiumModule, memory: Memory, page: number, scratch: number): TextPage {
  /** Page points to shares of the upright page. */
  const place = (left: number, bottom: number, right: number, top: number): Box => {
    const corner = (x: number, y: number): readonly [number, number] => {
      lib.FPDF_PageToDevice(page, 0, 0, STEPS, STEPS, 0, x, y, scratch + 64, scratch + 68);
      return [(memory.HEAP32[(scratch + 64) >> 2] ?? 0) / STEPS, (memory.HEAP32[(scratch + 68) >> 2] ?? 0) / STEPS];
    };
    const [[x1, y1], [x2, y2]] = [corner(left, bottom), corner(right, top)];
    return [Math.min(x1, x2), Math.min(y1, y2), Math.abs(x2 - x1), Math.abs(y2 - y1)];
  };
  const float = (offset: number) => memory.HEAPF32[(scratch + offset) >> 2] ?? 0;
  const coverings = coveredText(lib, page, scratch, float, place);
  const letters: Letter[] = [];
  const inks = new Map<number, Ink>();
  const text = lib.FPDFText_LoadPage(page);
  if (text !== 0) {
    const count = Math.min(MAX_CHARACTERS, lib.FPDFText_CountChars(text));
    for (let index = 0; index < count; index += 1) {
      const code = lib.FPDFText_GetUnicode(text, index);
      const generated = lib.FPDFText_IsGenerated(text, index) === 1;
      lib.FPDFText_GetLooseCharBox(text, index, scratch);
      const box: Box = generated ? [0, 0, 0, 0] : place(float(0), float(12), float(8), float(4));
      const object = generated ? 0 : lib.FPDFText_GetTextObject(text, index);
      if (object !== 0 && !inks.has(object)) inks.set(object, inkOf(lib, memory, object, scratch));
      letters.push({
        code,
        box,
        angle: generated ? 0 : Math.round((lib.FPDFText_GetCharAngle(text, index) * 180) / Math.PI) % 360,
        object,
      });
    }
    lib.FPDFText_ClosePage(text);
  }
  const annotations: Box[] = [];
  for (let index = 0; index < lib.FPDFPage_GetAnnotCount(page); index += 1) {
    const mark = lib.FPDFPage_GetAnnot(page, index);
    if (mark === 0) continue;
    if (VISIBLE_ANNOTATIONS.has(lib.FPDFAnnot_GetSubtype(mark)) && lib.FPDFAnnot_GetRect(mark, scratch))
      annotations.push(place(float(0), float(12), float(8), float(4)));
    lib.FPDFPage_CloseAnnot(mark);
  }
  return {
    words: wordsOf(letters, inks, coverings),
    aspect: lib.FPDF_GetPageWidthF(page) / Math.max(1, lib.FPDF_GetPageHeightF(page)),
    annotations,
    covered: coverings.covered,
  };
}

function inkOf(lib: WrappedPdfiumModule, memory: Memory, object: number, scratch: number): Ink {
  const font = lib.FPDFTextObj_GetFont(object);
  const length = font === 0 ? 0 : lib.FPDFFont_GetBaseFontName(font, scratch, 60);
  const name =
    length > 0 ? Buffer.from(memory.HEAPU8.subarray(scratch, scratch + Math.min(length, 60) - 1)).toString('latin1') : '';
  lib.FPDFTextObj_GetFontSize(object, scratch + 64);
  const filled = lib.FPDFPageObj_GetFillColor(object, scratch + 72, scratch + 76, scratch + 80, scratch + 84);
  const part = (offset: number) => (memory.HEAP32[(scratch + offset) >> 2] ?? 0) & 255;
  const mode = lib.FPDFTextObj_GetTextRenderMode(object);
  return {
    font: name.replace(/\0.*$/s, ''),
    size: memory.HEAPF32[(scratch + 64) >> 2] ?? 0,
    embedded: font !== 0 && lib.FPDFFont_GetIsEmbedded(font) === 1,
    hidden: mode === HIDDEN_MODE || (filled && mode === FILL_MODE && part(84) < LEAST_INK),
    colour: filled && mode === FILL_MODE ? [part(72), part(76), part(80)] : null,
  };
}

/** Joins letters into words. Slanted letters (marks across the page) are left out: they are not part of what the paper says. */
function wordsOf(letters: readonly Letter[], inks: ReadonlyMap<number, Ink>, coverings: Coverings): readonly Word[] {
  const angles = new Map<number, number>();
  for (const letter of letters) if (letter.object !== 0) angles.set(letter.angle, (angles.get(letter.angle) ?? 0) + 1);
  const main = [...angles].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
  const words: Word[] = [];
  let open: Letter[] = [];
  const close = () => {
    const [first, last] = [open[0], open.at(-1)];
    if (first && last) {
      const left = Math.min(...open.map((letter) => letter.box[0]));
      const top = Math.min(...open.map((letter) => letter.box[1]));
      const right = Math.max(...open.map((letter) => letter.box[0] + letter.box[2]));
      const bottom = Math.max(...open.map((letter) => letter.box[1] + letter.box[3]));
      const text = String.fromCodePoint(...open.map((letter) => letter.code)).normalize('NFKC');
      const ink = inks.get(first.object);
      const box: Box = [left, top, right - left, bottom - top];
      if (text.trim() !== '')
        words.push({
          text,
          box,
          source: 'text',
          confidence: 100,
          ...(ink ? { ink } : {}),
          ...(coverings.isUnder(first.object, box) ? { under: true as const } : {}),
        });
    }
    open = [];
  };
  for (const letter of letters) {
    const space =
      letter.object === 0 || letter.code <= 0x20 || letter.code === 0xa0 || letter.code === 0x202f || letter.code > 0x10ffff;
    if (space || letter.angle !== main) {
      close();
      continue;
    }
    const last = open.at(-1);
    if (last && last.object !== letter.object) {
      const apart =
        Math.abs(letter.box[0] - (last.box[0] + last.box[2])) > letter.box[2] * 0.6 ||
        Math.abs(letter.box[1] - last.box[1]) > letter.box[3] * 0.5;
      if (apart) close();
    }
    open.push(letter);
  }
  close();
  return words;
}
