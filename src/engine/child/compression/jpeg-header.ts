/** What a JPEG says of itself before its first pixel. */
export interface JpegHeader {
  readonly width: number;
  readonly height: number;
  /** Steps by which brightness was quantised, row by row: `steps[8 * v + u]`, u across, v down. */
  readonly steps: readonly number[];
}

/** Place in the rows of a block of the n-th coefficient of a file. Source: ITU-T T.81, figure 5. */
const ZIGZAG = [
  ...[0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48],
  ...[41, 34, 27, 20, 13, 6, 7, 14, 21, 28, 35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15],
  ...[23, 30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46, 53, 60, 61, 54, 47, 55, 62, 63],
] as const;

const START_OF_IMAGE = 0xffd8;
const TABLES = 0xdb;
const SCAN = 0xda;
const ADOBE = 0xee;
/** Frames coded by Huffman, in one pass or in several: what phones, scanners and editors write. */
const FRAMES: ReadonlySet<number> = new Set([0xc0, 0xc1, 0xc2]);
const PRECISE = 16;

/** Reads size and quantisation of a JPEG; `null` when it is none, or one whose brightness does not stand alone. Never throws. */
export function readJpegHeader(bytes: Uint8Array): JpegHeader | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 4 || view.getUint16(0) !== START_OF_IMAGE) return null;
  const tables = new Map<number, readonly number[]>();
  let frame: { width: number; height: number; colours: number; table: number } | null = null;
  let plainColours = false;
  let at = 2;
  while (at + 4 <= bytes.length) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const end = at + 2 + view.getUint16(at + 2);
    if (end > bytes.length || marker === SCAN) break;
    if (marker === TABLES) readTables(view, at + 4, end, tables);
    if (FRAMES.has(marker) && end - at >= 13)
      frame = {
        ...{ height: view.getUint16(at + 5), width: view.getUint16(at + 7) },
        ...{ colours: view.getUint8(at + 9), table: view.getUint8(at + 12) },
      };
    // The note of Adobe says that colours were left as they are: then none of the three is brightness.
    if (marker === ADOBE && end - at >= 16) plainColours = view.getUint8(at + 15) === 0;
    at = end;
  }
  const steps = frame && tables.get(frame.table);
  // Four colours are of print: brightness is in each of them.
  const bright = frame?.colours === 1 || (frame?.colours === 3 && !plainColours);
  return frame && steps && bright ? { width: frame.width, height: frame.height, steps } : null;
}

function readTables(view: DataView, from: number, end: number, tables: Map<number, readonly number[]>): void {
  let at = from;
  while (at < end) {
    const head = view.getUint8(at);
    const width = head >= PRECISE ? 2 : 1;
    if (at + 1 + 64 * width > end) return;
    const steps = new Array<number>(64).fill(1);
    ZIGZAG.forEach((place, index) => {
      const value = width === 2 ? view.getUint16(at + 1 + index * 2) : view.getUint8(at + 1 + index);
      steps[place] = Math.max(1, value);
    });
    tables.set(head % PRECISE, steps);
    at += 1 + 64 * width;
  }
}
