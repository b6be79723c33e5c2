import type { Box } from '#domain/findings/facts.ts';
import type { PagePixels } from '../page-pixels.ts';
import { evenLight } from './even-light.ts';
import type { Ocr } from './ocr.ts';
import { levelled, turn } from './upright.ts';
import { segmentsOf, type Segment, type Word } from './word.ts';
import { zoneInPixels, type ZoneOnPage } from './zone-on-page.ts';

/** What pixels say: segments and zone on the levelled page. */
export interface PixelsRead {
  readonly segments: readonly Segment[];
  readonly zone: ZoneOnPage | null;
  /** From a box of the levelled page to one of the page as given. */
  readonly back: (box: Box) => Box;
  /** Mean of the words, 0–100. */
  readonly confidence: number;
}

/** Under this mean, or with fewer sure words, the page may lie on its side. */
const POOR_CONFIDENCE = 55;
const FEW_WORDS = 6;
const NOISE = 20;

const meanOf = (words: readonly Word[]) =>
  words.length === 0 ? 0 : words.reduce((sum, word) => sum + word.confidence, 0) / words.length;
const sure = (words: readonly Word[]) => words.filter((word) => word.confidence >= 70 && /[\p{L}\d]{3}/u.test(word.text)).length;

/** Pictures read as words are tall and unsure. */
function withoutSmudges(words: readonly Word[]): readonly Word[] {
  const usual = words.map((word) => word.box[3]).sort((a, b) => a - b)[words.length >> 1] ?? 0;
  return words.filter((word) => word.confidence >= 60 || word.box[3] < usual * 2.2);
}

/** Reads a page without text layer: levels it, evens its light, turns it when what is read makes no sense, reads its machine zone apart. */
export async function readPixels(pixels: PagePixels, index: number, ocr: Ocr, thisYear: number): Promise<PixelsRead> {
  const level = await levelled(pixels);
  const even = await evenLight(level.page);
  let best = { words: await ocr.read(even, { language: 'fra', layout: 11 }), page: even, back: level.back };
  if (meanOf(best.words) < POOR_CONFIDENCE || sure(best.words) < FEW_WORDS) {
    for (const degrees of [180, 90, 270]) {
      const turned = await turn(even, degrees);
      const words = await ocr.read(turned.page, { language: 'fra', layout: 11 });
      if (sure(words) > sure(best.words) * 1.5 + 2)
        best = { words, page: turned.page, back: (box) => level.back(turned.back(box)) };
    }
  }
  const words = best.words.filter((word) => word.confidence >= NOISE && !/^[|_—=~\-\\[\]]+$/.test(word.text));
  const aspect = best.page.width / best.page.height;
  const read = segmentsOf(withoutSmudges(words), index, aspect);
  const zone = await zoneInPixels(best.page, index, segmentsOf(best.words, index, aspect), ocr, thisYear);
  return {
    segments: read,
    zone,
    back: best.back,
    confidence: Math.round(meanOf(words)),
  };
}
