/** Brightness of a picture as JPEG counts it, row by row, 0 to 255. */
export interface Brightness {
  readonly data: Float32Array;
  readonly width: number;
  readonly height: number;
}

/** Side of the squares that JPEG compresses one by one. */
export const BLOCK = 8;
/** Waves of a block that are looked at, across and down: the slowest ones, whose coefficients vary most. */
export const WAVES: readonly (readonly [u: number, v: number])[] = [
  ...[[1, 0] as const, [0, 1] as const, [1, 1] as const],
  ...[[2, 0] as const, [0, 2] as const, [2, 1] as const],
  ...[[1, 2] as const, [3, 0] as const, [0, 3] as const],
];

const FREQUENCIES = 4;
/** Source: ITU-T T.81, A.3.3, one direction at a time. */
const COSINES = Array.from({ length: FREQUENCIES }, (_, u) =>
  Float64Array.from(
    { length: BLOCK },
    (__, x) => Math.cos(((2 * x + 1) * u * Math.PI) / 16) * (u === 0 ? Math.sqrt(1 / 8) : 0.5),
  ),
);

/** Coefficients of the blocks of a picture; blocks that tell nothing are left out. */
export interface Coefficients {
  /** Places of the blocks, counted in blocks. */
  readonly places: readonly { readonly column: number; readonly row: number }[];
  /** `waves[w][b]`: the coefficient of the wave `w` in the block `b`, before quantisation. */
  readonly waves: readonly Float32Array[];
}

/** Between the darkest and the lightest pixel of a block, at least: less is bare paper. */
const LEAST_DETAIL = 12;
/** Beyond, pixels may have been cut off, and tell nothing of steps. */
const [DARKEST, LIGHTEST] = [2, 253];

/**
 * Coefficients of the blocks that have detail and no pixel cut off.
 * @param shift pixels by which the blocks are moved off the picture's own, across and down
 * @param every takes one block of so many
 */
export function coefficientsOf({ data, width, height }: Brightness, shift = 0, every = 1): Coefficients {
  const [columns, rows] = [Math.floor((width - shift) / BLOCK), Math.floor((height - shift) / BLOCK)];
  const places: { column: number; row: number }[] = [];
  const waves = WAVES.map(() => new Float32Array(Math.ceil((columns * rows) / every) + rows));
  const half = new Float64Array(BLOCK * FREQUENCIES);
  for (let row = 0; row < rows; row += 1)
    for (let column = row % every; column < columns; column += every) {
      const from = (row * BLOCK + shift) * width + column * BLOCK + shift;
      if (!tells(data, from, width)) continue;
      for (let y = 0; y < BLOCK; y += 1)
        for (let u = 0; u < FREQUENCIES; u += 1) {
          const cosine = COSINES[u] as Float64Array;
          let sum = 0;
          for (let x = 0; x < BLOCK; x += 1) sum += (data[from + y * width + x] as number) * (cosine[x] as number);
          half[y * FREQUENCIES + u] = sum;
        }
      WAVES.forEach(([u, v], index) => {
        const cosine = COSINES[v] as Float64Array;
        let sum = 0;
        for (let y = 0; y < BLOCK; y += 1) sum += (half[y * FREQUENCIES + u] as number) * (cosine[y] as number);
        (waves[index] as Float32Array)[places.length] = sum;
      });
      places.push({ column, row });
    }
  return { places, waves: waves.map((wave) => wave.subarray(0, places.length)) };
}

function tells(data: Float32Array, from: number, width: number): boolean {
  let [least, most] = [255, 0];
  for (let y = 0; y < BLOCK; y += 1)
    for (let x = 0; x < BLOCK; x += 1) {
      const value = data[from + y * width + x] as number;
      if (value < least) least = value;
      if (value > most) most = value;
    }
  return most - least >= LEAST_DETAIL && least >= DARKEST && most <= LIGHTEST;
}
