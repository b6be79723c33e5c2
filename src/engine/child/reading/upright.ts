import sharp from 'sharp';
import type { Box } from '#domain/findings/facts.ts';
import type { PagePixels } from '../page-pixels.ts';

/** A picture turned for reading, and the way back for boxes found on it. */
export interface Turned {
  readonly page: PagePixels;
  readonly back: (box: Box) => Box;
}

const raw = (page: PagePixels) => ({ raw: { width: page.width, height: page.height, channels: page.channels } }) as const;

/** Turns a page by degrees clockwise; new corners are white. */
export async function turn(page: PagePixels, degrees: number): Promise<Turned> {
  const { data, info } = await sharp(page.data, raw(page))
    .rotate(degrees, { background: '#ffffff' })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const turned: PagePixels = { data, width: info.width, height: info.height, channels: info.channels === 1 ? 1 : 3 };
  const radians = (-degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(radians), Math.sin(radians)];
  const point = (x: number, y: number): readonly [number, number] => {
    const [dx, dy] = [x * turned.width - turned.width / 2, y * turned.height - turned.height / 2];
    return [(dx * cos - dy * sin + page.width / 2) / page.width, (dx * sin + dy * cos + page.height / 2) / page.height];
  };
  return {
    page: turned,
    back([x, y, w, h]) {
      const corners = [point(x, y), point(x + w, y), point(x, y + h), point(x + w, y + h)];
      // A slight turn keeps the size of a word; a quarter turn swaps it.
      const [cx, cy] = point(x + w / 2, y + h / 2);
      if (Math.abs(degrees % 90) > 0 && Math.abs(degrees) < 45) {
        const [width, height] = [(w * turned.width) / page.width, (h * turned.height) / page.height];
        return [cx - width / 2, cy - height / 2, width, height];
      }
      const [left, top] = [Math.min(...corners.map(([px]) => px)), Math.min(...corners.map(([, py]) => py))];
      return [left, top, Math.max(...corners.map(([px]) => px)) - left, Math.max(...corners.map(([, py]) => py)) - top];
    },
  };
}

const WIDTH = 700;
const LIMIT_DEGREES = 6;
const STEP_DEGREES = 0.25;
/** A pixel ends a letter when the one under it is lighter by this much. */
const CONTRAST = 45;

/**
 * Degrees by which the lines of a page rise to the right, ±0.25: feet of letters are laid on lines at every angle, and the angle where they
 * fall on the fewest lines wins.
 */
export async function skewOf(page: PagePixels): Promise<number> {
  const { data, info } = await sharp(page.data, raw(page))
    .resize({ width: Math.min(WIDTH, page.width) })
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true });
  const feet: [number, number][] = [];
  const step = info.channels;
  for (let y = 0; y + 2 < info.height; y += 1) {
    for (let x = 0; x < info.width; x += 1) {
      const here = data[(y * info.width + x) * step] ?? 255;
      const under = data[((y + 2) * info.width + x) * step] ?? 255;
      if (under - here > CONTRAST) feet.push([x, y]);
    }
  }
  if (feet.length < 200) return 0;
  let best = { degrees: 0, score: -1 };
  for (let degrees = -LIMIT_DEGREES; degrees <= LIMIT_DEGREES; degrees += STEP_DEGREES) {
    const slope = Math.tan((degrees * Math.PI) / 180);
    const bins = new Uint32Array(info.height + 2 * Math.ceil(info.width * Math.abs(slope)) + 4);
    const offset = Math.ceil(info.width * Math.abs(slope)) + 1;
    for (const [x, y] of feet) {
      const bin = Math.round(y + x * slope) + offset;
      bins[bin] = (bins[bin] ?? 0) + 1;
    }
    const score = bins.reduce((sum, count) => sum + count * count, 0);
    if (score > best.score * 1.0001) best = { degrees, score };
  }
  return best.degrees;
}

const LEAST_SKEW = 0.5;

/** The page with its lines level, when they lean by half a degree or more. */
export async function levelled(page: PagePixels): Promise<Turned> {
  const skew = await skewOf(page);
  return Math.abs(skew) >= LEAST_SKEW ? turn(page, skew) : { page, back: (box) => box };
}
