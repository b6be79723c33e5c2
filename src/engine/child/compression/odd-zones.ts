import type { Box } from '#domain/findings/facts.ts';
import { BLOCK, coefficientsOf, type Brightness } from './blocks.ts';
import { MOST, type FormerStep } from './former-steps.ts';

/** For each block of a picture, whether it went through the former compression: below nought like the rest, above as if it came later. */
export interface BlockHistory {
  readonly columns: number;
  readonly rows: number;
  /** Sum of the logarithms of chances, row by row; nought where `told` is nought. */
  readonly score: Float64Array;
  /** One for blocks that tell something. */
  readonly told: Uint8Array;
}

/** Chance kept for what was never counted. */
const LEAST_CHANCE = 0.002;

/** Asks each block which history fits it better: the one of the whole picture, or only the last compression. */
export function blockHistory(picture: Brightness, steps: readonly FormerStep[]): BlockHistory {
  const [columns, rows] = [Math.floor(picture.width / BLOCK), Math.floor(picture.height / BLOCK)];
  const score = new Float64Array(columns * rows);
  const told = new Uint8Array(columns * rows);
  const { places, waves } = coefficientsOf(picture);
  places.forEach(({ column, row }, block) => {
    const at = row * columns + column;
    for (const { wave, step, once, twice } of steps) {
      const value = Math.round(((waves[wave] as Float32Array)[block] as number) / step);
      if (value === 0 || Math.abs(value) > MOST) continue;
      const [a, b] = [once[value + MOST] as number, twice[value + MOST] as number];
      score[at] = (score[at] as number) + Math.log((a + LEAST_CHANCE) / (b + LEAST_CHANCE));
      told[at] = 1;
    }
  });
  return { columns, rows, score, told };
}

/** Size, in blocks, of the zones that are weighed: a few letters. */
const [WIDE, HIGH] = [6, 3];
/** Blocks of a zone that must tell something. */
const LEAST_TOLD = 8;
/** Mean score from which a zone has another history. Measured: zones of pictures saved twice stay below -0.7, pasted figures are above 4. */
const ODD_SCORE = 1.5;
/** Zones told of one page. */
const MOST_ZONES = 8;

/** Zones whose history is not that of the rest, largest first, in 0..1 of the picture as it is stored. */
export function oddZones({ columns, rows, score, told }: BlockHistory): readonly Box[] {
  const odd = new Uint8Array(columns * rows);
  for (let row = 0; row + HIGH <= rows; row += 1)
    for (let column = 0; column + WIDE <= columns; column += 1) {
      let [sum, count] = [0, 0];
      for (let y = row; y < row + HIGH; y += 1)
        for (let at = y * columns + column; at < y * columns + column + WIDE; at += 1) {
          sum += score[at] as number;
          count += told[at] as number;
        }
      if (count < LEAST_TOLD || sum < count * ODD_SCORE) continue;
      // Only what speaks for it: a zone reaches over what stands beside.
      for (let y = row; y < row + HIGH; y += 1)
        for (let at = y * columns + column; at < y * columns + column + WIDE; at += 1) if ((score[at] as number) > 0) odd[at] = 1;
    }
  return joined(odd, columns, rows)
    .sort((a, b) => b[2] * b[3] - a[2] * a[3])
    .slice(0, MOST_ZONES)
    .map(([left, top, width, height]): Box => [left / columns, top / rows, width / columns, height / rows]);
}

/** Boxes, in blocks, around marked blocks that stand within two blocks of each other. */
function joined(marked: Uint8Array, columns: number, rows: number): Box[] {
  const left = new Set<number>();
  marked.forEach((mark, at) => mark === 1 && left.add(at));
  const boxes: Box[] = [];
  for (const first of left) {
    let [x1, y1, x2, y2] = [columns, rows, 0, 0];
    const queue = [first];
    left.delete(first);
    for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
      const [x, y] = [at % columns, Math.floor(at / columns)];
      [x1, y1, x2, y2] = [Math.min(x1, x), Math.min(y1, y), Math.max(x2, x + 1), Math.max(y2, y + 1)];
      for (let dy = -2; dy <= 2; dy += 1)
        for (let dx = -2; dx <= 2; dx += 1) {
          const near = at + dy * columns + dx;
          if (x + dx >= 0 && x + dx < columns && left.delete(near)) queue.push(near);
        }
    }
    boxes.push([x1, y1, x2 - x1, y2 - y1]);
  }
  return boxes;
}
