import type { Fact } from '#domain/findings/facts.ts';
import { around, type Segment } from '../word.ts';
import type { PaperText } from './pick.ts';
import { toPerson, toText } from './values.ts';

const TOWN = /^\d{5} [A-Z]/;
const STREET = /^\d{1,4}(?: ?(?:BIS|TER|[A-D]))?,? [A-Z]|^(?:RUE|AVENUE|PLACE|CHEMIN|LIEU-?DIT|RESIDENCE)\b/;

const fact = (segments: readonly Segment[], value: string): Fact | null => {
  const first = segments[0];
  const words = segments.flatMap((segment) => segment.words);
  const word = words[0];
  if (!first || !word) return null;
  return {
    value,
    page: first.page,
    box: around(segments.map((segment) => segment.box)),
    source: word.source,
    confidence: Math.round(Math.min(...words.map((one) => one.confidence))),
  };
};

/** The block of an addressee: a name, lines of address, a line that begins with a postcode, all starting at the same left. */
export function addressee(paper: PaperText): { readonly name: Fact | null; readonly address: Fact | null } {
  for (const town of paper.segments.filter((segment) => TOWN.test(segment.folded))) {
    const block = [town];
    for (;;) {
      const top = block[0] ?? town;
      const above = paper.segments
        .filter(
          (other) =>
            other.page === town.page &&
            Math.abs(other.box[0] - town.box[0]) < 0.03 &&
            other.box[1] < top.box[1] &&
            top.box[1] - other.box[1] < Math.max(0.03, top.box[3] * 2.6),
        )
        .sort((a, b) => b.box[1] - a.box[1])[0];
      if (!above || block.length >= 6) break;
      block.unshift(above);
      if (!STREET.test(above.folded) && !/\d/.test(above.folded)) break;
    }
    const [head, ...lines] = block;
    if (!head || lines.length === 0) continue;
    const name = /\d/.test(head.folded) ? null : toPerson(head.text.replace(/^.*:\s*/, ''));
    const address = toText(lines.map((line) => line.text).join(', '));
    return { name: name === null ? null : fact([head], name), address: address === null ? null : fact(lines, address) };
  }
  return { name: null, address: null };
}
