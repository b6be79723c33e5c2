import type { Box } from '#domain/findings/facts.ts';

/** How a word of a text layer is drawn. */
export interface Ink {
  readonly font: string;
  /** Points. */
  readonly size: number;
  readonly embedded: boolean;
  /** Render mode 3, or no ink at all: the text is there and does not show. */
  readonly hidden: boolean;
  /** What it is filled with, 0 to 255; `null` where that is no plain colour. */
  readonly colour: readonly [number, number, number] | null;
}

/** One word on a page. */
export interface Word {
  readonly text: string;
  readonly box: Box;
  readonly source: 'text' | 'ocr';
  /** 0–100; 100 for text layers. */
  readonly confidence: number;
  readonly ink?: Ink;
  /** Something was drawn over it later: it is in the file, and is not what people see. */
  readonly under?: true;
}

/** Words that stand close together on one line: a label, a value, a sentence. */
export interface Segment {
  readonly words: readonly Word[];
  /** Words joined by one space. */
  readonly text: string;
  /** `text` in capitals without accents, letter for letter, so that patterns need not know them. */
  readonly folded: string;
  readonly box: Box;
  /** Lines count from the top of the page. */
  readonly line: number;
  readonly page: number;
}

const SINGLE: Readonly<Record<string, string>> = {
  '’': "'",
  '‘': "'",
  ʼ: "'",
  '–': '-',
  '—': '-',
  '−': '-',
  '\u00a0': ' ',
  '\u202f': ' ',
  // Letters that no accent explains.
  ł: 'L',
  Ł: 'L',
  ø: 'O',
  Ø: 'O',
  đ: 'D',
  Đ: 'D',
  ð: 'D',
  ı: 'I',
  æ: 'A',
  Æ: 'A',
  œ: 'O',
  Œ: 'O',
  ß: 'S',
};

/** Capitals without accents, one character for one. */
export function fold(text: string): string {
  return Array.from(text, (letter) => {
    const plain = SINGLE[letter] ?? letter.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase();
    return plain.length === letter.length ? plain : letter;
  }).join('');
}

/** Smallest box around boxes. */
export function around(boxes: readonly Box[]): Box {
  const left = Math.min(...boxes.map((box) => box[0]));
  const top = Math.min(...boxes.map((box) => box[1]));
  return [
    left,
    top,
    Math.max(...boxes.map((box) => box[0] + box[2])) - left,
    Math.max(...boxes.map((box) => box[1] + box[3])) - top,
  ];
}

const middle = (word: Word) => word.box[1] + word.box[3] / 2;

const makeSegment = (words: readonly Word[], line: number, page: number): Segment => {
  const text = words.map((word) => word.text).join(' ');
  return { words, text, folded: fold(text), box: around(words.map((word) => word.box)), line, page };
};

/**
 * Groups words into lines by height, then cuts lines at wide gaps: two columns never mix in one segment.
 * @param aspect width of the page over its height, since boxes are in shares of each
 */
export function segmentsOf(words: readonly Word[], page: number, aspect: number): readonly Segment[] {
  const lines: Word[][] = [];
  const usual = words.map((word) => word.box[3]).sort((a, b) => a - b)[words.length >> 1] ?? 0;
  for (const word of [...words].sort((a, b) => middle(a) - middle(b))) {
    const line = lines.at(-1);
    const last = line?.at(-1);
    // A tall smudge must not join two lines, nor a low dash break one.
    const height = Math.max(usual, Math.min(word.box[3], last?.box[3] ?? 0));
    if (line && last && middle(word) - middle(last) < height * 0.45) line.push(word);
    else lines.push([word]);
  }
  return lines.flatMap((line, number) => {
    const sorted = line.sort((a, b) => a.box[0] - b.box[0]);
    const heights = sorted.map((word) => word.box[3]).sort((a, b) => a - b);
    const gap = ((heights[heights.length >> 1] ?? 0) / aspect) * 1.5;
    const segments: Word[][] = [];
    for (const word of sorted) {
      const last = segments.at(-1)?.at(-1);
      if (last && word.box[0] - (last.box[0] + last.box[2]) < gap) segments.at(-1)?.push(word);
      else segments.push([word]);
    }
    return segments.map((part) => makeSegment(part, number, page));
  });
}

/** Segments one below the other, in folded letters. */
export const textOf = (segments: readonly Segment[]): string => segments.map((segment) => segment.folded).join('\n');

/** All segments of a paper on one line, for sentences that wrap. */
export function flowOf(segments: readonly Segment[]): Segment {
  return {
    words: segments.flatMap((segment) => segment.words),
    text: segments.map((segment) => segment.text).join(' '),
    folded: segments.map((segment) => segment.folded).join(' '),
    box: [0, 0, 1, 1],
    line: 0,
    page: segments[0]?.page ?? 0,
  };
}
