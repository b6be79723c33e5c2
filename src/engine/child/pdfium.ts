import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { init, type WrappedPdfiumModule } from '@embedpdf/pdfium';

let loading: Promise<WrappedPdfiumModule> | undefined;

/** PDFium, loaded once per child. Its heap only grows: the parent replaces the child after some jobs. */
export function pdfium(): Promise<WrappedPdfiumModule> {
  loading ??= (async () => {
    const wasm = await readFile(createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm'));
    const loaded = await init({
      wasmBinary: wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength),
    });
    loaded.PDFiumExt_Init();
    return loaded;
  })();
  return loading;
}

/** Pixels as PDFium makes them: four bytes each, red first, the fourth unused. */
export interface RawPage {
  readonly pixels: Uint8Array;
  readonly width: number;
  readonly height: number;
}

export interface OpenPdf {
  /** Pages that really load, counted up to `limit`; never from `/Count`, which lies. */
  countPages(limit: number): number;
  /** Size in points, upright; `null` when the page cannot be loaded. */
  pageSize(page: number): { width: number; height: number } | null;
  /** Sizes in pixels of the images of a page, as they say of themselves: nothing is decoded. */
  imageSizes(page: number): readonly { width: number; height: number }[];
  /** Draws a page without comments and marks. */
  render(page: number, width: number, height: number): RawPage | null;
  /** The bytes of the JPEG when the page is nothing but one plain image, upright. */
  soleJpeg(page: number): Uint8Array | null;
  /** The same document without encryption. */
  unlocked(): Uint8Array | null;
  close(): void;
}

const ERROR_PASSWORD = 4;
const BGRX = 3;
const REVERSE_BYTE_ORDER = 0x10;
const WIDGET = 20;
const IMAGE_OBJECT = 3;
/** Grey or red, green, blue, bare or by a profile: of such pixels the decoder of JPEG says the same as the one of PDF. */
const PLAIN_COLOURS: ReadonlySet<number> = new Set([1, 2, 4, 5, 7]);
const PLAIN_BITS: ReadonlySet<number> = new Set([8, 24]);
const FORM_OBJECT = 5;
/** Drawings within drawings; deeper ones are left to the limit of time. */
const MOST_NESTED = 4;
/** Objects of a page that are looked at. */
const MOST_OBJECTS = 10_000;

/** A name of PDF, any of whose letters may be written as its number. */
const pdfName = (name: string) =>
  '/' + [...name].map((letter) => `(?:${letter}|#${letter.charCodeAt(0).toString(16)})`).join('') + '(?![A-Za-z#])';
/** What makes an image look otherwise than its own pixels. Dictionaries of images are never compressed. */
const CHANGES_PIXELS = new RegExp(['Decode', 'SMask', 'Mask'].map(pdfName).join('|'));

/** Opens a PDF. @returns why it cannot be opened: it asks for a password, or it is damaged */
export async function openPdf(bytes: Uint8Array, password = ''): Promise<OpenPdf | 'password_protected' | 'corrupt'> {
  const lib = await pdfium();
  const { malloc, free } = lib.pdfium.wasmExports;
  const heap = () => (lib.pdfium as unknown as { HEAPU8: Uint8Array }).HEAPU8;
  const at = malloc(bytes.length);
  if (at === 0) return 'corrupt';
  heap().set(bytes, at);
  const doc = lib.FPDF_LoadMemDocument(at, bytes.length, password);
  if (doc === 0) {
    const why = lib.FPDF_GetLastError();
    free(at);
    return why === ERROR_PASSWORD ? 'password_protected' : 'corrupt';
  }
  let changed: boolean | undefined;
  const withPage = <T>(index: number, work: (page: number) => T): T | null => {
    const page = lib.FPDF_LoadPage(doc, index);
    if (page === 0) return null;
    try {
      return work(page);
    } finally {
      lib.FPDF_ClosePage(page);
    }
  };
  const withBuffer = <T>(size: number, work: (pointer: number) => T): T | null => {
    const pointer = malloc(Math.max(1, size));
    if (pointer === 0) return null;
    try {
      return work(pointer);
    } finally {
      free(pointer);
    }
  };
  return {
    countPages: (limit) => {
      let count = 0;
      while (count < limit && withPage(count, () => true)) count += 1;
      return count;
    },
    pageSize: (index) =>
      withPage(index, (page) => ({ width: lib.FPDF_GetPageWidthF(page), height: lib.FPDF_GetPageHeightF(page) })),
    imageSizes: (index) =>
      withPage(index, (page) => {
        const sizes: { width: number; height: number }[] = [];
        let left = MOST_OBJECTS;
        const look = (object: number, depth: number): void => {
          if (object === 0 || (left -= 1) < 0) return;
          const type = lib.FPDFPageObj_GetType(object);
          if (type === IMAGE_OBJECT) sizes.push(pixelSize(object));
          else if (type === FORM_OBJECT && depth < MOST_NESTED)
            for (let at = 0, count = lib.FPDFFormObj_CountObjects(object); at < count && left > 0; at += 1)
              look(lib.FPDFFormObj_GetObject(object, at), depth + 1);
        };
        for (let at = 0, count = lib.FPDFPage_CountObjects(page); at < count && left > 0; at += 1)
          look(lib.FPDFPage_GetObject(page, at), 0);
        return sizes;
      }) ?? [],
    render: (index, width, height) =>
      withPage(index, (page) => {
        for (let annotation = lib.FPDFPage_GetAnnotCount(page) - 1; annotation >= 0; annotation -= 1) {
          const pointer = lib.FPDFPage_GetAnnot(page, annotation);
          const kept = pointer !== 0 && lib.FPDFAnnot_GetSubtype(pointer) === WIDGET;
          if (pointer !== 0) lib.FPDFPage_CloseAnnot(pointer);
          if (!kept) lib.FPDFPage_RemoveAnnot(page, annotation);
        }
        const bitmap = lib.FPDFBitmap_CreateEx(width, height, BGRX, 0, 0);
        if (bitmap === 0) return null;
        try {
          lib.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xffffffff);
          lib.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, REVERSE_BYTE_ORDER | 0x01);
          const pointer = lib.FPDFBitmap_GetBuffer(bitmap);
          const stride = lib.FPDFBitmap_GetStride(bitmap);
          const copied = heap().slice(pointer, pointer + stride * height);
          return { pixels: stride === width * 4 ? copied : tight(copied, stride, width, height), width, height };
        } finally {
          lib.FPDFBitmap_Destroy(bitmap);
        }
      }),
    soleJpeg: (index) =>
      withPage(index, (page) => {
        if (lib.FPDFPage_GetRotation(page) !== 0 || lib.FPDFPage_CountObjects(page) !== 1) return null;
        if (lib.FPDFPage_GetAnnotCount(page) > 0) return null;
        const object = lib.FPDFPage_GetObject(page, 0);
        if (
          object === 0 ||
          lib.FPDFPageObj_GetType(object) !== IMAGE_OBJECT ||
          lib.FPDFImageObj_GetImageFilterCount(object) !== 1 ||
          lib.FPDFPageObj_HasTransparency(object) ||
          !isPlain(page, object)
        )
          return null;
        const filter = withBuffer(32, (pointer) => {
          lib.FPDFImageObj_GetImageFilter(object, 0, pointer, 32);
          return lib.pdfium.UTF8ToString(pointer);
        });
        if (filter !== 'DCTDecode' || !coversPage(page, object)) return null;
        const size = lib.FPDFImageObj_GetImageDataRaw(object, 0, 0);
        return withBuffer(size, (pointer) => {
          lib.FPDFImageObj_GetImageDataRaw(object, pointer, size);
          return heap().slice(pointer, pointer + size);
        });
      }),
    unlocked: () => {
      lib.EPDF_RemoveEncryption(doc);
      const writer = lib.PDFiumExt_OpenFileWriter();
      lib.PDFiumExt_SaveAsCopy(doc, writer);
      const size = lib.PDFiumExt_GetFileWriterSize(writer);
      const copy = withBuffer(size, (pointer) => {
        lib.PDFiumExt_GetFileWriterData(writer, pointer, size);
        return heap().slice(pointer, pointer + size);
      });
      lib.PDFiumExt_CloseFileWriter(writer);
      return copy;
    },
    close: () => {
      lib.FPDF_CloseDocument(doc);
      free(at);
    },
  };

  function pixelSize(image: number): { width: number; height: number } {
    const size = withBuffer(8, (pointer) =>
      lib.FPDFImageObj_GetImagePixelSize(image, pointer, pointer + 4)
        ? { width: lib.pdfium.getValue(pointer, 'i32') >>> 0, height: lib.pdfium.getValue(pointer + 4, 'i32') >>> 0 }
        : null,
    );
    return size ?? { width: 0, height: 0 };
  }

  /** Its colours are those of its pixels: neither another colour space nor, anywhere in the file, inverted values or a mask. */
  function isPlain(page: number, image: number): boolean {
    const colours = withBuffer(28, (pointer) =>
      lib.FPDFImageObj_GetImageMetadata(image, page, pointer)
        ? { bits: lib.pdfium.getValue(pointer + 16, 'i32'), space: lib.pdfium.getValue(pointer + 20, 'i32') }
        : null,
    );
    if (!colours || !PLAIN_COLOURS.has(colours.space) || !PLAIN_BITS.has(colours.bits)) return false;
    changed ??= CHANGES_PIXELS.test(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1'));
    return !changed;
  }

  /** The image fills the page without turn or mirror: only then its own pixels are the page. */
  function coversPage(page: number, object: number): boolean {
    const matrix = withBuffer(24, (pointer) => {
      if (!lib.FPDFPageObj_GetMatrix(object, pointer)) return null;
      return Array.from({ length: 6 }, (_, index) => lib.pdfium.getValue(pointer + index * 4, 'float'));
    });
    if (!matrix) return false;
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = matrix;
    const [width, height] = [lib.FPDF_GetPageWidthF(page), lib.FPDF_GetPageHeightF(page)];
    // A page may be cut anywhere: its corner is not always at 0.
    const corner = withBuffer(16, (pointer) =>
      lib.FPDF_DeviceToPage(page, 0, 0, 1000, 1000, 0, 0, 1000, pointer, pointer + 8)
        ? ([lib.pdfium.getValue(pointer, 'double'), lib.pdfium.getValue(pointer + 8, 'double')] as const)
        : null,
    );
    if (!corner) return false;
    const near = (one: number, other: number) => Math.abs(one - other) < 1;
    return b === 0 && c === 0 && near(a, width) && near(d, height) && near(e, corner[0]) && near(f, corner[1]);
  }
}

function tight(pixels: Uint8Array, stride: number, width: number, height: number): Uint8Array {
  const rows = new Uint8Array(width * 4 * height);
  for (let row = 0; row < height; row += 1) rows.set(pixels.subarray(row * stride, row * stride + width * 4), row * width * 4);
  return rows;
}
