/** Largest count that could point at somebody. Source: review page, 13.1. */
const LARGEST_SMALL = 10;

/** True for a count of 1 to 10: it is kept secret. Zero is published: it is about nobody. */
export function isSmall(count: number): boolean {
  return count > 0 && count <= LARGEST_SMALL;
}

/** A count to the nearest ten, so that no subtraction gives one of its parts. */
export function toTen(count: number): number {
  return Math.round(count / 10) * 10;
}

/** A cell of a table that may be published. */
export interface Cell {
  readonly key: string;
  /** How many it is about: its count, or its denominator. */
  readonly size: number;
  /** How many of them answer the definition, where that is published, too. */
  readonly within?: number;
  /** Secret by itself, whatever its neighbours. */
  readonly small: boolean;
  /** What an earlier publication made of it, for good: who compares two days must not find it out by a change of mind. */
  readonly before?: 'open' | 'secret';
}

/** Cells that add up to another one: knowing all but one gives that one away. */
export interface Sum {
  readonly parts: readonly string[];
  readonly total: string | null;
}

/**
 * Chooses what stays secret: every small cell, and as many of the smallest neighbours as it takes so that no subtraction gives a
 * secret back. In each sum either nothing is secret, or two cells at least whose sizes together exceed ten. Empty cells say nothing
 * and hide nothing. What was published before stays so and hides nothing; what was secret stays secret. When no neighbour is left, the
 * total is hidden.
 * @returns keys of the secret cells
 */
export function protectCells(cells: readonly Cell[], sums: readonly Sum[]): ReadonlySet<string> {
  const byKey = new Map(cells.map((cell) => [cell.key, cell]));
  const secret = new Set(cells.filter((cell) => cell.small || cell.before === 'secret').map((cell) => cell.key));
  const known = sums.map((sum) => ({
    parts: sum.parts.flatMap((key) => byKey.get(key) ?? []).filter((cell) => cell.size > 0),
    total: sum.total !== null && byKey.has(sum.total) ? sum.total : null,
  }));
  for (let before = -1; before !== secret.size;) {
    before = secret.size;
    for (const { parts, total } of known) hideEnough(parts, total, secret, total !== null && byKey.get(total)?.before === 'open');
  }
  return secret;
}

function hideEnough(parts: readonly Cell[], total: string | null, secret: Set<string>, totalIsKnown: boolean): void {
  if (total === null) return;
  const open = [...parts]
    .filter((cell) => !secret.has(cell.key) && cell.before !== 'open')
    .sort((a, b) => b.size - a.size || (a.key < b.key ? 1 : -1));
  let hidden = parts.filter((cell) => secret.has(cell.key));
  const exposed = () => {
    if (secret.has(total)) return hidden.length === 0;
    if (hidden.length === 0) return false;
    const sumOf = (count: (cell: Cell) => number) => hidden.reduce((sum, cell) => sum + count(cell), 0);
    return hidden.length === 1 || isSmall(sumOf((cell) => cell.size)) || isSmall(sumOf((cell) => cell.within ?? cell.size));
  };
  while (exposed()) {
    const smallest = open.pop();
    if (!smallest) {
      // A lone part says what its total says: both are hidden.
      if (!totalIsKnown && (parts.length > 0 || secret.has(total))) secret.add(total);
      return;
    }
    secret.add(smallest.key);
    hidden = [...hidden, smallest];
  }
}
