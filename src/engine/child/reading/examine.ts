import type { FileFacts, PageFacts } from '#domain/findings/facts.ts';
import type { FileType } from '#domain/pieces/file-type.ts';
import { findCodes } from '../codes.ts';
import { eachPage, READING_LIMITS, type PagePixels } from '../page-pixels.ts';

/** Raised when the reading changes. */
const READER = 1;

export interface ExamineInput {
  readonly bytes: Uint8Array;
  readonly type: FileType;
  readonly tesseract: string | null;
  readonly trustDirectory: string | null;
  readonly trustTestSeals: boolean;
  /** `YYYY-MM-DD`, Paris. */
  readonly today: string;
}

const BLANK_MEAN = 245;
const BLANK_VARIANCE = 20;
const DARK_MEAN = 60;

/** Mean and variance of brightness, from a sample. */
function brightness(page: PagePixels): { mean: number; variance: number } {
  const step = Math.max(1, Math.floor(page.data.length / page.channels / 50_000)) * page.channels;
  let [count, sum, squares] = [0, 0, 0];
  for (let at = 0; at < page.data.length; at += step) {
    const value = page.data[at] ?? 0;
    count += 1;
    sum += value;
    squares += value * value;
  }
  const mean = sum / count;
  return { mean, variance: squares / count - mean * mean };
}

/** Examines one file: per page, whether it can be read and where its machine-readable codes are. */
export async function examineFile(input: ExamineInput): Promise<FileFacts> {
  const pages: PageFacts[] = [];
  await eachPage(input, READING_LIMITS, async (pixels, page) => {
    if (!pixels) return;
    const { mean, variance } = brightness(pixels);
    const codes = await findCodes(pixels);
    pages.push({
      page,
      source: 'none',
      confidence: 0,
      blank: mean > BLANK_MEAN && variance < BLANK_VARIANCE,
      blurred: false,
      dark: mean < DARK_MEAN,
      codes: codes.map(({ format, box }) => ({ format, box })),
    });
  });
  return {
    reader: READER,
    pages,
    papers: [],
    seals: [],
    structure: {
      producer: null,
      creator: null,
      createdAt: null,
      modifiedAt: null,
      metadataDisagrees: false,
      updates: [],
      overlays: [],
      hidden: [],
      oddFonts: [],
      imageSoftware: null,
      generated: false,
    },
    fingerprints: { text: null, figures: null, layout: null },
  };
}
