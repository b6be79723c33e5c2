import {
  READER,
  type Box,
  type Fact,
  type FieldName,
  type FileFacts,
  type PageFacts,
  type PaperFacts,
  type StructureFacts,
} from '#domain/findings/facts.ts';
import type { KnownOrigins } from '#domain/origins/known-origins.ts';
import type { FileType } from '#domain/pieces/file-type.ts';
import { readPdfSignatures } from '#seals/pdf-signature.ts';
import { readSeals } from '#seals/seal-reader.ts';
import { findCodes, type FoundCode } from '../codes.ts';
import { compressionOf } from '../compression/compression.ts';
import { eachPage, READING_LIMITS, type PagePixels } from '../page-pixels.ts';
import { classifyPage, groupPages, isForbidden, type PageKind } from './classify.ts';
import { readPaper } from './fields/readers.ts';
import { fingerprintsOf } from './fingerprints.ts';
import { imageOriginOf } from './image-origin.ts';
import { bundledOcr, systemOcr, type Ocr } from './ocr.ts';
import { originsOf } from './origins.ts';
import { pixelsCheck } from './pixels-check.ts';
import { readPixels } from './read-pixels.ts';
import { readabilityOf } from './readability.ts';
import { inflateWithin, pdfStructure } from './pdf-structure.ts';
import { sealedNumbersCheck, withoutNumbers } from './sealed-numbers.ts';
import { readTrust } from './trust-directory.ts';
import { readTextLayer, type TextPage } from './text-layer.ts';
import { isSeen } from './seen-words.ts';
import { segmentsOf, type Segment, type Word } from './word.ts';
import { zoneInText, type ZoneOnPage } from './zone-on-page.ts';

/** What reading needs. */
export interface ExamineInput {
  readonly bytes: Uint8Array;
  readonly type: FileType;
  /** The bytes are a working copy of another type, made by this program: how they were compressed tells nothing of the file. */
  readonly converted?: boolean;
  /** Absolute path of the system's reader; without it the one of the project is used. */
  readonly tesseract: string | null;
  readonly trustDirectory: string | null;
  readonly trustTestSeals: boolean;
  /** Makers and issuers to compare with; none when absent. */
  readonly origins?: KnownOrigins;
  /** `YYYY-MM-DD`, Paris. */
  readonly today: string;
}

interface PageRead {
  readonly facts: PageFacts;
  readonly kind: PageKind | 'blank';
  readonly segments: readonly Segment[];
  /** All that the text layer says, seen or not; empty for pages that were read from pixels. */
  readonly layer: readonly Segment[];
  readonly zone: ZoneOnPage | null;
  readonly codes: readonly FoundCode[];
  /** From a box of the page as it was read to one of the page as it is shown. */
  readonly back: (box: Box) => Box;
}

const asShown = (box: Box) => box;

const MAX_PAGES = 60;
/** After this many pages in a row that nobody may ask for, the rest is not read. */
const ENOUGH_FORBIDDEN = 3;
const LEAST_LETTERS = 40;
const LEAST_KNOWN = 0.6;

let shipped: Ocr | undefined;
const readerFor = (path: string | null): Ocr => (path ? systemOcr(path) : (shipped ??= bundledOcr()));

/** Words of a text layer that are also seen; on a page that cannot be drawn, those that are not drawn without ink. */
const seenWords = (page: TextPage, pixels: PagePixels | null): readonly Word[] =>
  page.words.filter((word) => !word.ink?.hidden && !word.under && (pixels === null || isSeen(word, pixels)));

/** A text layer is used when it holds enough letters, mostly in words, names or numbers: garbled fonts give neither. */
function usable(visible: readonly Word[]): boolean {
  const letters = visible.reduce((sum, word) => sum + word.text.length, 0);
  if (letters < LEAST_LETTERS) return false;
  const known = visible.filter((word) => /^[\p{L}'’.:,;()/-]{1,30}$|^[\d .,/€%:()+-]+$|^[A-Z0-9<-]+$/u.test(word.text));
  return known.length / visible.length >= LEAST_KNOWN;
}

const MONEY = /\d[.,]\d{2}(?!\d)/;

/** Amounts of a layer that are not seen among others that are. */
function unseenValues(page: TextPage, seen: readonly Word[], index: number): StructureFacts['hidden'] {
  const shown = new Set(seen);
  const unseen = page.words.filter((word) => !shown.has(word) && !word.ink?.hidden && MONEY.test(word.text));
  return unseen.map(({ box }) => ({ page: index, box, what: 'layer' as const }));
}

const emptyStructure: StructureFacts = {
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
};

/** Reads one file: words, codes, kinds of paper, facts, structure. Bytes are the original's. Never throws on hostile bytes that open. */
export async function examineFile(input: ExamineInput): Promise<FileFacts> {
  const ocr = readerFor(input.tesseract);
  const trust = await readTrust(input.trustDirectory, input.trustTestSeals, input.today);
  const thisYear = Number(input.today.slice(0, 4));
  const layer = input.type === 'pdf' ? await readTextLayer(input.bytes, MAX_PAGES) : null;
  const pages: PageRead[] = [];
  let first: PagePixels | null = null;
  let forbidden = 0;
  const hidden: StructureFacts['hidden'][number][] = [];
  await eachPage({ bytes: input.bytes, type: input.type }, READING_LIMITS, async (pixels, index) => {
    if (index === 0) first = pixels;
    if (index >= MAX_PAGES || forbidden >= ENOUGH_FORBIDDEN) return;
    const read = await readPage(pixels, index, layer?.pages[index]);
    forbidden = read.kind !== 'blank' && isForbidden(read.kind.kind) ? forbidden + 1 : 0;
    pages.push(read);
  });

  async function readPage(pixels: PagePixels | null, index: number, text: TextPage | undefined): Promise<PageRead> {
    const codes = pixels ? await findCodes(pixels) : [];
    const marks = codes.map(({ format, box }) => ({ format, box }));
    const words = text ? seenWords(text, pixels) : [];
    if (text && usable(words)) {
      const segments = segmentsOf(words, index, text.aspect);
      if (pixels) hidden.push(...unseenValues(text, words, index));
      return {
        facts: { page: index, source: 'text', confidence: 100, blank: false, blurred: false, dark: false, codes: marks },
        kind: classifyPage(textOf(segments), index === 0 ? (layer?.origin.title ?? '') : ''),
        segments,
        layer: segmentsOf(
          text.words.filter((word) => !word.ink?.hidden),
          index,
          text.aspect,
        ),
        zone: zoneInText(segments, thisYear),
        codes,
        back: asShown,
      };
    }
    if (!pixels) return { facts: noPage(index), kind: 'blank', segments: [], layer: [], zone: null, codes, back: asShown };
    const readability = await readabilityOf(pixels);
    if (readability.blank)
      return {
        facts: { ...noPage(index), ...readability, codes: marks },
        kind: 'blank',
        segments: [],
        layer: [],
        zone: null,
        codes,
        back: asShown,
      };
    const { segments, zone, confidence, back } = await readPixels(pixels, index, ocr, thisYear);
    return {
      facts: { page: index, source: 'ocr', confidence, ...readability, codes: marks },
      kind: classifyPage(textOf(segments)),
      segments,
      layer: [],
      zone,
      codes,
      back,
    };
  }

  const codes = pages.flatMap((page) => page.codes.map(({ bytes, box }) => ({ bytes, at: { page: page.facts.page, box } })));
  const seals = readSeals(codes, trust.seals, input.today);
  const written = input.type === 'pdf' ? latin1(input.bytes) : null;
  const signatures = written === null ? [] : readPdfSignatures(input.bytes, written, trust.pdf, input.today, inflateWithin);
  const papers = groupPages(pages.map((page) => page.kind)).map((paper): PaperFacts => {
    const own = paper.pages.flatMap((page) => pages[page]?.segments ?? []);
    const zone = paper.pages.map((page) => pages[page]?.zone ?? null).find((found) => found !== null) ?? null;
    const fields = isForbidden(paper.kind) ? {} : readPaper(paper.kind, { segments: own, flow: flowOf(own) }, zone);
    const ownSeals = seals.filter(({ at }) => at && paper.pages.includes(at.page));
    const source = paper.pages.some((page) => pages[page]?.facts.source === 'ocr') ? 'ocr' : 'text';
    const numbers = sealedNumbersCheck(ownSeals, textOf(own), paper.pages[0] ?? 0, source);
    return { ...paper, fields: { ...shown(fields, pages), ...(numbers ? { seal_numbers_check: [numbers] } : {}) } };
  });
  const structure: StructureFacts = {
    ...emptyStructure,
    ...(layer ? pdfStructure(input.bytes, written ?? '', layer, hidden) : {}),
  };
  // A seal proves what the layer says, a trace says that it may have been changed: there the pixels are asked too.
  const asked = new Set([
    ...seals.flatMap(({ at }) => (at ? [at.page] : [])),
    ...[...structure.overlays, ...structure.hidden].map(({ page }) => page),
  ]);
  const checked: PaperFacts[] = [];
  for (const paper of papers) {
    // Of papers that nobody may ask for nothing is read, by no way.
    const doubtful = (isForbidden(paper.kind) ? [] : paper.pages).filter(
      (page) => asked.has(page) && pages[page]?.facts.source === 'text',
    );
    checked.push(doubtful.length === 0 ? paper : { ...paper, fields: await seenToo(paper, doubtful) });
  }

  /** Fields of a paper with the answer of its pixels: what a layer says is not what is drawn. */
  async function seenToo(paper: PaperFacts, own: readonly number[]): Promise<PaperFacts['fields']> {
    const segments: Segment[] = [];
    const back = new Map<number, (box: Box) => Box>();
    for (const only of own)
      await eachPage({ bytes: input.bytes, type: input.type, only }, READING_LIMITS, async (pixels) => {
        if (!pixels) return;
        const read = await readPixels(pixels, only, ocr, thisYear);
        segments.push(...read.segments);
        back.set(only, read.back);
      });
    const said = paper.pages.flatMap((page) => pages[page]?.layer ?? []);
    const seen = readPaper(paper.kind, { segments, flow: flowOf(segments) }, null);
    const whole = pixelsCheck(readPaper(paper.kind, { segments: said, flow: flowOf(said) }, null), seen);
    const answer = whole?.value === 'ok' ? pixelsCheck(paper.fields, seen) : whole;
    if (!answer) return paper.fields;
    // Where another value stands than the layer says; what is right has no place of its own.
    const box = answer.value === 'wrong' && answer.box ? (back.get(answer.page)?.(answer.box) ?? answer.box) : null;
    return { ...paper.fields, pixels_check: [{ ...answer, box }] };
  }
  const origin = input.type === 'pdf' ? null : await imageOriginOf(input.bytes);
  const isText = (page: number) => pages[page]?.facts.source === 'text';
  const printed = checked
    .filter(({ pages: own }) => own.every(isText))
    .map(({ kind, pages: own }) => ({ kind, text: textOf(own.flatMap((page) => pages[page]?.segments ?? [])) }));
  const said = [layer?.origin.producer, layer?.origin.creator].filter((name) => typeof name === 'string');
  return {
    reader: READER,
    pages: pages.map((page) => page.facts),
    papers: checked,
    seals: [...seals, ...signatures].map(withoutNumbers),
    structure: {
      ...structure,
      ...(origin ? { imageSoftware: origin.software, generated: origin.generated } : {}),
      ...(input.origins && isText(0) ? originsOf(input.origins, pages[0]?.segments ?? [], printed, said) : {}),
      ...(input.converted ? {} : { compression: await compressionOf(input.bytes, input.type) }),
    },
    fingerprints: await fingerprintsOf(
      pages.flatMap((page) => page.segments),
      first,
    ),
  };
}

/** Boxes of facts, from pages as read to pages as shown. */
function shown(fields: PaperFacts['fields'], pages: readonly PageRead[]): PaperFacts['fields'] {
  const moved = (fact: Fact): Fact => ({ ...fact, box: fact.box && (pages[fact.page]?.back(fact.box) ?? fact.box) });
  return Object.fromEntries(
    (Object.entries(fields) as [FieldName, readonly Fact[]][]).map(([name, facts]) => [name, facts.map(moved)]),
  );
}

const latin1 = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
const noPage = (page: number): PageFacts => ({
  page,
  source: 'none',
  confidence: 0,
  blank: false,
  blurred: false,
  dark: false,
  codes: [],
});
const textOf = (segments: readonly Segment[]) => segments.map((segment) => segment.folded).join('\n');

/** All segments of a paper on one line, for sentences that wrap. */
function flowOf(segments: readonly Segment[]): Segment {
  return {
    words: segments.flatMap((segment) => segment.words),
    text: segments.map((segment) => segment.text).join(' '),
    folded: segments.map((segment) => segment.folded).join(' '),
    box: [0, 0, 1, 1],
    line: 0,
    page: segments[0]?.page ?? 0,
  };
}
