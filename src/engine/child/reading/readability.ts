import sharp from 'sharp';
import type { PagePixels } from '../page-pixels.ts';

/** How well a picture can be read. */
export interface Readability {
  readonly blank: boolean;
  readonly blurred: boolean;
  readonly dark: boolean;
}

/** Versioned with `reader`: measured on the corpus, see `docs/quality/fraud-benchmark.md`. */
const THRESHOLDS = { blankMean: 245, blankVariance: 20, darkMean: 60, sharpness: 250 } as const;
const WIDTH = 1000;
const BANDS = 24;

/** Variance of the Laplacian of rows `from` to `to`: low where edges are soft. */
function laplacian(grey: Uint8Array, width: number, from: number, to: number): number {
  let [sum, squares, count] = [0, 0, 0];
  for (let y = Math.max(1, from); y < to - 1; y += 1) {
    // Inside the picture by one pixel on every side: all neighbours are there.
    for (let at = y * width + 1, end = (y + 1) * width - 1; at < end; at += 1) {
      const beside = (grey[at - 1] as number) + (grey[at + 1] as number);
      const around = (grey[at - width] as number) + (grey[at + width] as number);
      const value = 4 * (grey[at] as number) - beside - around;
      sum += value;
      squares += value * value;
    }
    count += width - 2;
  }
  return count === 0 ? 0 : squares / count - (sum / count) ** 2;
}

/** Sharpness of the band with the most edges, where the text is. */
export async function sharpnessOf(page: PagePixels): Promise<{ sharpness: number; mean: number; variance: number }> {
  const { data, info } = await sharp(page.data, { raw: { width: page.width, height: page.height, channels: page.channels } })
    .resize({ width: WIDTH })
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true });
  const grey = info.channels === 1 ? data : data.filter((_, index) => index % info.channels === 0);
  let [sum, squares] = [0, 0];
  for (let at = 0; at < grey.length; at += 1) {
    const value = grey[at] as number;
    sum += value;
    squares += value * value;
  }
  const mean = sum / grey.length;
  const rows = Math.ceil(info.height / BANDS);
  const bands = Array.from({ length: BANDS }, (_, band) =>
    laplacian(grey, info.width, band * rows, Math.min(info.height, (band + 1) * rows)),
  );
  return { sharpness: Math.max(...bands), mean, variance: squares / grey.length - mean ** 2 };
}

/** Blank, blurred or dark, from pixels alone. */
export async function readabilityOf(page: PagePixels): Promise<Readability> {
  const { sharpness, mean, variance } = await sharpnessOf(page);
  const blank = mean > THRESHOLDS.blankMean && variance < THRESHOLDS.blankVariance;
  return { blank, blurred: !blank && sharpness < THRESHOLDS.sharpness, dark: mean < THRESHOLDS.darkMean };
}
