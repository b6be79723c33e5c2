import type { DrawnPixels } from './page-pixels.ts';

/** From this brightness on a pixel is paper. */
const WHITE = 250;
/** Kept around what is left, as a share of the page. */
const KEPT = 0.02;
/** A page that would lose more than this of a side is blank, or holds next to nothing: it is left alone. */
const LEAST_LEFT = 0.1;

function isWhite(page: DrawnPixels, from: number, step: number, count: number): boolean {
  const { data, channels } = page;
  const colours = Math.min(3, channels);
  for (let pixel = 0, at = from * channels; pixel < count; pixel += 1, at += step * channels)
    for (let colour = 0; colour < colours; colour += 1) if ((data[at + colour] as number) < WHITE) return false;
  return true;
}

/** First and last row, or column, that is not white all along, `KEPT` around them. */
function span(length: number, white: (index: number) => boolean): readonly [number, number] {
  let [first, last] = [0, length - 1];
  while (first < last && white(first)) first += 1;
  while (last > first && white(last)) last -= 1;
  const kept = Math.round(length * KEPT);
  return [Math.max(0, first - kept), Math.min(length, last + 1 + kept)];
}

/** The page without its white margins; the page itself when it has none, or is white all over. */
export function withoutMargins(page: DrawnPixels): DrawnPixels {
  const { data, width, height, channels } = page;
  const [top, bottom] = span(height, (row) => isWhite(page, row * width, 1, width));
  const [left, right] = span(width, (column) => isWhite(page, column, width, height));
  const [wide, high] = [right - left, bottom - top];
  if ((wide === width && high === height) || wide < width * LEAST_LEFT || high < height * LEAST_LEFT) return page;
  const cut = Buffer.allocUnsafe(wide * high * channels);
  for (let row = 0; row < high; row += 1)
    data.copy(cut, row * wide * channels, ((top + row) * width + left) * channels, ((top + row) * width + right) * channels);
  return { data: cut, width: wide, height: high, channels };
}
