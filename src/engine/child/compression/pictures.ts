import sharp from 'sharp';
import type { CompressionPicture } from '#domain/findings/compression-pictures.ts';
import type { FileType } from '#domain/pieces/file-type.ts';
import { BLOCK, type Brightness } from './blocks.ts';
import { formerSteps } from './former-steps.ts';
import { readJpegHeader } from './jpeg-header.ts';
import { blockHistory } from './odd-zones.ts';
import { brightnessOf, orientationOf, storedPictures, type StoredPicture } from './stored-picture.ts';

/** A phone's usual photograph; larger ones would take memory that previews need. */
const MOST_PIXELS = 13_000_000;
const MOST_WIDTH = 1400;

/** A map of a picture, one grey value or one colour for each of its pixels or blocks. */
interface Drawing {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 3;
}

/** Draws how one page was compressed, upright; `null` when it is no JPEG, or too large. Nothing of it is kept. */
export async function compressionPicture(
  bytes: Uint8Array,
  type: FileType,
  page: number,
  which: CompressionPicture,
): Promise<{ readonly jpeg: Buffer; readonly size: { readonly width: number; readonly height: number } } | null> {
  const [picture] = await storedPictures(bytes, type, { only: page });
  const brightness = picture && (await brightnessOf(picture, MOST_PIXELS));
  if (!brightness) return null;
  const drawing =
    which === 'levels'
      ? await levelsOf(picture, brightness)
      : which === 'noise'
        ? noiseOf(brightness)
        : historyOf(brightness, picture.header.steps);
  if (!drawing) return null;
  const width = Math.min(MOST_WIDTH, brightness.width);
  const { data, width: wide, height: high, channels } = drawing;
  const scaled = await sharp(data, { raw: { width: wide, height: high, channels } })
    .resize({
      width,
      height: Math.round((width * brightness.height) / brightness.width),
      fit: 'fill',
      kernel: wide < brightness.width ? 'nearest' : 'lanczos3',
    })
    .jpeg({ quality: 92, chromaSubsampling: '4:4:4' })
    .withMetadata({ orientation: await orientationOf(picture) })
    .toBuffer();
  // Turned by its own note, as pages are: then both stand the same way up.
  const { data: jpeg, info } = await sharp(scaled).rotate().jpeg({ quality: 85 }).toBuffer({ resolveWithObject: true });
  return { jpeg, size: { width: info.width, height: info.height } };
}

/** Qualities of the compression that is made to see what it changes; the one of the file itself would change nothing. */
const LEVEL_QUALITIES = [85, 75] as const;
/** Share of a map that may be drawn white: a few bright points must not leave the rest in the dark. */
const WHITE_SHARE = 0.003;

/** Grey values of a map, brightest where its numbers are largest. */
function contrasted(values: Float32Array): Uint8Array {
  const white = Float32Array.from(values).sort()[Math.floor((values.length - 1) * (1 - WHITE_SHARE))] ?? 0;
  return Uint8Array.from(values, (value) => Math.min(255, (255 * value) / Math.max(1, white)));
}

/** What one more compression changes: what was compressed less often, or never, does not change like the rest. */
async function levelsOf(picture: StoredPicture, before: Brightness): Promise<Drawing | null> {
  for (const quality of LEVEL_QUALITIES) {
    const jpeg = await sharp(picture.jpeg, { limitInputPixels: MOST_PIXELS, failOn: 'none', ignoreIcc: true })
      .jpeg({ quality })
      .toBuffer();
    if (readJpegHeader(jpeg)?.steps.every((step, index) => step === picture.header.steps[index])) continue;
    const after = await brightnessOf({ ...picture, jpeg }, MOST_PIXELS);
    if (!after) return null;
    const changed = before.data.map((value, at) => Math.abs(value - (after.data[at] as number)));
    return { data: contrasted(changed), width: before.width, height: before.height, channels: 1 };
  }
  return null;
}

/**
 * Noise of each block: paper that was photographed has some everywhere, figures drawn on it by a program have none.
 * Source: Immerkær, Fast noise variance estimation, 1996.
 */
function noiseOf({ data, width, height }: Brightness): Drawing {
  const [columns, rows] = [Math.max(1, Math.floor(width / BLOCK)), Math.max(1, Math.floor(height / BLOCK))];
  const noise = new Float32Array(columns * rows);
  const at = (x: number, y: number) => data[Math.min(height - 1, y) * width + Math.min(width - 1, x)] as number;
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < columns; column += 1) {
      let sum = 0;
      for (let y = row * BLOCK + 1; y < (row + 1) * BLOCK - 1; y += 1)
        for (let x = column * BLOCK + 1; x < (column + 1) * BLOCK - 1; x += 1)
          sum += Math.abs(
            at(x - 1, y - 1) -
              2 * at(x, y - 1) +
              at(x + 1, y - 1) -
              2 * at(x - 1, y) +
              4 * at(x, y) -
              2 * at(x + 1, y) +
              at(x - 1, y + 1) -
              2 * at(x, y + 1) +
              at(x + 1, y + 1),
          );
      // Square roots bring paper's grain and the edges of letters closer together.
      noise[row * columns + column] = Math.sqrt((sum * Math.sqrt(Math.PI / 2)) / (6 * (BLOCK - 2) ** 2));
    }
  return { data: contrasted(noise), width: columns, height: rows, channels: 1 };
}

/** Score at which a block is drawn in full colour. */
const FULL_SCORE = 6;
/** Black of the page below, from 0 to 255. */
const PALE = 90;
/** How much of a colour hides the page below it. */
const TINT = 0.6;

/** Over the page, made paler: blue where a block went through the former compression, red where only through the last one. */
function historyOf({ data: page, width, height }: Brightness, steps: readonly number[]): Drawing {
  const former = formerSteps({ data: page, width, height }, steps);
  const history = former && blockHistory({ data: page, width, height }, former);
  const data = new Uint8Array(width * height * 3);
  for (let y = 0, at = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1, at += 1) {
      const [column, row] = [Math.floor(x / BLOCK), Math.floor(y / BLOCK)];
      const inside = history !== null && column < history.columns && row < history.rows;
      const score = inside ? (history.score[row * history.columns + column] as number) : 0;
      const share = TINT * Math.min(1, Math.abs(score) / FULL_SCORE);
      const pale = (PALE + (page[at] as number) * (1 - PALE / 255)) * (1 - share);
      data[at * 3] = pale + (score > 0 ? 255 * share : 0);
      data[at * 3 + 1] = pale;
      data[at * 3 + 2] = pale + (score < 0 ? 255 * share : 0);
    }
  return { data, width, height, channels: 3 };
}
