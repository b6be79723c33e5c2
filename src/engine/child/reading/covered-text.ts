import type { WrappedPdfiumModule } from '@embedpdf/pdfium';
import type { Box } from '#domain/findings/facts.ts';

/** Text over which something opaque was drawn later. */
export interface Covered {
  readonly box: Box;
  readonly by: 'white_box' | 'image';
}

const [TEXT, PATH, IMAGE] = [1, 2, 3];
const MAX_OBJECTS = 5000;
const HIDDEN_MODE = 3;
/** A picture that takes most of the page is a scan with its text under it, not a patch. */
const SCAN_SHARE = 0.5;

/** Finds texts that a filled white shape or a picture drawn afterwards hides. Only objects of the page itself, not of forms within it. */
export function coveredText(
  lib: WrappedPdfiumModule,
  page: number,
  scratch: number,
  float: (offset: number) => number,
  place: (left: number, bottom: number, right: number, top: number) => Box,
): readonly Covered[] {
  const area = lib.FPDF_GetPageWidthF(page) * lib.FPDF_GetPageHeightF(page);
  const texts: (readonly [number, number, number, number])[] = [];
  const found: Covered[] = [];
  const count = Math.min(MAX_OBJECTS, lib.FPDFPage_CountObjects(page));
  for (let index = 0; index < count; index += 1) {
    const object = lib.FPDFPage_GetObject(page, index);
    const kind = lib.FPDFPageObj_GetType(object);
    if (!lib.FPDFPageObj_GetBounds(object, scratch, scratch + 4, scratch + 8, scratch + 12)) continue;
    const [left, bottom, right, top] = [float(0), float(4), float(8), float(12)];
    if (kind === TEXT && lib.FPDFTextObj_GetTextRenderMode(object) !== HIDDEN_MODE) texts.push([left, bottom, right, top]);
    const patch =
      (kind === PATH && isWhite(lib, object, scratch)) || (kind === IMAGE && (right - left) * (top - bottom) < area * SCAN_SHARE);
    if (!patch) continue;
    for (const [l, b, r, t] of texts) {
      const [x, y] = [(l + r) / 2, (b + t) / 2];
      if (x > left && x < right && y > bottom && y < top)
        found.push({ box: place(l, b, r, t), by: kind === PATH ? 'white_box' : 'image' });
    }
  }
  return found;
}

function isWhite(lib: WrappedPdfiumModule, object: number, scratch: number): boolean {
  const memory = (lib.pdfium as unknown as { HEAP32: Int32Array }).HEAP32;
  const at = (offset: number) => memory[(scratch + offset) >> 2] ?? 0;
  if (!lib.FPDFPath_GetDrawMode(object, scratch + 32, scratch + 36) || at(32) === 0) return false;
  if (!lib.FPDFPageObj_GetFillColor(object, scratch + 40, scratch + 44, scratch + 48, scratch + 52)) return false;
  return at(40) > 245 && at(44) > 245 && at(48) > 245 && at(52) > 200;
}
