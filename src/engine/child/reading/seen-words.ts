import type { PagePixels } from '../page-pixels.ts';
import type { Ink, Word } from './word.ts';

/** Least difference between the lightest and the darkest pixel of a word, of 255: fainter ones are not read by anybody. */
const LEAST_CONTRAST = 24;
/** Letters take less than this of the place they stand in; where more of it has their colour, they are drawn on their own colour. */
const MOST_INK = 0.7;
/** How far a pixel may be from the colour of the ink, all three colours together: edges of letters are lighter. */
const SAME_COLOUR = 120;
/** Height of letters, as a share of the page's shorter side, under which nobody reads them: 1.2 points on A4. */
const LEAST_HEIGHT = 0.002;
/** Left out at the top and at the bottom of a word, as a share of its height: lines of tables run there. */
const EDGE = 0.15;
const MOST_SAMPLES = 4000;

/**
 * True when a word of a text layer is also drawn, as far as its place on the page tells: not beside the page, not too small, not in the colour of what it
 * stands on, not without ink. Whether another word is drawn in its place is for `coveredText` to say.
 */
export function isSeen({ box, ink }: Pick<Word, 'box' | 'ink'>, page: PagePixels): boolean {
  const [x, y, wide, high] = box;
  if (high * page.height < LEAST_HEIGHT * Math.min(page.width, page.height)) return false;
  const [left, right] = [Math.max(0, Math.floor(x * page.width)), Math.min(page.width, Math.ceil((x + wide) * page.width))];
  const top = Math.max(0, Math.floor((y + high * EDGE) * page.height));
  const bottom = Math.min(page.height, Math.ceil((y + high * (1 - EDGE)) * page.height));
  if (right <= left || bottom <= top) return false;
  const colour = ink?.colour ?? null;
  const step = Math.max(1, Math.floor(Math.sqrt(((right - left) * (bottom - top)) / MOST_SAMPLES)));
  let [lightest, darkest, inked, looked] = [0, 255, 0, 0];
  for (let row = top; row < bottom; row += step)
    for (let column = left; column < right; column += step) {
      const at = (row * page.width + column) * page.channels;
      const red = page.data[at] ?? 255;
      const [green, blue] = page.channels === 1 ? [red, red] : [page.data[at + 1] ?? 255, page.data[at + 2] ?? 255];
      const light = (red + green + blue) / 3;
      if (light > lightest) lightest = light;
      if (light < darkest) darkest = light;
      looked += 1;
      if (colour && distance(colour, red, green, blue, page.channels) < SAME_COLOUR) inked += 1;
    }
  return lightest - darkest >= LEAST_CONTRAST && inked / looked <= MOST_INK;
}

/** How far a pixel is from a colour; on a page without colour only its lightness counts. */
function distance([red, green, blue]: NonNullable<Ink['colour']>, r: number, g: number, b: number, channels: 1 | 3): number {
  return channels === 1 ? Math.abs(3 * r - red - green - blue) : Math.abs(r - red) + Math.abs(g - green) + Math.abs(b - blue);
}
