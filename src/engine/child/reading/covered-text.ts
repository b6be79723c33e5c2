import type { WrappedPdfiumModule } from '@embedpdf/pdfium';
import type { Box } from '#domain/findings/facts.ts';

/** Text over which something opaque was drawn later. */
export interface Covered {
  readonly box: Box;
  readonly by: 'white_box' | 'image';
}

const [TEXT, PATH, IMAGE, FORM] = [1, 2, 3, 5];
const MAX_OBJECTS = 5000;
const HIDDEN_MODE = 3;
/** A picture that takes most of the page is a scan with its text under it, not a patch: what is read is then the picture. */
const SCAN_SHARE = 0.5;
/** Drawings within drawings that are looked into for pictures. */
const MOST_NESTED = 4;

/** Something opaque, and when it was drawn: objects are drawn in their order. */
interface Patch {
  readonly box: Box;
  readonly order: number;
}

/** What is laid over texts. */
export interface Coverings {
  /** Texts under patches. A scan over its own words is none. */
  readonly covered: readonly Covered[];
  /** True when a place of a text object was drawn over later, by a scan too: it is in the file, and is not what is seen. */
  isUnder(object: number, box: Box): boolean;
}

/** Finds what a filled white shape or a picture drawn afterwards hides, in drawings within the page too. */
export function coveredText(
  lib: WrappedPdfiumModule,
  page: number,
  scratch: number,
  float: (offset: number) => number,
  place: (left: number, bottom: number, right: number, top: number) => Box,
): Coverings {
  const area = lib.FPDF_GetPageWidthF(page) * lib.FPDF_GetPageHeightF(page);
  const texts: (readonly [number, number, number, number])[] = [];
  const covered: Covered[] = [];
  const patches: Patch[] = [];
  const orders = new Map<number, number>();
  const count = Math.min(MAX_OBJECTS, lib.FPDFPage_CountObjects(page));
  for (let order = 0; order < count; order += 1) {
    const object = lib.FPDFPage_GetObject(page, order);
    const kind = lib.FPDFPageObj_GetType(object);
    for (const text of textsIn(lib, object, kind, 0)) orders.set(text, order);
    if (!lib.FPDFPageObj_GetBounds(object, scratch, scratch + 4, scratch + 8, scratch + 12)) continue;
    const [left, bottom, right, top] = [float(0), float(4), float(8), float(12)];
    if (kind === TEXT && lib.FPDFTextObj_GetTextRenderMode(object) !== HIDDEN_MODE) texts.push([left, bottom, right, top]);
    const white = kind === PATH && isWhite(lib, object, scratch);
    if (!white && !holdsPicture(lib, object, kind, 0)) continue;
    patches.push({ box: place(left, bottom, right, top), order });
    if (!white && (right - left) * (top - bottom) >= area * SCAN_SHARE) continue;
    for (const [l, b, r, t] of texts) {
      const [x, y] = [(l + r) / 2, (b + t) / 2];
      if (x > left && x < right && y > bottom && y < top)
        covered.push({ box: place(l, b, r, t), by: white ? 'white_box' : 'image' });
    }
  }
  return {
    covered,
    isUnder: (object, [x, y, width, height]) => {
      const drawn = orders.get(object);
      if (drawn === undefined) return false;
      const [across, down] = [x + width / 2, y + height / 2];
      return patches.some(
        ({ box, order }) =>
          order > drawn && across > box[0] && across < box[0] + box[2] && down > box[1] && down < box[1] + box[3],
      );
    },
  };
}

const innerOf = function* (lib: WrappedPdfiumModule, form: number): Generator<readonly [object: number, kind: number]> {
  const count = Math.min(MAX_OBJECTS, lib.FPDFFormObj_CountObjects(form));
  for (let index = 0; index < count; index += 1) {
    const inner = lib.FPDFFormObj_GetObject(form, index);
    if (inner !== 0) yield [inner, lib.FPDFPageObj_GetType(inner)];
  }
};

/** A text object, or those that a drawing holds. */
function textsIn(lib: WrappedPdfiumModule, object: number, kind: number, depth: number): readonly number[] {
  if (kind === TEXT) return [object];
  if (kind !== FORM || depth > MOST_NESTED) return [];
  return [...innerOf(lib, object)].flatMap(([inner, innerKind]) => textsIn(lib, inner, innerKind, depth + 1));
}

/** True for a picture, and for a drawing that holds one. */
function holdsPicture(lib: WrappedPdfiumModule, object: number, kind: number, depth: number): boolean {
  if (kind === IMAGE) return true;
  if (kind !== FORM || depth > MOST_NESTED) return false;
  return [...innerOf(lib, object)].some(([inner, innerKind]) => holdsPicture(lib, inner, innerKind, depth + 1));
}

function isWhite(lib: WrappedPdfiumModule, object: number, scratch: number): boolean {
  const memory = (lib.pdfium as unknown as { HEAP32: Int32Array }).HEAP32;
  const at = (offset: number) => memory[(scratch + offset) >> 2] ?? 0;
  if (!lib.FPDFPath_GetDrawMode(object, scratch + 32, scratch + 36) || at(32) === 0) return false;
  if (!lib.FPDFPageObj_GetFillColor(object, scratch + 40, scratch + 44, scratch + 48, scratch + 52)) return false;
  return at(40) > 245 && at(44) > 245 && at(48) > 245 && at(52) > 200;
}
