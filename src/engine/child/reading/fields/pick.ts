import type { Fact } from '#domain/findings/facts.ts';
import { around, type Segment, type Word } from '../word.ts';

/** The text of one paper: the segments of its pages in reading order. */
export interface PaperText {
  readonly segments: readonly Segment[];
  /** All words of the paper on one line, for sentences that wrap. */
  readonly flow: Segment;
}

/** Turns matched text into the value of a fact; `null` when it is not one. */
export type Parse = (text: string) => string | null;

const parsedFact = (segment: Segment, match: RegExpExecArray, parse: Parse): Fact | null => {
  const group = match[1] ?? match[0];
  const start = match.index + match[0].indexOf(group);
  const value = parse(segment.text.slice(start, start + group.length));
  if (value === null) return null;
  let at = 0;
  const words: Word[] = [];
  for (const word of segment.words) {
    if (at + word.text.length > start && at < start + group.length) words.push(word);
    at += word.text.length + 1;
  }
  const first = words[0];
  if (!first) return null;
  return {
    value,
    page: segment.page,
    box: around(words.map((word) => word.box)),
    source: first.source,
    confidence: Math.round(Math.min(...words.map((word) => word.confidence))),
  };
};

/** Runs a pattern (its first group is the value) on the whole paper; for sentences. */
export function inSentence(paper: PaperText, pattern: RegExp, parse: Parse): Fact | null {
  const match = pattern.exec(paper.flow.folded);
  if (!match) return null;
  const fact = parsedFact(paper.flow, match, parse);
  if (!fact) return null;
  const page = pageOfOffset(paper, match.index);
  return { ...fact, page };
}

function pageOfOffset(paper: PaperText, offset: number): number {
  let at = 0;
  for (const segment of paper.segments) {
    at += segment.text.length + 1;
    if (offset < at) return segment.page;
  }
  return paper.segments[0]?.page ?? 0;
}

/** Runs a pattern on each segment; every match. */
export function inSegments(paper: PaperText, pattern: RegExp, parse: Parse): readonly Fact[] {
  return paper.segments.flatMap((segment) => {
    const match = pattern.exec(segment.folded);
    const fact = match && parsedFact(segment, match, parse);
    return fact ? [fact] : [];
  });
}

/** Runs a pattern again and again on one segment; every match, left to right. */
export function everyIn(segment: Segment, pattern: RegExp, parse: Parse): readonly Fact[] {
  return [...segment.folded.matchAll(new RegExp(pattern.source, 'g'))].flatMap(
    (match) => parsedFact(segment, match, parse) ?? [],
  );
}

const centre = (segment: Segment) => segment.box[1] + segment.box[3] / 2;
const rowHeight = 0.006;

/** Segments right of one, on its row, left to right. */
export function rightOf(paper: PaperText, segment: Segment): readonly Segment[] {
  return paper.segments
    .filter(
      (other) =>
        other !== segment &&
        other.page === segment.page &&
        other.box[0] >= segment.box[0] + segment.box[2] * 0.5 &&
        Math.abs(centre(other) - centre(segment)) < Math.max(rowHeight, segment.box[3] * 0.7),
    )
    .sort((a, b) => a.box[0] - b.box[0]);
}

/** Segments under one, within a few lines, nearest first. */
export function below(paper: PaperText, segment: Segment): readonly Segment[] {
  const [left, , width] = segment.box;
  const reach = Math.max(0.06, segment.box[3] * 4);
  return paper.segments
    .filter((other) => {
      const down = centre(other) - centre(segment);
      return (
        other.page === segment.page &&
        down > rowHeight &&
        down < reach &&
        other.box[0] < left + width &&
        other.box[0] + other.box[2] > left
      );
    })
    .sort((a, b) => centre(a) - centre(b));
}

/** Where a value stands from its label. */
export type Where = 'after' | 'right' | 'last' | 'below';

/**
 * The value of a label: `after` it in the same segment, else the first to the `right`; `last` takes the last of the row;
 * `below` looks under the label only.
 */
export function labelled(paper: PaperText, label: RegExp, value: RegExp, parse: Parse, where: Where = 'after'): Fact | null {
  for (const segment of paper.segments) {
    const found = besideLabel(paper, segment, label, value, parse, where);
    if (found) return found;
  }
  return null;
}

/** Places of one label that are looked at: no honest paper has more, and each is compared with the whole page. */
const MOST_PLACES = 50;

/** The values of every place where a label stands, first the one that `labelled` gives; a value said again is told once. */
export function everyLabelled(
  paper: PaperText,
  label: RegExp,
  value: RegExp,
  parse: Parse,
  where: Where = 'after',
): readonly Fact[] {
  const places = paper.segments.filter((segment) => label.test(segment.folded)).slice(0, MOST_PLACES);
  const found = places.flatMap((segment) => besideLabel(paper, segment, label, value, parse, where) ?? []);
  return found.filter((fact, index) => found.findIndex((other) => other.value === fact.value) === index);
}

function besideLabel(paper: PaperText, segment: Segment, label: RegExp, value: RegExp, parse: Parse, where: Where): Fact | null {
  const match = label.exec(segment.folded);
  if (!match) return null;
  const end = match.index + match[0].length;
  const rest = new RegExp(value.source, 'g');
  rest.lastIndex = end;
  const own = where === 'after' ? rest.exec(segment.folded) : null;
  const found = own && parsedFact(segment, own, parse);
  if (found) return found;
  const row = where === 'below' ? below(paper, segment) : rightOf(paper, segment);
  const candidates = (where === 'last' ? [...row].reverse() : row).flatMap((other) => {
    const inside = value.exec(other.folded);
    const fact = inside && parsedFact(other, inside, parse);
    return fact ? [fact] : [];
  });
  if (candidates[0]) return candidates[0];
  if (where !== 'last' && where !== 'right') return null;
  const all = [...segment.folded.slice(end).matchAll(new RegExp(value.source, 'g'))].at(-1);
  if (!all) return null;
  all.index += end;
  return parsedFact(segment, all, parse);
}

/** The value where a row and a column of a table meet: on the row, nearest to the column's heading. */
export function inTable(paper: PaperText, row: RegExp, column: RegExp, value: RegExp, parse: Parse): Fact | null {
  const heading = paper.segments.findLast((segment) => column.test(segment.folded) && segment.folded.length < 30);
  if (!heading) return null;
  const target = heading.box[0] + heading.box[2] / 2;
  for (const label of paper.segments.filter((segment) => row.test(segment.folded))) {
    const cells = rightOf(paper, label)
      .map((cell) => ({ cell, far: Math.abs(cell.box[0] + cell.box[2] / 2 - target) }))
      .sort((a, b) => a.far - b.far);
    for (const { cell, far } of cells) {
      const match = far < 0.12 ? value.exec(cell.folded) : null;
      const fact = match && parsedFact(cell, match, parse);
      if (fact) return fact;
    }
  }
  return null;
}
