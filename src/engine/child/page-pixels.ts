import sharp from 'sharp';
import type { FileType } from '#domain/pieces/file-type.ts';
import { imageFacts, openImage, type ImageFacts } from './images.ts';
import { drawingScale, opening } from './opening.ts';
import { openPdf, type OpenPdf } from './pdfium.ts';

/** Pixels of an upright page: one byte a pixel for pages without colour, else three. */
export interface PagePixels {
  readonly data: Buffer;
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 3;
}

/** Pixels as they were drawn: with four bytes, the last one is unused. Packing them costs as much as drawing them did. */
export interface DrawnPixels extends Omit<PagePixels, 'channels'> {
  readonly channels: 1 | 3 | 4;
}

/** How large a page may become. */
export interface PixelLimits {
  readonly dpi: number;
  readonly pixels: number;
  readonly side: number;
  readonly width?: number;
}

/** For copies: A4 becomes 1190 × 1684; never more than 3 megapixels, 4 000 a side. */
export const COPY_LIMITS: PixelLimits = { dpi: 144, pixels: 3_000_000, side: 4000 };
/** For reading and codes. */
export const READING_LIMITS: PixelLimits = { dpi: 200, pixels: 9_000_000, side: 6000 };

const clamp = (width: number, height: number, limits: PixelLimits) => {
  const safe = drawingScale();
  const scale = Math.min(
    1,
    (limits.side * safe) / Math.max(width, height),
    Math.sqrt(limits.pixels / (width * height)) * safe,
    limits.width ? limits.width / width : 1,
  );
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
};

/** Width of a long screenshot on copies: it is cut into pages, so its height does not count. */
const TALL_WIDTH = 1190;

/** A screenshot longer than two screens. */
export const isTall = (size: { width: number; height: number }): boolean => size.height > size.width * 2;

const clampWidth = (size: { width: number; height: number }, width: number) => {
  const scale = Math.min(1, width / size.width);
  return { width: Math.max(1, Math.round(size.width * scale)), height: Math.max(1, Math.round(size.height * scale)) };
};

const COLOUR_SAMPLES = 20_000;
const COLOUR_TOLERANCE = 12;

/** True when sampled pixels are all grey. */
function isGrey(data: Uint8Array, channels: 3 | 4): boolean {
  const pixels = data.length / channels;
  const step = Math.max(1, Math.floor(pixels / COLOUR_SAMPLES)) * channels;
  for (let at = 0; at + 2 < data.length; at += step) {
    const [r, g, b] = [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0];
    if (Math.max(r, g, b) - Math.min(r, g, b) > COLOUR_TOLERANCE) return false;
  }
  return true;
}

const bufferOver = (data: Uint8Array) => Buffer.from(data.buffer, data.byteOffset, data.byteLength);

/** One byte a pixel where there is no colour: smaller, and quicker in all that follows. */
function greyed(data: Uint8Array, width: number, height: number, channels: 3 | 4): DrawnPixels {
  if (!isGrey(data, channels)) return { data: bufferOver(data), width, height, channels };
  const grey = Buffer.allocUnsafe(width * height);
  takeGreen(data, grey, channels);
  return { data: grey, width, height, channels: 1 };
}

/** One byte of each pixel; four pixels a turn, which takes half the time. */
function takeGreen(data: Uint8Array, grey: Uint8Array, channels: number): void {
  const fours = grey.length - (grey.length % 4);
  let from = 1;
  for (let to = 0; to < fours; to += 4, from += 4 * channels) {
    grey[to] = data[from] as number;
    grey[to + 1] = data[from + channels] as number;
    grey[to + 2] = data[from + 2 * channels] as number;
    grey[to + 3] = data[from + 3 * channels] as number;
  }
  for (let to = fours; to < grey.length; to += 1, from += channels) grey[to] = data[from] as number;
}

function packed(page: DrawnPixels): PagePixels {
  const { data, width, height, channels } = page;
  if (channels !== 4) return { data, width, height, channels };
  const rgb = Buffer.allocUnsafe(width * height * 3);
  for (let from = 0, to = 0; to < rgb.length; from += 4, to += 3) {
    rgb[to] = data[from] as number;
    rgb[to + 1] = data[from + 1] as number;
    rgb[to + 2] = data[from + 2] as number;
  }
  return { data: rgb, width, height, channels: 3 };
}

async function fromImage(
  bytes: Uint8Array,
  page: number,
  upright: { width: number; height: number; grey: boolean },
  limits: PixelLimits,
): Promise<DrawnPixels> {
  const size = isTall(upright) ? clampWidth(upright, TALL_WIDTH) : clamp(upright.width, upright.height, limits);
  const { data, info } = await openImage(bytes, page, upright.grey)
    .resize({ ...size, fit: 'fill', kernel: 'lanczos3' })
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  if (info.channels === 1) return { data, width: info.width, height: info.height, channels: 1 };
  return greyed(data, info.width, info.height, 3);
}

/** The picture that a page is and nothing else, as of a scanner: quicker to decode than the page is to draw. `null` for other pages. */
export async function soleJpegOf(pdf: OpenPdf, index: number): Promise<{ bytes: Uint8Array; facts: ImageFacts } | null> {
  const bytes = pdf.soleJpeg(index);
  const facts = bytes && (await imageFacts(bytes));
  // Readers of PDF do not turn a picture by its own metadata.
  return bytes && facts && typeof facts !== 'string' && facts.asStored ? { bytes, facts } : null;
}

async function fromPdf(pdf: OpenPdf, index: number, limits: PixelLimits): Promise<DrawnPixels | null> {
  const sole = await soleJpegOf(pdf, index);
  const decoded = sole && (await fromImage(sole.bytes, 0, sole.facts, limits).catch(() => null));
  if (decoded) return decoded;
  const points = pdf.pageSize(index);
  if (!points || !(points.width > 0) || !(points.height > 0)) return null;
  const size = clamp((points.width * limits.dpi) / 72, (points.height * limits.dpi) / 72, limits);
  const drawn = pdf.render(index, size.width, size.height);
  return drawn && greyed(drawn.pixels, drawn.width, drawn.height, 4);
}

/** A file, or one page of it. */
export interface PagesOf {
  readonly bytes: Uint8Array;
  readonly type: FileType;
  readonly only?: number;
}

/** Calls `work` with the pixels of each page in turn, or of one page; `null` for a page that cannot be drawn. */
export function eachPage(
  input: PagesOf,
  limits: PixelLimits,
  work: (page: PagePixels | null, index: number) => Promise<void>,
): Promise<'corrupt' | null> {
  return eachDrawnPage(input, limits, (page, index) => work(page && packed(page), index));
}

/** The same, with pixels as they were drawn: for copies, which only lay a mark on them and encode them. */
export async function eachDrawnPage(
  input: PagesOf,
  limits: PixelLimits,
  work: (page: DrawnPixels | null, index: number) => Promise<void>,
): Promise<'corrupt' | null> {
  const draw = async (pixelsOf: (index: number) => Promise<DrawnPixels | null>, index: number) =>
    work(await opening(() => pixelsOf(index)), index);
  if (input.type === 'pdf') {
    const pdf = await openPdf(input.bytes);
    if (typeof pdf === 'string') return 'corrupt';
    try {
      if (input.only !== undefined) await draw((only) => fromPdf(pdf, only, limits), input.only);
      else
        for (let index = 0, count = pdf.countPages(200); index < count; index += 1)
          await draw((page) => fromPdf(pdf, page, limits), index);
    } finally {
      pdf.close();
    }
    return null;
  }
  const facts = await imageFacts(input.bytes);
  if (typeof facts === 'string') return 'corrupt';
  const pages = input.only === undefined ? Array.from({ length: facts.pages }, (_, index) => index) : [input.only];
  for (const index of pages) {
    await draw((page) => fromImage(input.bytes, page, facts, limits).catch(() => null), index);
  }
  return null;
}

/** Encodes pixels as JPEG, 4:2:0, grey as grey, without metadata. */
export function encodeJpeg(page: DrawnPixels, quality = 82): Promise<Buffer> {
  const drawn = sharp(page.data, { raw: { width: page.width, height: page.height, channels: page.channels } });
  return (page.channels === 4 ? drawn.removeAlpha() : drawn)
    .toColourspace(page.channels === 1 ? 'b-w' : 'srgb')
    .jpeg({ quality, chromaSubsampling: '4:2:0', optimiseCoding: false })
    .toBuffer();
}
