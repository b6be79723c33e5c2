import type { CivilDate } from '#kernel/civil-date.ts';
import type { PaperKind } from '#domain/findings/facts.ts';
import { startSheet, type TextStyle } from './sheet.ts';
import { morningOf, type Specimen } from './specimen.ts';

/** A line of a paper: words at the left, or cells at their own places. */
export type Line = string | readonly (readonly [x: number, words: string, style?: TextStyle])[];

/** A paper of words only: a title on the first page, then lines from top to bottom. A line `''` leaves room. */
export interface Letter {
  readonly name: string;
  readonly kind: PaperKind;
  readonly title: string;
  readonly madeOn: CivilDate;
  /** Pages, each with its lines. */
  readonly pages: readonly (readonly Line[])[];
  readonly expected: Specimen['expected'];
}

/** Writes a paper of words only. */
export async function writeLetter({ name, kind, title, madeOn, pages, expected }: Letter): Promise<Specimen> {
  const sheet = startSheet({ producer: 'Éditique Imaginaire 2', creator: 'Éditique Imaginaire', createdAt: morningOf(madeOn) });
  pages.forEach((lines, page) => {
    if (page > 0) sheet.newPage();
    if (page === 0) sheet.text(40, 60, title, { size: 13, bold: true });
    lines.forEach((line, index) => {
      const y = 96 + index * 18;
      const cells = typeof line === 'string' ? ([[40, line]] as const) : line;
      for (const [x, words, style] of cells) if (words !== '') sheet.text(x, y, words, style);
    });
  });
  return { name, kind, bytes: await sheet.save(), expected };
}
