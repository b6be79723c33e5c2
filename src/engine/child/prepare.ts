import sharp, { type Sharp } from 'sharp';
import type { FileType } from '#domain/pieces/file-type.ts';
import type { IntakeCode } from '#domain/pieces/intake.ts';
import type { Prepared } from '#ports/document-engine.ts';
import { heicToJpeg, imageFacts, isTooLarge, openImage } from './images.ts';
import { opening } from './opening.ts';
import { soleJpegOf } from './page-pixels.ts';
import { openPdf, type OpenPdf } from './pdfium.ts';

const PREVIEW_WIDTH = 300;
const PREVIEW_QUALITY = 80;
const MAX_PREVIEW_HEIGHT = 1200;

/** Opens a file for the first time: can it be opened, how many pages, what does it look like. */
export async function prepare(input: {
  bytes: Uint8Array;
  type: FileType;
  maxPages: number;
  password?: string;
}): Promise<Prepared | IntakeCode> {
  switch (input.type) {
    case 'pdf':
      return preparePdf(input);
    case 'heic': {
      const jpeg = await heicToJpeg(input.bytes);
      if (typeof jpeg === 'string') return jpeg;
      const prepared = await prepareImage(jpeg, input.maxPages);
      return typeof prepared === 'string' ? prepared : { ...prepared, working: { bytes: jpeg, type: 'jpeg' } };
    }
    default:
      return prepareImage(input.bytes, input.maxPages);
  }
}

async function prepareImage(bytes: Uint8Array, maxPages: number): Promise<Prepared | IntakeCode> {
  const facts = await imageFacts(bytes);
  if (typeof facts === 'string') return facts;
  if (facts.pages > maxPages) return 'too_many_pages';
  try {
    return { pages: facts.pages, preview: await previewOf(openImage(bytes)), working: null };
  } catch {
    return 'corrupt';
  }
}

async function preparePdf(input: { bytes: Uint8Array; maxPages: number; password?: string }): Promise<Prepared | IntakeCode> {
  let pdf = await openPdf(input.bytes);
  let unlocked: Uint8Array | null = null;
  if (pdf === 'password_protected' && input.password) {
    const opened = await openPdf(input.bytes, input.password);
    if (opened === 'password_protected') return 'wrong_password';
    if (typeof opened === 'string') return opened;
    unlocked = opened.unlocked();
    opened.close();
    if (!unlocked) return 'corrupt';
    pdf = await openPdf(unlocked);
  }
  if (typeof pdf === 'string') return pdf;
  try {
    const pages = pdf.countPages(input.maxPages + 1);
    if (pages === 0) return 'corrupt';
    if (pages > input.maxPages) return 'too_many_pages';
    // Before anything is drawn: decoding such an image takes all the time that a page has, again at each step.
    for (let page = 0; page < pages; page += 1) if (pdf.imageSizes(page).some(isTooLarge)) return 'image_too_large';
    const open = pdf;
    const preview = await opening(() => firstPage(open));
    if (!preview) return 'corrupt';
    return { pages, preview, working: unlocked ? { bytes: unlocked, type: 'pdf' } : null };
  } finally {
    pdf.close();
  }
}

/** The first page, small; `null` when it cannot be drawn. */
async function firstPage(pdf: OpenPdf): Promise<Buffer | null> {
  const sole = await soleJpegOf(pdf, 0);
  const decoded = sole && (await previewOf(openImage(sole.bytes)).catch(() => null));
  if (decoded) return decoded;
  const size = pdf.pageSize(0);
  const ratio = size && size.width > 0 ? size.height / size.width : 1;
  const height = Math.round(Math.min(MAX_PREVIEW_HEIGHT, Math.max(20, PREVIEW_WIDTH * ratio)));
  const drawn = pdf.render(0, PREVIEW_WIDTH, height);
  if (!drawn) return null;
  return previewOf(sharp(drawn.pixels, { raw: { width: drawn.width, height: drawn.height, channels: 4 } }).removeAlpha());
}

const previewOf = (picture: Sharp): Promise<Buffer> =>
  picture
    .resize({ width: PREVIEW_WIDTH, height: MAX_PREVIEW_HEIGHT, fit: 'inside' })
    .jpeg({ quality: PREVIEW_QUALITY })
    .toBuffer();
