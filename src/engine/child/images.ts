import sharp, { type Sharp } from 'sharp';
import type { IntakeCode } from '#domain/pieces/intake.ts';

/** Limits read from the header, before any decoding. */
export const MAX_PIXELS = 50_000_000;
export const MAX_SIDE = 25_000;
const MAX_HEIC_PIXELS = 24_000_000;

sharp.cache(false);
sharp.concurrency(1);

/** Opens an image upright, in sRGB, on white, without metadata. @param page of a TIFF @param grey as one byte a pixel, for images without colour */
export function openImage(bytes: Uint8Array, page = 0, grey = false): Sharp {
  return sharp(bytes, { limitInputPixels: MAX_PIXELS, page, failOn: 'none' })
    .rotate()
    .flatten({ background: '#ffffff' })
    .toColourspace(grey ? 'b-w' : 'srgb');
}

/** True when an image must not be decoded, on its own or in a page. */
export const isTooLarge = ({ width, height }: { readonly width: number; readonly height: number }): boolean =>
  width * height > MAX_PIXELS || Math.max(width, height) > MAX_SIDE;

export interface ImageFacts {
  /** Upright. */
  readonly width: number;
  readonly height: number;
  readonly pages: number;
  /** One byte a pixel, nothing transparent. */
  readonly grey: boolean;
  /** Its pixels lie as they are shown: its metadata ask for no turn. */
  readonly asStored: boolean;
}

/** Size and pages of an image from its header; a code when it must not be decoded. */
export async function imageFacts(bytes: Uint8Array): Promise<ImageFacts | Extract<IntakeCode, 'corrupt' | 'image_too_large'>> {
  try {
    const facts = await sharp(bytes, { limitInputPixels: false }).metadata();
    const { width = 0, height = 0 } = facts;
    if (width < 1 || height < 1) return 'corrupt';
    if (isTooLarge({ width, height })) return 'image_too_large';
    const grey = facts.space === 'b-w' && facts.depth === 'uchar' && !facts.hasAlpha;
    const orientation = facts.orientation ?? 1;
    const [upright, across] = orientation >= 5 ? [height, width] : [width, height];
    return { width: upright, height: across, pages: facts.pages ?? 1, grey, asStored: orientation === 1 };
  } catch {
    return 'corrupt';
  }
}

/** A JPEG made from an iPhone's HEIC or HEIF, at most 24 megapixels; upright already. */
export async function heicToJpeg(bytes: Uint8Array): Promise<Buffer | Extract<IntakeCode, 'corrupt' | 'image_too_large'>> {
  const { default: decode } = await import('heic-decode');
  let images: Awaited<ReturnType<typeof decode.all>>;
  try {
    images = await decode.all({ buffer: bytes });
  } catch {
    return 'corrupt';
  }
  try {
    const first = images[0];
    if (!first) return 'corrupt';
    if (first.width * first.height > MAX_HEIC_PIXELS) return 'image_too_large';
    const { data, width, height } = await first.decode();
    return await sharp(Buffer.from(data.buffer, data.byteOffset, data.byteLength), { raw: { width, height, channels: 4 } })
      .removeAlpha()
      .jpeg({ quality: 90 })
      .toBuffer();
  } catch {
    return 'corrupt';
  } finally {
    images.dispose();
  }
}
