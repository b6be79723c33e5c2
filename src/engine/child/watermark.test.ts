import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import type { CivilMonth } from '#kernel/civil-date.ts';
import { chanceOf } from '#specimens/chance.ts';
import { payslip, taxNotice } from '#specimens/papers.ts';
import { SPECIMEN_PEOPLE } from '#specimens/people.ts';
import { rawPdf, rawStream } from '#specimens/raw-pdf.ts';
import { writeFontConfig } from '../client/fonts.ts';
import type { DrawnPixels } from './page-pixels.ts';
import type * as Watermark from './watermark.ts';

const FIRST = 'LOCATION – POUR un@agences.test – 23/11/2026 – ABCD-EFGH-JK';
const SECOND = 'LOCATION – POUR deux@agences.test – 23/11/2026 – MNPQ-RSTV-WX';

let marks: typeof Watermark;
beforeAll(async () => {
  // The drawing library reads its fonts when it loads.
  process.env['FONTCONFIG_FILE'] = await writeFontConfig(mkdtempSync(path.join(tmpdir(), 'marks-')));
  marks = await import('./watermark.ts');
});

const slip = async () => (await payslip(SPECIMEN_PEOPLE[0], '2026-10' as CivilMonth)).bytes;
const copyOf = async (bytes: Uint8Array, text: string, holes: null | [] = []) => {
  const pages = await marks.watermark({ bytes, type: 'pdf', text, holes });
  if (typeof pages === 'string') throw new Error(pages);
  return pages;
};
const greyOf = async (jpeg: Uint8Array) => sharp(jpeg).greyscale().raw().toBuffer();

describe('a copy', () => {
  test('differs for each recipient, and from one copy to the next of the same recipient', async () => {
    const bytes = await slip();
    const [one] = await copyOf(bytes, FIRST);
    const [again] = await copyOf(bytes, FIRST);
    const [other] = await copyOf(bytes, SECOND);
    expect(Buffer.from(one!.jpeg).equals(Buffer.from(again!.jpeg))).toBe(false);
    expect(Buffer.from(one!.jpeg).equals(Buffer.from(other!.jpeg))).toBe(false);
  });

  test('leaves the code of a document clean: it still says the same, byte for byte', async () => {
    const { findCodes } = await import('./codes.ts');
    const notice = await taxNotice(SPECIMEN_PEOPLE[0], 2025);
    const codesIn = async (jpeg: Uint8Array) => {
      const { data, info } = await sharp(jpeg).removeAlpha().raw().toBuffer({ resolveWithObject: true });
      const channels = info.channels === 1 ? 1 : 3;
      return findCodes({ data, width: info.width, height: info.height, channels });
    };
    const [page] = await copyOf(notice.bytes, FIRST, null);
    const found = await codesIn(page!.jpeg);
    expect(found.map((code) => code.format)).toContain('DataMatrix');
    const { eachPage, READING_LIMITS } = await import('./page-pixels.ts');
    const original: Uint8Array[] = [];
    await eachPage({ bytes: notice.bytes, type: 'pdf', only: 0 }, READING_LIMITS, async (pixels) => {
      if (pixels) original.push(...(await findCodes(pixels)).map((code) => code.bytes));
    });
    expect(found.map((code) => Buffer.from(code.bytes).toString('hex'))).toEqual(
      original.map((bytes) => Buffer.from(bytes).toString('hex')),
    );
  });

  test('bears its mark also where something as large as the page passes for a code', async () => {
    const blank = await sharp({ create: { width: 1190, height: 1684, channels: 3, background: '#ffffff' } })
      .jpeg()
      .toBuffer();
    const holes = [{ page: 0, box: [0, 0, 1, 1] as const }];
    const pages = await marks.watermark({ bytes: blank, type: 'jpeg', text: FIRST, holes });
    if (typeof pages === 'string') throw new Error(pages);
    expect((await greyOf(pages[0]!.jpeg)).some((pixel) => pixel < 200)).toBe(true);
  });

  test('bears its mark on every part of the page', async () => {
    const blank = await sharp({ create: { width: 1190, height: 1684, channels: 3, background: '#ffffff' } })
      .jpeg()
      .toBuffer();
    const pages = await marks.watermark({ bytes: blank, type: 'jpeg', text: FIRST, holes: [] });
    if (typeof pages === 'string') throw new Error(pages);
    const grey = await greyOf(pages[0]!.jpeg);
    for (let top = 0; top + 421 <= 1684; top += 421)
      for (let left = 0; left + 397 <= 1190; left += 397) {
        let dark = 0;
        for (let y = top; y < top + 421; y += 1)
          for (let x = left; x < left + 397; x += 1) if ((grey[y * 1190 + x] ?? 255) < 200) dark += 1;
        expect(dark).toBeGreaterThan(1000);
      }
  });
});

describe('a levels clip', () => {
  const SQUARE = 8;
  const clip = async (jpeg: Uint8Array, threshold: number) => {
    const { data, info } = await sharp(jpeg)
      .greyscale()
      .linear(255 / threshold, 0)
      .raw()
      .toBuffer({ resolveWithObject: true });
    return { grey: data, width: info.width };
  };
  /** Squares, a third of a letter high, that hold something that is not white; by their place on the page. */
  const squaresOf = ({ grey, width }: { grey: Buffer; width: number }, least: number) => {
    const squares = new Set<number>();
    for (let top = 0; (top + SQUARE) * width <= grey.length; top += SQUARE)
      for (let left = 0; left + SQUARE <= width; left += SQUARE) {
        let dark = 0;
        for (let y = top; y < top + SQUARE; y += 1)
          for (let x = left; x < left + SQUARE; x += 1) if (grey[y * width + x]! < 250) dark += 1;
        if (dark >= least) squares.add(top * width + left);
      }
    return squares;
  };
  /** The bodies of the letters, without their halo: a clip that is too high for anybody to use. */
  const LETTERS = 225;

  test('leaves 95 of 100 parts of the letters, at every threshold that leaves a paper its own text', async () => {
    const blank = await sharp({ create: { width: 1190, height: 1684, channels: 3, background: '#ffffff' } })
      .jpeg()
      .toBuffer();
    const pages = await marks.watermark({ bytes: blank, type: 'jpeg', text: FIRST, holes: [] }, chanceOf(22));
    if (typeof pages === 'string') throw new Error(pages);
    const letters = squaresOf(await clip(pages[0]!.jpeg, LETTERS), 6);
    expect(letters.size).toBeGreaterThan(2000);
    for (const threshold of [200, 170, 150, 128, 100, 80, 60]) {
      const left = squaresOf(await clip(pages[0]!.jpeg, threshold), 1);
      const kept = [...letters].filter((square) => left.has(square)).length;
      expect(kept / letters.size, `white from ${threshold}`).toBeGreaterThanOrEqual(0.95);
    }
  });

  test('leaves dots of the mark on a paper too, and the paper as it was beside its own ink', async () => {
    const bytes = await slip();
    const copies = await marks.watermark({ bytes, type: 'pdf', text: FIRST, holes: [] }, chanceOf(22));
    if (typeof copies === 'string') throw new Error(copies);
    const { COPY_LIMITS, eachDrawnPage } = await import('./page-pixels.ts');
    const { inkOf } = await import('./ink-map.ts');
    const grey = await greyOf(copies[0]!.jpeg);
    const counts = { dots: 0, beside: 0, spoilt: 0 };
    await eachDrawnPage({ bytes, type: 'pdf', only: 0 }, COPY_LIMITS, async (page) => {
      const { near, columns } = inkOf(page!);
      for (let at = 0; at < grey.length; at += 1) {
        if (page!.data[at * page!.channels]! < 250) continue;
        const [x, y] = [at % page!.width, Math.floor(at / page!.width)];
        if (near[(y >> 2) * columns + (x >> 2)] === 1) {
          counts.beside += 1;
          if (grey[at]! < 100) counts.spoilt += 1;
        } else if (grey[at]! < 100) counts.dots += 1;
      }
    });
    expect(counts.dots).toBeGreaterThan(5000);
    expect(counts.beside).toBeGreaterThan(50_000);
    expect(counts.spoilt / counts.beside).toBeLessThan(0.001);
  });
});

describe('a lying page', () => {
  test('of a PDF stays lying, also when the file only says that it is turned', async () => {
    for (const { media, turn } of [
      { media: '0 0 842 595', turn: 0 },
      { media: '0 0 595 842', turn: 90 },
    ]) {
      const bytes = rawPdf([
        '<< /Type /Catalog /Pages 2 0 R >>',
        '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
        `<< /Type /Page /Parent 2 0 R /MediaBox [${media}] /Rotate ${turn} /Contents 4 0 R >>`,
        rawStream('', Buffer.from('0 0 200 100 re f')),
      ]);
      expect(await copyOf(bytes, FIRST)).toMatchObject([{ width: 1684, height: 1190 }]);
    }
  });

  test('of a camera stays lying, also when only its metadata say so', async () => {
    const photo = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: '#c8d0d8' } });
    const lying = await photo(1600, 1000).jpeg().toBuffer();
    const turned = await photo(1000, 1600).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    for (const bytes of [lying, turned]) {
      const pages = await marks.watermark({ bytes, type: 'jpeg', text: FIRST, holes: [] });
      if (typeof pages === 'string') throw new Error(pages);
      expect(pages).toMatchObject([{ width: 1600, height: 1000 }]);
      expect(await sharp(pages[0]!.jpeg).metadata()).toMatchObject({ width: 1600, height: 1000 });
    }
  });
});

describe('a long screenshot', () => {
  /** Lines of text 20 rows high with 12 rows between them. */
  const screenshot = (height: number): DrawnPixels => {
    const width = 1080;
    const data = Buffer.alloc(width * height, 255);
    for (let y = 0; y < height; y += 1) if (y % 32 < 20) for (let x = 100; x < 900; x += 2) data[y * width + x] = 0;
    return { data, width, height, channels: 1 };
  };

  test('becomes pages of A4 shape, cut between two lines, with something in common, and nothing lost', () => {
    const page = screenshot(20_000);
    const slices = marks.slicesOf(page);
    expect(slices.length).toBeGreaterThanOrEqual(13);
    for (const slice of slices) expect(slice.height).toBeLessThanOrEqual(Math.round(1080 * 1.414));
    const total = slices.reduce((sum, slice) => sum + slice.height, 0);
    expect(total - (slices.length - 1) * Math.round(Math.round(1080 * 1.414) * 0.03)).toBe(20_000);
    let end = 0;
    for (const slice of slices.slice(0, -1)) {
      end += slice.height;
      expect(end % 32).toBeGreaterThanOrEqual(20);
      end -= Math.round(Math.round(1080 * 1.414) * 0.03);
    }
  });

  test('of 1080 by 20 000 becomes marked copies that keep its width, so that it can be read', { timeout: 90_000 }, async () => {
    const { data, width, height } = screenshot(20_000);
    const bytes = await sharp(data, { raw: { width, height, channels: 1 } })
      .png()
      .toBuffer();
    const pages = await marks.watermark({ bytes, type: 'png', text: FIRST, holes: [] });
    if (typeof pages === 'string') throw new Error(pages);
    expect(pages.length).toBeGreaterThanOrEqual(13);
    for (const page of pages) {
      expect(page.width).toBe(1080);
      expect(page.height).toBeLessThanOrEqual(Math.round(1080 * 1.414));
    }
  });

  test('is left whole when it is not long, upright or lying', () => {
    const page = screenshot(1500);
    expect(marks.slicesOf(page)).toEqual([page]);
    const lying = { ...page, width: page.height, height: page.width };
    expect(marks.slicesOf(lying)).toEqual([lying]);
  });
});
