import { PDFDocument, PDFName, PDFNumber, PDFRawStream, type PDFDict } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { COPY_LIMITS, eachPage, soleJpegOf, type PagePixels } from './page-pixels.ts';
import { openPdf, type OpenPdf } from './pdfium.ts';

const [WIDTH, HEIGHT] = [300, 424];

/** Dark above, light below: turned or inverted it is another picture. */
const picture = (orientation?: number): Promise<Buffer> => {
  const drawn = sharp({ create: { width: WIDTH, height: HEIGHT, channels: 3, background: '#e0e0d0' } }).composite([
    { input: { create: { width: WIDTH, height: HEIGHT / 2, channels: 3, background: '#302010' } }, gravity: 'north' },
  ]);
  return (orientation ? drawn.withMetadata({ orientation }) : drawn).jpeg({ quality: 90 }).toBuffer();
};

interface Made {
  readonly jpeg?: Buffer;
  readonly image?: (dict: PDFDict, document: PDFDocument) => void;
  readonly page?: (document: PDFDocument) => void;
  readonly text?: (pdf: string) => string;
}

async function paper({ jpeg, image, page, text }: Made = {}): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const embedded = await document.embedJpg(jpeg ?? (await picture()));
  document.addPage([WIDTH, HEIGHT]).drawImage(embedded, { x: 0, y: 0, width: WIDTH, height: HEIGHT });
  await embedded.embed();
  const stream = document.context.lookup(embedded.ref);
  if (!(stream instanceof PDFRawStream)) throw new Error('no image');
  image?.(stream.dict, document);
  page?.(document);
  const bytes = await document.save({ useObjectStreams: false });
  return text ? Buffer.from(text(Buffer.from(bytes).toString('latin1')), 'latin1') : bytes;
}

const opened = async (bytes: Uint8Array): Promise<OpenPdf> => {
  const pdf = await openPdf(bytes);
  if (typeof pdf === 'string') throw new Error(pdf);
  return pdf;
};

/** Mean of red of a page's upper and lower half, as decoded for copies and as PDFium draws it. */
async function bothReadings(bytes: Uint8Array): Promise<{ copied: readonly number[]; drawn: readonly number[] }> {
  const halves = (data: Uint8Array, channels: number) =>
    [0, 1].map((half) => {
      const part = data.subarray((half * data.length) / 2, ((half + 1) * data.length) / 2);
      return part.reduce((sum, value, at) => (at % channels === 0 ? sum + value : sum), 0) / (part.length / channels);
    });
  let copied: readonly number[] = [];
  await eachPage({ bytes, type: 'pdf' }, COPY_LIMITS, async (page: PagePixels | null) => {
    copied = page ? halves(page.data, page.channels) : [];
  });
  const pdf = await opened(bytes);
  const drawn = pdf.render(0, WIDTH, HEIGHT);
  pdf.close();
  return { copied, drawn: drawn ? halves(drawn.pixels, 4) : [] };
}

const isShortcut = async (bytes: Uint8Array) => {
  const pdf = await opened(bytes);
  const sole = await soleJpegOf(pdf, 0);
  pdf.close();
  return sole !== null;
};

const inverted = (dict: PDFDict, document: PDFDocument) =>
  dict.set(PDFName.of('Decode'), document.context.obj([1, 0, 1, 0, 1, 0]));

const OTHERS: readonly (readonly [string, () => Promise<Uint8Array>])[] = [
  ['values are inverted', () => paper({ image: inverted })],
  [
    'values are inverted, the word being written with numbers',
    () => paper({ image: inverted, text: (pdf) => pdf.replace('/Decode', '/#44eco#64e') }),
  ],
  [
    'part is masked',
    () =>
      paper({
        image: (dict, document) => {
          const mask = document.context.stream(new Uint8Array(100).fill(0), {
            Type: 'XObject',
            Subtype: 'Image',
            Width: 10,
            Height: 10,
            ColorSpace: 'DeviceGray',
            BitsPerComponent: 8,
          });
          dict.set(PDFName.of('SMask'), document.context.register(mask));
        },
      }),
  ],
  [
    'colours come from a range',
    () =>
      paper({ image: (dict, document) => dict.set(PDFName.of('Mask'), document.context.obj([200, 255, 200, 255, 180, 255])) }),
  ],
  ['metadata ask for a turn', async () => paper({ jpeg: await picture(3) })],
  [
    'a field is filled over it',
    () =>
      paper({
        page: (document) => {
          const field = document.getForm().createTextField('nom');
          field.setText('XXXXXXXXXXXX');
          field.addToPage(document.getPage(0), { x: 0, y: 0, width: WIDTH, height: HEIGHT / 2 });
        },
      }),
  ],
  [
    'the page is cut elsewhere',
    () =>
      paper({
        page: (document) => {
          const [page] = document.getPages();
          page?.setMediaBox(0, -HEIGHT / 2, WIDTH, HEIGHT * 1.5);
          page?.setCropBox(0, -HEIGHT / 2, WIDTH, HEIGHT);
        },
      }),
  ],
  [
    'the page is turned',
    () => paper({ page: (document) => document.getPage(0).node.set(PDFName.of('Rotate'), PDFNumber.of(180)) }),
  ],
];

describe('pages that are one picture', () => {
  it('are decoded instead of drawn, and look the same', async () => {
    const bytes = await paper();
    expect(await isShortcut(bytes)).toBe(true);
    const { copied, drawn } = await bothReadings(bytes);
    copied.forEach((mean, half) => expect(Math.abs(mean - (drawn[half] ?? NaN))).toBeLessThan(3));
    expect(copied[0]).toBeLessThan(100);
    expect(copied[1]).toBeGreaterThan(200);
  });

  it.each(OTHERS)('are drawn when %s: a copy shows what every reader shows', async (_why, make) => {
    const bytes = await make();
    expect(await isShortcut(bytes)).toBe(false);
    const { copied, drawn } = await bothReadings(bytes);
    expect(copied).toHaveLength(2);
    copied.forEach((mean, half) => expect(Math.abs(mean - (drawn[half] ?? NaN))).toBeLessThan(3));
  });
});
