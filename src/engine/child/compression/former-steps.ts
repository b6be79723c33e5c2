import { coefficientsOf, WAVES, type Brightness } from './blocks.ts';

/** Chances of each quantised coefficient, from `-MOST` to `MOST`, without nought, which bare paper gives. */
export type Chances = Float64Array;

/** What one wave tells: the steps it was quantised by before, and how its coefficients fall with and without. */
export interface FormerStep {
  /** Place in `WAVES`. */
  readonly wave: number;
  /** Step of the file. */
  readonly step: number;
  /** Step of the compression before. */
  readonly former: number;
  readonly once: Chances;
  readonly twice: Chances;
}

/** Largest quantised coefficient that is counted. */
export const MOST = 40;
/** Steps of a compression before that are tried: those of any quality that a person would bear. */
const LARGEST_STEP = 50;
/** Coefficients that a wave must have at least, and as many as are needed. */
const [LEAST_COUNT, ENOUGH_COUNT] = [300, 3000];
/** One block of so many is enough to know how coefficients fall. */
const SAMPLE = 3;
/** Squared distance (Hellinger, 0 to 2) from a picture compressed once, from which a second one may be looked for. */
const LEAST_DISTANCE = 0.05;
/** A compression before must explain at least so much of it. */
const MOST_LEFT = 0.5;
/** Waves that must tell of it: one or two fall together by chance. */
const LEAST_WAVES = 5;
/** Pixels between two compressions are whole numbers, which spreads coefficients a little. */
const SPREAD = 1.2;

/**
 * Steps of a former compression, found by what it does to coefficients: quantised by one step, then by a smaller one, they fall on some values
 * more often and leave others out. The same picture, its blocks moved by half a block, tells how they would have fallen. Only a former
 * compression on the same blocks and coarser than the file's own is found; `null` where there is no sign of one.
 * Source: Lukáš and Fridrich, Estimation of primary quantization matrix in double compressed JPEG images, 2003.
 * @param steps of the file, as `JpegHeader` has them
 */
export function formerSteps(picture: Brightness, steps: readonly number[]): readonly FormerStep[] | null {
  const [own, moved] = [coefficientsOf(picture, 0, SAMPLE), coefficientsOf(picture, 4, SAMPLE)];
  const found = WAVES.flatMap(([u, v], wave): FormerStep[] => {
    const step = steps[8 * v + u] ?? 1;
    const values = thin(moved.waves[wave] as Float32Array);
    const seen = chances(own.waves[wave] as Float32Array, step);
    const once = chances(values, step);
    if (Math.min(seen.count, once.count) < LEAST_COUNT) return [];
    const apart = distance(seen.chances, once.chances);
    if (apart < LEAST_DISTANCE) return [];
    let best: FormerStep | null = null;
    let least = apart * MOST_LEFT;
    for (let former = step + 1; former <= LARGEST_STEP; former += 1) {
      const twice = chances(values, step, former).chances;
      const left = distance(seen.chances, twice);
      if (left < least) [best, least] = [{ wave, step, former, once: once.chances, twice }, left];
    }
    return best ? [best] : [];
  });
  return found.length >= LEAST_WAVES ? found : null;
}

/** One value of so many, where there are more than are needed. */
function thin(values: Float32Array): Float32Array {
  const every = Math.ceil(values.length / ENOUGH_COUNT);
  return every <= 1 ? values : values.filter((_, index) => index % every === 0);
}

function chances(values: Float32Array, step: number, former = 0): { readonly chances: Chances; readonly count: number } {
  const found = new Float64Array(2 * MOST + 1);
  let count = 0;
  // The same numbers each time: facts of a file never change from one reading to the next.
  let noise = 1;
  for (const value of values) {
    let before = value;
    if (former > 0) {
      noise = (noise * 1103515245 + 12345) & 0x7fffffff;
      before = Math.round(value / former) * former + (noise / 0x7fffffff - 0.5) * SPREAD;
    }
    const quantised = Math.round(before / step);
    if (quantised === 0 || Math.abs(quantised) > MOST) continue;
    found[quantised + MOST] = (found[quantised + MOST] as number) + 1;
    count += 1;
  }
  return { chances: count === 0 ? found : found.map((value) => value / count), count };
}

function distance(a: Chances, b: Chances): number {
  return a.reduce((sum, value, index) => sum + (Math.sqrt(value) - Math.sqrt(b[index] as number)) ** 2, 0);
}
