import type { DrawnPixels } from './page-pixels.ts';

/** Pixels are looked at in squares of four by four. */
export const CELL_SHIFT = 2;
const CELL = 1 << CELL_SHIFT;
/** A square holds ink when it is darker by this much than the lightest place beside it, which is light as paper is. */
const CONTRAST = 80;
const PAPER = 170;

/** Where the ink of a paper is, square by square of `1 << CELL_SHIFT` pixels. */
export interface InkMap {
  /** 1 in squares that hold ink or are next to some. */
  readonly near: Uint8Array;
  readonly columns: number;
}

/** Darkest and lightest pixel of each square. One colour is enough, ink is dark in all; and every second row, strokes are thicker than one. */
function extremesOf(page: DrawnPixels, columns: number, rows: number): { readonly least: Uint8Array; readonly most: Uint8Array } {
  const { data, width, height, channels } = page;
  const least = new Uint8Array(columns * rows).fill(255);
  const most = new Uint8Array(columns * rows);
  const whole = width >> CELL_SHIFT;
  const colour = channels === 1 ? 0 : 1;
  for (let y = 0; y < height; y += 2) {
    let at = y * width * channels + colour;
    for (let cell = (y >> CELL_SHIFT) * columns, end = cell + whole; cell < end; cell += 1, at += CELL * channels) {
      const a = data[at] as number;
      const b = data[at + channels] as number;
      const c = data[at + 2 * channels] as number;
      const d = data[at + 3 * channels] as number;
      const low = Math.min(a, b, c, d);
      const high = Math.max(a, b, c, d);
      if (low < (least[cell] as number)) least[cell] = low;
      if (high > (most[cell] as number)) most[cell] = high;
    }
  }
  return { least, most };
}

/** The lightest of a square and the eight around it. */
function lightestAround(most: Uint8Array, columns: number, rows: number, x: number, y: number): number {
  let high = 0;
  for (let j = Math.max(0, y - 1); j <= Math.min(rows - 1, y + 1); j += 1)
    for (let i = Math.max(0, x - 1); i <= Math.min(columns - 1, x + 1); i += 1)
      high = Math.max(high, most[j * columns + i] as number);
  return high;
}

/** Finds what is written or drawn on light paper: dark places beside light ones. Dark surfaces, such as photographs, are no ink. */
export function inkOf(page: DrawnPixels): InkMap {
  const [columns, rows] = [Math.ceil(page.width / CELL), Math.ceil(page.height / CELL)];
  const { least, most } = extremesOf(page, columns, rows);
  const near = new Uint8Array(columns * rows);
  for (let y = 0; y < rows; y += 1)
    for (let x = 0; x < columns; x += 1) {
      const low = least[y * columns + x] as number;
      if (low > 255 - CONTRAST) continue;
      const high = lightestAround(most, columns, rows, x, y);
      if (high < PAPER || high - low < CONTRAST) continue;
      const [from, to] = [Math.max(0, x - 1), Math.min(columns, x + 2)];
      for (let j = Math.max(0, y - 1); j <= Math.min(rows - 1, y + 1); j += 1) near.fill(1, j * columns + from, j * columns + to);
    }
  return { near, columns };
}
