import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { init, type WrappedPdfiumModule } from '@embedpdf/pdfium';
import { PDF } from '@libpdf/core';
import sharp, { type Sharp } from 'sharp';

/** How a paper lost its text on the way through a scanner or a phone. */
export interface Scanning {
  /** Dots per inch of the scanner. */
  readonly dpi?: number;
  /** JPEG quality, 1 to 100. */
  readonly quality?: number;
  /** The page stands so many times in the file. */
  readonly pages?: number;
  /** Degrees, clockwise. */
  readonly skew?: number;
  /** Standard deviation of a blur, in pixels. */
  readonly blur?: number;
}

const A4 = { width: 595, height: 842 } as const;
/** Before specimens are judged, whenever they are made. */
const SCANNED_AT = new Date('2026-11-20T08:00:00Z');
let loading: Promise<WrappedPdfiumModule> | undefined;

function pdfium(): Promise<WrappedPdfiumModule> {
  loading ??= (async () => {
    const wasm = await readFile(createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm'));
    const loaded = await init({ wasmBinary: wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength) });
    loaded.PDFiumExt_Init();
    return loaded;
  })();
  return loading;
}

/** Draws the first page of a made-up paper. */
async function drawn(pdf: Uint8Array, dpi: number): Promise<Sharp> {
  const lib = await pdfium();
  const heap = () => (lib.pdfium as unknown as { HEAPU8: Uint8Array }).HEAPU8;
  const [width, height] = [Math.round((A4.width * dpi) / 72), Math.round((A4.height * dpi) / 72)];
  const at = lib.pdfium.wasmExports.malloc(pdf.length);
  heap().set(pdf, at);
  const doc = lib.FPDF_LoadMemDocument(at, pdf.length, '');
  const page = lib.FPDF_LoadPage(doc, 0);
  const bitmap = lib.FPDFBitmap_CreateEx(width, height, 3, 0, 0);
  lib.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xffffffff);
  lib.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, 0x10);
  const pointer = lib.FPDFBitmap_GetBuffer(bitmap);
  const pixels = Buffer.from(heap().slice(pointer, pointer + width * height * 4));
  lib.FPDFBitmap_Destroy(bitmap);
  lib.FPDF_ClosePage(page);
  lib.FPDF_CloseDocument(doc);
  lib.pdfium.wasmExports.free(at);
  return sharp(pixels, { raw: { width, height, channels: 4 } }).removeAlpha();
}

/** The first page of a made-up paper as a photograph of it: JPEG. */
export async function photographed(
  pdf: Uint8Array,
  { dpi = 150, quality = 75, skew = 0, blur = 0 }: Scanning = {},
): Promise<Buffer> {
  let picture = await drawn(pdf, dpi);
  if (skew !== 0) picture = picture.rotate(skew, { background: '#f4f2ee' });
  if (blur > 0) picture = picture.blur(blur);
  return picture.jpeg({ quality }).toBuffer();
}

/** The first page of a made-up paper as a scanner gives it: a PDF whose pages are one JPEG each, without text. */
export async function scanned(pdf: Uint8Array, scanning: Scanning = {}): Promise<Uint8Array> {
  const jpeg = await photographed(pdf, scanning);
  const out = PDF.create();
  for (let count = scanning.pages ?? 1; count > 0; count -= 1)
    out.addPage(A4).drawImage(out.embedImage(jpeg), { x: 0, y: 0, ...A4 });
  out.setCreationDate(SCANNED_AT);
  out.setModificationDate(SCANNED_AT);
  return out.save();
}
