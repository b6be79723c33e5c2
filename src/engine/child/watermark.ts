import sharp from 'sharp';
import type { Box } from '#domain/findings/facts.ts';
import type { FileType } from '#domain/pieces/file-type.ts';
import type { PageImage } from '#ports/document-engine.ts';
import { findCodes } from './codes.ts';
import { CELL_SHIFT, inkOf, type InkMap } from './ink-map.ts';
import { withoutMargins } from './margins.ts';
import { COPY_LIMITS, eachDrawnPage, encodeJpeg, isTall, type DrawnPixels } from './page-pixels.ts';

const ANGLE = -25;
/** Lines of the mark on a page: ten at least, also where a page is smaller than the mask it shares. */
const LINES = 13;
const LINES_DRAWN = 18;
/** Strength of black in the body of the letters and in the halo around them; with the dots, letters are about as dark as grey at 35 %. */
const BODY = 0.12;
const HALO = 0.12;
/** No darker than this beside the ink of the paper, of 255: what is printed stays sharp, and reading by machine takes it for white. */
const PALE = 12;
const HOLE_MARGIN = 20;
const OVERSIZE = 1.15;
const LINE_LETTERS = 128;

/**
 * True for one pixel in five, none of which touches another. Letters made of black dots weigh as little as grey ones, no clip takes the
 * dots and leaves the paper's own letters, and each is too small to be taken for a letter by a machine that reads.
 */
const isDot = (x: number, y: number) => (x + 2 * y) % 5 === 0;

/** The pixels that the mark darkens, one in five of them all; larger than the page so that each page shows another window of it. */
export interface Mask {
  readonly width: number;
  readonly height: number;
  /** Where each row begins in the two lists below; one more place for the end of the last. */
  readonly rows: Uint32Array;
  /** From left to right in each row. */
  readonly columns: Uint16Array;
  /** Of black, 1–255. */
  readonly strengths: Uint8Array;
}

const escapeXml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Draws the mark of a text for pages of a size: slanted lines of dotted letters over a blurred copy of themselves. */
export async function drawMask(text: string, pageWidth: number, pageHeight: number): Promise<Mask> {
  const [width, height] = [Math.ceil(pageWidth * OVERSIZE), Math.ceil(pageHeight * OVERSIZE)];
  const fontSize = Math.max(10, Math.round((28 * Math.min(pageWidth, 1.2 * pageHeight)) / 1240));
  const diagonal = Math.hypot(width, height);
  const slant = (Math.abs(ANGLE) * Math.PI) / 180;
  const spacing = (pageWidth * Math.sin(slant) + pageHeight * Math.cos(slant)) / LINES;
  const repeated = Array.from({ length: Math.ceil(LINE_LETTERS / (text.length + 6)) + 2 }, () => text).join('      ');
  const lines = Array.from({ length: LINES_DRAWN }, (_, index) => {
    const y = (index - LINES_DRAWN / 2) * spacing;
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
  const rows = new Uint32Array(height + 1);
  const columns = new Uint16Array(width * height);
  const strengths = new Uint8Array(width * height);
  let count = 0;
  for (let y = 0, at = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1, at += 1) {
      const letter = letters[at] ?? 0;
      const strength = isDot(x, y) && letter > 0 ? letter : Math.min(255, Math.round(BODY * letter + HALO * (small[at] ?? 0)));
      if (strength === 0) continue;
      columns[count] = x;
      strengths[count] = strength;
      count += 1;
    }
    rows[y + 1] = count;
  }
  return { width, height, rows, columns: columns.slice(0, count), strengths: strengths.slice(0, count) };
}

const isSame = (one: Mask, other: Mask): boolean =>
  one.columns.length === other.columns.length && one.columns.every((column, index) => column === other.columns[index]);

/**
 * True when the mark of a text is made of its letters. Without usable fonts every letter is drawn as the same box, or as nothing, without
 * any error: then the masks of two texts of one length are alike.
 */
export async function marksAreDrawn(): Promise<boolean> {
  const [one, other] = await Promise.all(['ABCDEFGH 0123', 'STUVWXYZ 4567'].map((text) => drawMask(text, 400, 300)));
  return one !== undefined && other !== undefined && one.columns.length > 0 && !isSame(one, other);
}

/** Lays a window of the mark on pixels, in place, leaving the holes clean; beside the ink of the paper it is pale. */
export function blend(page: DrawnPixels, mask: Mask, random: () => number, holes: readonly Box[]): void {
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
  const ink = inkOf(page);
  for (let row = 0; row < page.height; row += 1) {
    const [from, to] = [mask.rows[top + row] ?? 0, mask.rows[top + row + 1] ?? 0];
    for (const [start, end] of inkedRuns(clean, row, page.width)) {
      const marks = [firstFrom(mask.columns, from, to, left + start), firstFrom(mask.columns, from, to, left + end)] as const;
      blendRow(page, row, left, mask, marks, ink);
    }
  }
}

/** The first place from `low` to `high` of an ascending list whose value is at least `least`; `high` when there is none. */
function firstFrom(ascending: Uint16Array, low: number, high: number, least: number): number {
  let [from, to] = [low, high];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((ascending[middle] as number) < least) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** The parts of a row that lie outside every hole, as `[start, end)` columns. */
function inkedRuns(
  holes: readonly (readonly [number, number, number, number])[],
  row: number,
  width: number,
): readonly (readonly [number, number])[] {
  let runs: (readonly [number, number])[] = [[0, width]];
  for (const [x0, y0, x1, y1] of holes) {
    if (row < y0 || row > y1) continue;
    const [hole, after] = [Math.max(0, Math.ceil(x0)), Math.min(width, Math.floor(x1) + 1)];
    runs = runs.flatMap(([start, end]): (readonly [number, number])[] =>
      after <= start || hole >= end
        ? [[start, end]]
        : [[start, Math.min(hole, end)] as const, [Math.max(after, start), end] as const].filter(([a, b]) => a < b),
    );
  }
  return runs;
}

/** The loop that the marked pixels of every copy go through, written for the two shapes of pixels. The mark is black. */
function blendRow(
  { data, width, channels }: DrawnPixels,
  row: number,
  left: number,
  { columns, strengths }: Mask,
  [first, end]: readonly [number, number],
  ink: InkMap,
): void {
  const [start, cells] = [row * width, (row >> CELL_SHIFT) * ink.columns];
  for (let mark = first; mark < end; mark += 1) {
    const column = (columns[mark] as number) - left;
    let strength = strengths[mark] as number;
    if (strength > PALE && ink.near[cells + (column >> CELL_SHIFT)] === 1) strength = PALE;
    const rest = 255 - strength;
    const to = (start + column) * channels;
    data[to] = ((data[to] as number) * rest + 255) >> 8;
    if (channels === 1) continue;
    data[to + 1] = ((data[to + 1] as number) * rest + 255) >> 8;
    data[to + 2] = ((data[to + 2] as number) * rest + 255) >> 8;
  }
}

const masks = new Map<string, Promise<Mask>>();
const MASKS_KEPT = 4;
/** Pages of nearly the same size use the same mask: scans of one file differ by a few pixels. */
const SIZE_STEP = 256;

/** The mask of a text, for pages of about this size, kept for the pages that follow. */
function maskFor(text: string, page: DrawnPixels): Promise<Mask> {
  const [width, height] = [page.width, page.height].map((side) => Math.ceil(side / SIZE_STEP) * SIZE_STEP) as [number, number];
  const key = `${width}x${height} ${text}`;
  const known = masks.get(key);
  if (known) return known;
  if (masks.size >= MASKS_KEPT) masks.delete(masks.keys().next().value ?? '');
  const made = drawMask(text, width, height);
  masks.set(key, made);
  return made;
}

const A4_RATIO = 1.414;
/** How far from its place a cut may be moved to fall between two lines of text, and how much two slices have in common. */
const CUT_SEARCH = 0.08;
const OVERLAP = 0.03;

/** How much a row varies: 0 between two lines of text, much within one. */
function unrestOf(page: DrawnPixels, row: number): number {
  const { data, width, channels } = page;
  let [least, most] = [255, 0];
  for (let at = row * width * channels, end = at + width * channels; at < end; at += channels) {
    const value = data[at] as number;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return most - least;
}

/** The calmest row near a place, the nearest of several that are as calm. */
function calmRow(page: DrawnPixels, place: number, reach: number): number {
  let best = { row: place, unrest: unrestOf(page, place) };
  for (let away = 1; away <= reach && best.unrest > 0; away += 1)
    for (const row of [place - away, place + away]) {
      const unrest = row < page.height ? unrestOf(page, row) : Infinity;
      if (unrest < best.unrest) best = { row, unrest };
    }
  return best.row;
}

/** A tall screenshot is cut into pages of A4 shape, between two lines of text where there is such a place; other pages stay whole. */
export function slicesOf(page: DrawnPixels): readonly DrawnPixels[] {
  if (!isTall(page)) return [page];
  const height = Math.round(page.width * A4_RATIO);
  const row = page.width * page.channels;
  const slices: DrawnPixels[] = [];
  for (let from = 0; from < page.height;) {
    const rest = page.height - from;
    const to =
      rest <= height ? page.height : calmRow(page, from + Math.round(height * (1 - CUT_SEARCH)), Math.round(height * CUT_SEARCH));
    slices.push({ ...page, height: to - from, data: Buffer.from(page.data.subarray(from * row, to * row)) });
    from = to === page.height ? to : to - Math.round(height * OVERLAP);
  }
  return slices;
}

/** Codes together leave at most this of a page clean: what passes for a code must not leave a page without its mark. */
const MOST_CLEAN = 0.25;

function smallHoles(boxes: readonly Box[]): readonly Box[] {
  let clean = 0;
  return boxes.filter(([, , width, height]) => {
    const share = Math.abs(width * height);
    if (clean + share > MOST_CLEAN) return false;
    clean += share;
    return true;
  });
}

/** Watermarked pages of a file, as JPEG. A page that cannot be drawn fails the copy: none is left out silently. */
export async function watermark(
  input: {
    bytes: Uint8Array;
    type: FileType;
    text: string;
    holes: readonly { page: number; box: Box }[] | null;
    cropped?: boolean;
  },
  random: () => number = Math.random,
): Promise<readonly PageImage[] | 'engine.failed'> {
  const done: PageImage[] = [];
  let failed = false;
  const problem = await eachDrawnPage(input, COPY_LIMITS, async (drawn, index) => {
    if (!drawn) {
      failed = true;
      return;
    }
    const whole = input.cropped ? withoutMargins(drawn) : drawn;
    const slices = slicesOf(whole);
    for (const page of slices) {
      // Boxes are of the whole page: a part of it looks for its codes itself.
      const known = slices.length === 1 && whole === drawn ? input.holes : null;
      const holes = known
        ? known.filter((hole) => hole.page === index).map((hole) => hole.box)
        : (await findCodes(page)).map((code) => code.box);
      blend(page, await maskFor(input.text, page), random, smallHoles(holes));
      done.push({ jpeg: await encodeJpeg(page), width: page.width, height: page.height });
    }
  });
  return problem !== null || failed || done.length === 0 ? 'engine.failed' : done;
}
