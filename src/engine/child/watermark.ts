import sharp from 'sharp';
import type { Box } from '#domain/findings/facts.ts';
import type { FileType } from '#domain/pieces/file-type.ts';
import type { PageImage } from '#ports/document-engine.ts';
import { findCodes } from './codes.ts';
import { COPY_LIMITS, eachPage, encodeJpeg, isTall, type PagePixels } from './page-pixels.ts';

const ANGLE = -25;
const OPACITY = 0.35;
const HALO_SHARE = 0.5;
const INK = 40;
const HOLE_MARGIN = 20;
const OVERSIZE = 1.15;
const LINE_LETTERS = 128;

/** Coverage of the mark, one byte a pixel, larger than the page so that each page shows another window of it. */
export interface Mask {
  readonly data: Buffer;
  readonly width: number;
  readonly height: number;
}

const escapeXml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Draws the mark of a text for pages of a size: slanted lines over a blurred copy of themselves, which defeats colour thresholds. */
export async function drawMask(text: string, pageWidth: number, pageHeight: number): Promise<Mask> {
  const [width, height] = [Math.ceil(pageWidth * OVERSIZE), Math.ceil(pageHeight * OVERSIZE)];
  const fontSize = Math.max(10, Math.round((28 * Math.min(pageWidth, 1.2 * pageHeight)) / 1240));
  const diagonal = Math.hypot(width, height);
  const spacing = diagonal / 16;
  const repeated = Array.from({ length: Math.ceil(LINE_LETTERS / (text.length + 6)) + 2 }, () => text).join('      ');
  const lines = Array.from({ length: 18 }, (_, index) => {
    const y = (index - 9) * spacing;
    return `<text x="${-diagonal * 0.55 - (index % 3) * fontSize * 6}" y="${y}">${escapeXml(repeated)}</text>`;
  }).join('');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="black"/><g transform="translate(${width / 2} ${height / 2}) rotate(${ANGLE})" fill="white" font-family="Noto Sans, Noto Sans Arabic, Noto Sans SC" font-weight="600" font-size="${fontSize}" xml:space="preserve">${lines}</g></svg>`;
  const letters = await sharp(Buffer.from(svg)).extractChannel(0).raw().toBuffer();
  const small = await sharp(letters, { raw: { width, height, channels: 1 } })
    .resize({ width: Math.ceil(width / 4), height: Math.ceil(height / 4), fit: 'fill' })
    .blur(4.5)
    .resize({ width, height, fit: 'fill', kernel: 'linear' })
    .extractChannel(0)
    .raw()
    .toBuffer();
  const data = Buffer.allocUnsafe(width * height);
  for (let at = 0; at < data.length; at += 1) {
    const strength = OPACITY * (letters[at] ?? 0) + OPACITY * HALO_SHARE * (small[at] ?? 0);
    data[at] = Math.min(255, Math.round(strength));
  }
  return { data, width, height };
}

/** Lays a window of the mark on pixels, in place, leaving the holes clean. */
export function blend(page: PagePixels, mask: Mask, random: () => number, holes: readonly Box[]): void {
  const left = Math.floor(random() * Math.max(1, mask.width - page.width));
  const top = Math.floor(random() * Math.max(1, mask.height - page.height));
  const clean = holes.map(
    ([x, y, w, h]) =>
      [
        x * page.width - HOLE_MARGIN,
        y * page.height - HOLE_MARGIN,
        (x + w) * page.width + HOLE_MARGIN,
        (y + h) * page.height + HOLE_MARGIN,
      ] as const,
  );
  const { data, channels } = page;
  for (let row = 0; row < page.height; row += 1) {
    const rowHoles = clean.filter(([, y0, , y1]) => row >= y0 && row <= y1);
    let from = (top + row) * mask.width + left;
    let to = row * page.width * channels;
    for (let column = 0; column < page.width; column += 1, from += 1, to += channels) {
      const strength = mask.data[from] ?? 0;
      if (strength === 0 || (rowHoles.length > 0 && rowHoles.some(([x0, , x1]) => column >= x0 && column <= x1))) continue;
      const rest = 255 - strength;
      const ink = INK * strength;
      for (let channel = 0; channel < channels; channel += 1)
        data[to + channel] = ((data[to + channel] ?? 0) * rest + ink + 127) >> 8;
    }
  }
}

const masks = new Map<string, Promise<Mask>>();
const MASKS_KEPT = 2;

/** The mask of a text and size, kept for the pages that follow. */
function maskFor(text: string, page: PagePixels): Promise<Mask> {
  const key = `${page.width}x${page.height} ${text}`;
  const known = masks.get(key);
  if (known) return known;
  if (masks.size >= MASKS_KEPT) masks.delete(masks.keys().next().value ?? '');
  const made = drawMask(text, page.width, page.height);
  masks.set(key, made);
  return made;
}

/** A tall screenshot is cut into pages of A4 shape; other pages stay whole. */
function slices(page: PagePixels): readonly PagePixels[] {
  if (!isTall(page)) return [page];
  const height = Math.round(page.width * 1.414);
  const step = Math.round(height * 0.97);
  const row = page.width * page.channels;
  const count = Math.ceil((page.height - height) / step) + 1;
  return Array.from({ length: count }, (_, index) => {
    const from = Math.min(index * step, Math.max(0, page.height - height));
    const rows = Math.min(height, page.height - from);
    return { ...page, height: rows, data: Buffer.from(page.data.subarray(from * row, (from + rows) * row)) };
  });
}

/** Watermarked pages of a file, as JPEG. A page that cannot be drawn fails the copy: none is left out silently. */
export async function watermark(
  input: { bytes: Uint8Array; type: FileType; text: string; holes: readonly { page: number; box: Box }[] | null },
  random: () => number = Math.random,
): Promise<readonly PageImage[] | 'engine.failed'> {
  const done: PageImage[] = [];
  let failed = false;
  const limits = { ...COPY_LIMITS };
  const problem = await eachPage(input, limits, async (whole, index) => {
    if (!whole) {
      failed = true;
      return;
    }
    for (const page of slices(whole)) {
      const holes = input.holes
        ? input.holes.filter((hole) => hole.page === index).map((hole) => hole.box)
        : (await findCodes(page)).map((code) => code.box);
      blend(page, await maskFor(input.text, page), random, holes);
      done.push({ jpeg: await encodeJpeg(page), width: page.width, height: page.height });
    }
  });
  return problem !== null || failed || done.length === 0 ? 'engine.failed' : done;
}
