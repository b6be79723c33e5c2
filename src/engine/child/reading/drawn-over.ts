import type { Box, StructureFacts } from '#domain/findings/facts.ts';
import { around, type Word } from './word.ts';

const VALUE = /^-?[\d .,/€-]*\d[\d .,/€-]*$/;
const isValue = (text: string) => VALUE.test(text);
const shared = (a: Box, b: Box) => {
  const width = Math.min(a[0] + a[2], b[0] + b[2]) - Math.max(a[0], b[0]);
  const height = Math.min(a[1] + a[3], b[1] + b[3]) - Math.max(a[1], b[1]);
  return width > 0 && height > 0 ? (width * height) / Math.max(1e-9, Math.min(a[2] * a[3], b[2] * b[3])) : 0;
};

/** Runs of words drawn one after the other on one line with one ink: `1 852,59 €`. */
function runsOf(words: readonly Word[]): readonly Word[] {
  const runs: Word[] = [];
  for (const word of words) {
    const last = runs.at(-1);
    const gap = last ? word.box[0] - (last.box[0] + last.box[2]) : 1;
    const follows =
      last &&
      last.ink?.font === word.ink?.font &&
      last.ink?.size === word.ink?.size &&
      gap > -0.001 &&
      gap < 0.012 &&
      Math.abs(word.box[1] - last.box[1]) < 0.004;
    if (last && follows && isValue(last.text) && isValue(word.text))
      runs[runs.length - 1] = { ...last, text: `${last.text} ${word.text}`, box: around([last.box, word.box]) };
    else runs.push(word);
  }
  return runs;
}

/** Least share of the smaller box that two values have in common to count as drawn over each other. */
const LEAST_SHARE = 0.35;
/** Values compared with each other on one page: no honest page has more, and time grows with the square. */
const MOST_VALUES = 1500;

/** Two different values at one place: the covered one is still in the layer. The same text twice (fake bold) is no finding. */
export function overlaysOf(words: readonly Word[], page: number): StructureFacts['overlays'] {
  const values = runsOf(words)
    .filter((word) => /\d/.test(word.text) || /^[A-ZÀ-Ý-]{4,}$/.test(word.text))
    .slice(0, MOST_VALUES);
  const found: StructureFacts['overlays'][number][] = [];
  values.forEach((under, index) => {
    for (const over of values.slice(index + 1)) {
      if (under.text === over.text || isValue(under.text) !== isValue(over.text)) continue;
      // A large stamp across a page is a background, not a replacement.
      const [small, large] = [under.box[3], over.box[3]].sort((a, b) => a - b);
      if ((large ?? 0) > (small ?? 0) * 2) continue;
      if (under.ink?.hidden || over.ink?.hidden || shared(under.box, over.box) < LEAST_SHARE) continue;
      found.push({ page, box: around([under.box, over.box]), values: [under.text, over.text] });
    }
  });
  return found;
}

const FEW = 4;

/** Fonts that draw nothing but a few values, where other values of the page have another font; a value whose font is not in the file is odd too. */
export function oddFontsOf(words: readonly Word[], page: number): StructureFacts['oddFonts'] {
  const fonts = new Map<string, Word[]>();
  for (const word of words)
    if (word.ink && !word.ink.hidden) fonts.set(word.ink.font, [...(fonts.get(word.ink.font) ?? []), word]);
  if (fonts.size < 2) return [];
  const amounts = words.filter((word) => isValue(word.text)).length;
  const embeddedElsewhere = words.some((word) => word.ink?.embedded);
  return [...fonts].flatMap(([font, own]) => {
    const values = own.filter((word) => isValue(word.text) || word.text === '€');
    const foreign = embeddedElsewhere && own.every((word) => !word.ink?.embedded);
    const odd = values.length === own.length && values.length <= FEW && amounts >= values.length * 4;
    return odd && (foreign || values.length > 0)
      ? [{ page, box: around(values.map((word) => word.box)), font: font.replace(/^[A-Z]{6}\+/, '') }]
      : [];
  });
}
