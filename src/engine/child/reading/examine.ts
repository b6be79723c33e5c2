import { READER, type FileFacts, type StructureFacts } from '#domain/findings/facts.ts';
import type { KnownOrigins } from '#domain/origins/known-origins.ts';
import type { FileType } from '#domain/pieces/file-type.ts';
import { readPdfSignatures } from '#seals/pdf-signature.ts';
import { readSeals } from '#seals/seal-reader.ts';
import { compressionOf } from '../compression/compression.ts';
import { eachPage, READING_LIMITS, type PagePixels } from '../page-pixels.ts';
import { isForbidden } from './classify.ts';
import { fingerprintsOf } from './fingerprints.ts';
import { imageOriginOf } from './image-origin.ts';
import { bundledOcr, systemOcr, type Ocr } from './ocr.ts';
import { originsOf } from './origins.ts';
import { readPage, type PageRead } from './page-read.ts';
import { askedOfPixels, papersOf } from './papers-read.ts';
import { inflateWithin, pdfStructure } from './pdf-structure.ts';
import { readPixels, type PixelsRead } from './read-pixels.ts';
import { withoutNumbers } from './sealed-numbers.ts';
import { readTextLayer } from './text-layer.ts';
import { readTrust } from './trust-directory.ts';
import { textOf } from './word.ts';

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

const MAX_PAGES = 60;
/** After this many pages in a row that nobody may ask for, the rest is not read. */
const ENOUGH_FORBIDDEN = 3;

let shipped: Ocr | undefined;
const readerFor = (path: string | null): Ocr => (path ? systemOcr(path) : (shipped ??= bundledOcr()));

const latin1 = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');

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
  const { bytes, type } = input;
  const trust = await readTrust(input.trustDirectory, input.trustTestSeals, input.today);
  const layer = type === 'pdf' ? await readTextLayer(bytes, MAX_PAGES) : null;
  const reader = {
    ocr: readerFor(input.tesseract),
    thisYear: Number(input.today.slice(0, 4)),
    title: layer?.origin.title ?? '',
  };
  const pages: PageRead[] = [];
  let first: PagePixels | null = null;
  let forbidden = 0;
  await eachPage({ bytes, type }, READING_LIMITS, async (pixels, index) => {
    if (index === 0) first = pixels;
    if (index >= MAX_PAGES || forbidden >= ENOUGH_FORBIDDEN) return;
    const read = await readPage(pixels, index, layer?.pages[index], reader);
    forbidden = read.kind !== 'blank' && isForbidden(read.kind.kind) ? forbidden + 1 : 0;
    pages.push(read);
  });
  const drawn = async (only: number): Promise<PixelsRead | null> => {
    const read: PixelsRead[] = [];
    await eachPage({ bytes, type, only }, READING_LIMITS, async (pixels) => {
      if (pixels) read.push(await readPixels(pixels, only, reader.ocr, reader.thisYear));
    });
    return read[0] ?? null;
  };

  const codes = pages.flatMap((page) =>
    page.codes.map((code) => ({ bytes: code.bytes, at: { page: page.facts.page, box: code.box } })),
  );
  const seals = readSeals(codes, trust.seals, input.today);
  const written = type === 'pdf' ? latin1(bytes) : null;
  const signatures = written === null ? [] : readPdfSignatures(bytes, written, trust.pdf, input.today, inflateWithin);
  const hidden = pages.flatMap((page) => page.unseen);
  const structure: StructureFacts = {
    ...emptyStructure,
    ...(layer ? pdfStructure(bytes, written ?? '', layer, hidden) : {}),
  };
  // A seal proves what the layer says, a trace says that it may have been changed: there the pixels are asked too.
  const doubtful = new Set([
    ...seals.flatMap(({ at }) => (at ? [at.page] : [])),
    ...[...structure.overlays, ...structure.hidden].map(({ page }) => page),
  ]);
  const papers = await askedOfPixels(papersOf(pages, seals), pages, doubtful, drawn);
  const origin = type === 'pdf' ? null : await imageOriginOf(bytes);
  const isText = (page: number) => pages[page]?.facts.source === 'text';
  const printed = papers
    .filter(({ pages: own }) => own.every(isText))
    .map(({ kind, pages: own }) => ({ kind, text: textOf(own.flatMap((page) => pages[page]?.segments ?? [])) }));
  const software = [layer?.origin.producer, layer?.origin.creator].filter((name) => typeof name === 'string');
  return {
    reader: READER,
    pages: pages.map((page) => page.facts),
    papers,
    seals: [...seals, ...signatures].map(withoutNumbers),
    structure: {
      ...structure,
      ...(origin ? { imageSoftware: origin.software, generated: origin.generated } : {}),
      ...(input.origins && isText(0) ? originsOf(input.origins, pages[0]?.segments ?? [], printed, software) : {}),
      ...(input.converted ? {} : { compression: await compressionOf(bytes, type) }),
    },
    fingerprints: await fingerprintsOf(
      pages.flatMap((page) => page.segments),
      first,
    ),
  };
}
