import { PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import sharp from 'sharp';

const COLUMNS = 3;
const ROWS = 4;
/** Parts of a page that are looked at one by one. */
export const PARTS = COLUMNS * ROWS;

/** Paper in the original, clearly darker in the copy. */
const PAPER = 230;
const DARKENED = 60;
/** So many of a tile's pixels at least belong to the mark: a line of it crosses every tile. */
const LEAST_SHARE = 0.005;

/** Pictures of the pages of a bound dossier, as they were embedded. */
export async function picturesIn(pdf: Uint8Array): Promise<Buffer[]> {
  const document = await PDFDocument.load(pdf);
  return document.context
    .enumerateIndirectObjects()
    .flatMap(([, object]) =>
      object instanceof PDFRawStream && object.dict.get(PDFName.of('Filter')) === PDFName.of('DCTDecode')
        ? [Buffer.from(object.contents)]
        : [],
    );
}

/**
 * How many parts of a page bear no mark: where no white paper of the original has become dark.
 * @param copy JPEG of a page as a landlord gets it
 * @param original JPEG of the same page, upright, without mark
 */
export async function partsWithoutMark(copy: Uint8Array, original: Uint8Array): Promise<number> {
  const { data, info } = await sharp(copy).greyscale().raw().toBuffer({ resolveWithObject: true });
  const { width, height } = info;
  const before = await sharp(original).greyscale().resize(width, height, { fit: 'fill' }).raw().toBuffer();
  const tiles = Array.from({ length: PARTS }, () => ({ paper: 0, marked: 0 }));
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const at = y * width + x;
      if (before[at]! < PAPER) continue;
      const tile = tiles[Math.floor((y * ROWS) / height) * COLUMNS + Math.floor((x * COLUMNS) / width)]!;
      tile.paper += 1;
      if (before[at]! - data[at]! >= DARKENED) tile.marked += 1;
    }
  return tiles.filter(({ paper, marked }) => marked < paper * LEAST_SHARE).length;
}
