import type { Box, PageFacts, StructureFacts } from '#domain/findings/facts.ts';
import { findCodes, type FoundCode } from '../codes.ts';
import type { PagePixels } from '../page-pixels.ts';
import { classifyPage, type PageKind } from './classify.ts';
import type { Ocr } from './ocr.ts';
import { readPixels } from './read-pixels.ts';
import { readabilityOf } from './readability.ts';
import { isSeen } from './seen-words.ts';
import type { TextPage } from './text-layer.ts';
import { segmentsOf, textOf, type Segment, type Word } from './word.ts';
import { zoneInText, type ZoneOnPage } from './zone-on-page.ts';

/** One page as it was read: from its text layer where that can be used, else from its pixels. */
export interface PageRead {
  readonly facts: PageFacts;
  readonly kind: PageKind | 'blank';
  readonly segments: readonly Segment[];
  /** All that the text layer says, seen or not; empty for pages that were read from pixels. */
  readonly layer: readonly Segment[];
  /** Amounts of the layer that are not seen among others that are. */
  readonly unseen: StructureFacts['hidden'];
  readonly zone: ZoneOnPage | null;
  readonly codes: readonly FoundCode[];
  /** From a box of the page as it was read to one of the page as it is shown. */
  readonly back: (box: Box) => Box;
}

/** What reading a page needs beside the page. */
export interface PageReader {
  readonly ocr: Ocr;
  readonly thisYear: number;
  /** Title that the file gives itself: it helps to tell the first page. */
  readonly title: string;
}

const LEAST_LETTERS = 40;
const LEAST_KNOWN = 0.6;
const KNOWN = /^[\p{L}'’.:,;()/-]{1,30}$|^[\d .,/€%:()+-]+$|^[A-Z0-9<-]+$/u;
const MONEY = /\d[.,]\d{2}(?!\d)/;

/** Words of a text layer that are also seen; on a page that cannot be drawn, those that are not drawn without ink. */
const seenWords = (page: TextPage, pixels: PagePixels | null): readonly Word[] =>
  page.words.filter((word) => !word.ink?.hidden && !word.under && (pixels === null || isSeen(word, pixels)));

/** A text layer is used when it holds enough letters, mostly in words, names or numbers: garbled fonts give neither. */
function usable(visible: readonly Word[]): boolean {
  const letters = visible.reduce((sum, word) => sum + word.text.length, 0);
  return letters >= LEAST_LETTERS && visible.filter(({ text }) => KNOWN.test(text)).length / visible.length >= LEAST_KNOWN;
}

function unseenAmounts(page: TextPage, seen: readonly Word[], index: number): StructureFacts['hidden'] {
  const shown = new Set(seen);
  const unseen = page.words.filter((word) => !shown.has(word) && !word.ink?.hidden && MONEY.test(word.text));
  return unseen.map(({ box }) => ({ page: index, box, what: 'layer' as const }));
}

/** Reads one page. @param pixels `null` when it cannot be drawn @param text its text layer, when it has one */
export async function readPage(
  pixels: PagePixels | null,
  index: number,
  text: TextPage | undefined,
  { ocr, thisYear, title }: PageReader,
): Promise<PageRead> {
  const codes = pixels ? await findCodes(pixels) : [];
  const facts: PageFacts = {
    page: index,
    source: 'none',
    confidence: 0,
    blank: false,
    blurred: false,
    dark: false,
    codes: codes.map(({ format, box }) => ({ format, box })),
  };
  const nothing: PageRead = { facts, kind: 'blank', segments: [], layer: [], unseen: [], zone: null, codes, back: (box) => box };
  const words = text ? seenWords(text, pixels) : [];
  if (text && usable(words)) {
    const segments = segmentsOf(words, index, text.aspect);
    const inked = text.words.filter((word) => !word.ink?.hidden);
    return {
      ...nothing,
      facts: { ...facts, source: 'text', confidence: 100 },
      kind: classifyPage(textOf(segments), index === 0 ? title : ''),
      segments,
      layer: segmentsOf(inked, index, text.aspect),
      unseen: pixels ? unseenAmounts(text, words, index) : [],
      zone: zoneInText(segments, thisYear),
    };
  }
  if (!pixels) return nothing;
  const readability = await readabilityOf(pixels);
  if (readability.blank) return { ...nothing, facts: { ...facts, ...readability } };
  const { segments, zone, confidence, back } = await readPixels(pixels, index, ocr, thisYear);
  return {
    ...nothing,
    facts: { ...facts, ...readability, source: 'ocr', confidence },
    kind: classifyPage(textOf(segments)),
    segments,
    zone,
    back,
  };
}
