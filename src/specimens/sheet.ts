import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { PDF, rgb, StandardFonts, type EmbeddedFont, type PDFPage } from '@libpdf/core';

const require = createRequire(import.meta.url);
const fontFile = (path: string) => readFileSync(require.resolve(`@expo-google-fonts/noto-sans/${path}`));

/** How a line of text looks. Sizes are points; `right` aligns the end of the text at `x`. */
export interface TextStyle {
  readonly size?: number;
  readonly bold?: boolean;
  readonly mono?: boolean;
  readonly grey?: boolean;
  readonly right?: boolean;
}

/** Where a file says it comes from. */
export interface SheetOrigin {
  readonly producer: string;
  readonly creator: string;
  readonly createdAt: Date;
  readonly modifiedAt?: Date;
}

/** A4 pages on which specimens are written; coordinates in points from the top left. */
export interface Sheet {
  text(x: number, y: number, words: string, style?: TextStyle): void;
  line(x1: number, y: number, x2: number): void;
  fill(x: number, y: number, width: number, height: number, tint: 'pale' | 'mid'): void;
  /** A square PNG, for codes. */
  image(x: number, y: number, side: number, png: Uint8Array): void;
  newPage(): void;
  save(): Promise<Uint8Array>;
}

const A4 = { width: 595, height: 842 } as const;
const TINTS = { pale: rgb(0.87, 0.91, 0.97), mid: rgb(0.72, 0.77, 0.85) } as const;

/** Starts a PDF. Every page carries a small note that the paper is a specimen without value. */
export function startSheet(origin: SheetOrigin): Sheet {
  const pdf = PDF.create();
  const regular = pdf.embedFont(fontFile('400Regular/NotoSans_400Regular.ttf'));
  // A font without glyphs cannot be cut down to its used ones, so the bold one comes only when wanted.
  let bold: EmbeddedFont | null = null;
  let page: PDFPage;
  const newPage = () => {
    page = pdf.addPage(A4);
    page.drawText('Document de démonstration, sans valeur : personnes, sociétés et montants sont inventés.', {
      x: 40,
      y: 24,
      size: 7,
      font: regular,
      color: rgb(0.45, 0.45, 0.45),
    });
  };
  newPage();
  return {
    text(x, y, words, style = {}) {
      const size = style.size ?? 9;
      const font = style.bold ? (bold ??= pdf.embedFont(fontFile('700Bold/NotoSans_700Bold.ttf'))) : regular;
      const left = style.right ? x - font.getTextWidth(words, size) : x;
      page.drawText(words, {
        x: left,
        y: A4.height - y,
        size,
        font: style.mono ? StandardFonts.Courier : font,
        color: style.grey ? rgb(0.4, 0.4, 0.4) : rgb(0, 0, 0),
      });
    },
    line(x1, y, x2) {
      const level = A4.height - y;
      page.drawLine({ start: { x: x1, y: level }, end: { x: x2, y: level }, thickness: 0.6, color: rgb(0.5, 0.5, 0.5) });
    },
    fill(x, y, width, height, tint) {
      page.drawRectangle({ x, y: A4.height - y - height, width, height, color: TINTS[tint] });
    },
    image(x, y, side, png) {
      page.drawImage(pdf.embedImage(png), { x, y: A4.height - y - side, width: side, height: side });
    },
    newPage,
    async save() {
      pdf.setProducer(origin.producer);
      pdf.setCreator(origin.creator);
      pdf.setCreationDate(origin.createdAt);
      pdf.setModificationDate(origin.modifiedAt ?? origin.createdAt);
      return pdf.save({ subsetFonts: true });
    },
  };
}
