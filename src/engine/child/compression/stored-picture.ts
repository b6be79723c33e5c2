import sharp from 'sharp';
import type { Box } from '#domain/findings/facts.ts';
import type { FileType } from '#domain/pieces/file-type.ts';
import { openPdf } from '../pdfium.ts';
import type { Brightness } from './blocks.ts';
import { readJpegHeader, type JpegHeader } from './jpeg-header.ts';

/** A JPEG as its file has it: never turned, scaled or coloured anew, which would hide how it was compressed. */
export interface StoredPicture {
  /** 0-based page of the file. */
  readonly page: number;
  readonly jpeg: Uint8Array;
  readonly header: JpegHeader;
}

/**
 * The JPEG of each page that is nothing else: the file itself, or the picture of a scanned page. Other pages have none.
 * @param pages how many are looked at, from the first one; or only one
 */
export async function storedPictures(
  bytes: Uint8Array,
  type: FileType,
  pages: { readonly first: number } | { readonly only: number },
): Promise<readonly StoredPicture[]> {
  if (type !== 'jpeg' && type !== 'pdf') return [];
  if (type === 'jpeg') return 'only' in pages && pages.only !== 0 ? [] : named(0, bytes);
  const pdf = await openPdf(bytes);
  if (typeof pdf === 'string') return [];
  try {
    const asked = 'only' in pages ? [pages.only] : Array.from({ length: pdf.countPages(pages.first) }, (_, page) => page);
    return asked.flatMap((page) => {
      const jpeg = pdf.soleJpeg(page);
      return jpeg ? named(page, jpeg) : [];
    });
  } finally {
    pdf.close();
  }
}

function named(page: number, jpeg: Uint8Array): readonly StoredPicture[] {
  const header = readJpegHeader(jpeg);
  return header ? [{ page, jpeg, header }] : [];
}

/** Shares of red, green and blue in the brightness of a JPEG. Source: ITU-T T.871. */
const [RED, GREEN, BLUE] = [0.299, 0.587, 0.114];

/** Brightness of a stored picture, before any profile of colours; `null` when it cannot be decoded. @param most pixels; larger ones are not decoded */
export async function brightnessOf({ jpeg, header }: StoredPicture, most: number): Promise<Brightness | null> {
  if (header.width * header.height > most) return null;
  const decoded = await sharp(jpeg, { limitInputPixels: most, failOn: 'none', ignoreIcc: true })
    .raw()
    .toBuffer({ resolveWithObject: true })
    .catch(() => null);
  if (!decoded || (decoded.info.channels !== 1 && decoded.info.channels !== 3)) return null;
  const { data, info } = decoded;
  const count = info.width * info.height;
  const brightness = new Float32Array(count);
  if (info.channels === 1) brightness.set(data);
  else
    for (let at = 0, from = 0; at < count; at += 1, from += 3)
      brightness[at] = RED * (data[from] as number) + GREEN * (data[from + 1] as number) + BLUE * (data[from + 2] as number);
  return { data: brightness, width: info.width, height: info.height };
}

/** How a viewer turns a stored picture: the orientation that its EXIF says, 1 to 8. */
export async function orientationOf({ jpeg }: StoredPicture): Promise<number> {
  const facts = await sharp(jpeg, { limitInputPixels: false })
    .metadata()
    .catch(() => null);
  return facts?.orientation ?? 1;
}

/** A box of a stored picture on the picture as it is shown. Source of the eight turns: EXIF 2.32, tag 0x0112. */
export function shownBox([x, y, width, height]: Box, orientation: number): Box {
  const [right, bottom] = [1 - x - width, 1 - y - height];
  switch (orientation) {
    case 2:
      return [right, y, width, height];
    case 3:
      return [right, bottom, width, height];
    case 4:
      return [x, bottom, width, height];
    case 5:
      return [y, x, height, width];
    case 6:
      return [bottom, x, height, width];
    case 7:
      return [bottom, right, height, width];
    case 8:
      return [y, right, height, width];
    default:
      return [x, y, width, height];
  }
}
