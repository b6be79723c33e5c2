import type { Box } from '../findings/facts.ts';

/** Words that stand together on a page, in capitals without accents, and where each stands. */
export interface PrintedLine {
  readonly words: readonly { readonly text: string; readonly box: Box }[];
}

/**
 * How a first page is made, without what it says of anybody: short runs of words, and words with the place where they stand, each as a
 * number of 32 bits. Figures are left out, and what two papers of one maker have in common holds no name.
 */
export interface Makeup {
  readonly runs: readonly number[];
  readonly places: readonly number[];
}

/** Words of a run. */
const RUN = 3;
/** Parts into which a page is cut, across and down, to say where a word stands: 3.5 mm of A4. */
const [ACROSS, DOWN] = [60, 85];
/** Shorter words stand everywhere. */
const LEAST_LETTERS = 3;
/** More would be a book. */
const MOST = 2000;

/** FNV-1a, 32 bits. Source: draft-eastlake-fnv. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value >>> 0;
}

const lettersOf = (text: string) => text.replace(/[^\p{L}\d]/gu, '');

/** The make-up of a page from its lines. Letters are those of `text`, folded by the caller. */
export function makeupOf(lines: readonly PrintedLine[]): Makeup {
  const runs = new Set<number>();
  const places = new Set<number>();
  for (const { words } of lines) {
    // Ends of lines count as words; every figure is the same word.
    const row = ['^', ...words.map(({ text }) => (/\d/.test(text) ? '#' : lettersOf(text))).filter((word) => word !== ''), '$'];
    for (let at = 0; at + RUN <= row.length; at += 1) runs.add(hash(row.slice(at, at + RUN).join(' ')));
    for (const { text, box } of words) {
      const word = lettersOf(text);
      if (word.length < LEAST_LETTERS || /\d/.test(text)) continue;
      places.add(hash(`${word}@${Math.round(box[0] * ACROSS)},${Math.round(box[1] * DOWN)}`));
    }
  }
  return { runs: [...runs].slice(0, MOST), places: [...places].slice(0, MOST) };
}

/** What every sample of one maker has and no paper of others: names and figures of the samples fall out. */
export function commonMakeup(samples: readonly Makeup[], others: readonly Makeup[]): Makeup {
  const common = (part: keyof Makeup) => {
    const [first, ...more] = samples.map((sample) => new Set(sample[part]));
    const elsewhere = new Set(others.flatMap((other) => other[part]));
    return [...(first ?? [])]
      .filter((one) => more.every((sample) => sample.has(one)) && !elsewhere.has(one))
      .sort((a, b) => a - b);
  };
  return { runs: common('runs'), places: common('places') };
}

/** Numbers of each sort below which a make-up says nothing. */
export const LEAST_MAKEUP = 20;
/** Share of a known make-up that a page must have, of runs and of places: one line more or less moves what stands below it. */
const LEAST_SHARE = 0.8;

/** True when a page has nearly all of a known make-up. */
export function hasMakeup(page: Makeup, known: Makeup): boolean {
  return (['runs', 'places'] as const).every((part) => {
    const own = new Set(page[part]);
    return (
      known[part].length >= LEAST_MAKEUP && known[part].filter((one) => own.has(one)).length >= LEAST_SHARE * known[part].length
    );
  });
}
