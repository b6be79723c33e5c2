import { PDF } from '@libpdf/core';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import type { CivilMonth } from '#kernel/civil-date.ts';
import type { Box } from '#domain/findings/facts.ts';
import { chanceOf } from '#specimens/chance.ts';
import { payslip } from '#specimens/papers.ts';
import { SPECIMEN_PEOPLE } from '#specimens/people.ts';
import { retouched } from '#specimens/retouched.ts';
import { photographed } from '#specimens/scanned.ts';
import { compressionOf } from './compression.ts';
import { readJpegHeader } from './jpeg-header.ts';
import { compressionPicture } from './pictures.ts';
import { shownBox } from './stored-picture.ts';

const START_MS = 60_000;
const FIGURES = { words: '2 912,45 €', x: 0.78, y: 0.4 } as const;
let pdf: Uint8Array = new Uint8Array();
beforeAll(async () => {
  pdf = (await payslip(SPECIMEN_PEOPLE[0], '2026-10' as CivilMonth)).bytes;
}, START_MS);

/** The same picture with a profile of colours put into its header: nothing is compressed anew. */
function withProfile(jpeg: Buffer, profile: Buffer): Buffer {
  const head = Buffer.concat([Buffer.from([0xff, 0xe2, 0, 0]), Buffer.from('ICC_PROFILE\0'), Buffer.from([1, 1])]);
  head.writeUInt16BE(head.length - 2 + profile.length, 2);
  return Buffer.concat([jpeg.subarray(0, 2), head, profile, jpeg.subarray(2)]);
}

const meets = ([x, y, width, height]: Box, left: number, top: number) =>
  left >= x - 0.02 && left <= x + width + 0.12 && top >= y - 0.02 && top <= y + height + 0.02;

describe('a photograph of a payslip', () => {
  test.each([
    [60, 75],
    [60, 90],
    [75, 85],
    [75, 92],
    [85, 95],
  ])(
    'taken at %i and saved again at %i: seen, and nothing stands out',
    async (taken, saved) => {
      expect(await compressionOf(await retouched(pdf, { taken, saved }), 'jpeg')).toEqual([{ page: 0, twice: true, odd: [] }]);
    },
    START_MS,
  );

  test.each([
    [60, 75],
    [60, 90],
    [75, 85],
    [75, 92],
    [85, 95],
  ])(
    'taken at %i, figures written over it, saved again at %i: their place is shown',
    async (taken, saved) => {
      const [page] = await compressionOf(await retouched(pdf, { taken, saved, figures: FIGURES }), 'jpeg');
      expect(page?.odd.length).toBeGreaterThan(0);
      for (const box of page?.odd ?? []) expect(meets(box, FIGURES.x, FIGURES.y)).toBe(true);
    },
    START_MS,
  );

  test(
    'saved once, or more coarsely than before: nothing is said',
    async () => {
      expect(await compressionOf(await retouched(pdf, { taken: 80 }), 'jpeg')).toEqual([{ page: 0, twice: false, odd: [] }]);
      const coarser = await retouched(pdf, { taken: 85, saved: 60, figures: FIGURES });
      expect(await compressionOf(coarser, 'jpeg')).toEqual([{ page: 0, twice: false, odd: [] }]);
    },
    START_MS,
  );

  test(
    'in the PDF of a scanner: the same zone, and a page of text has no picture',
    async () => {
      const picture = await retouched(pdf, { taken: 60, saved: 90, figures: FIGURES });
      const { width = 1, height = 1 } = await sharp(picture).metadata();
      const scan = PDF.create();
      scan.addPage({ width, height }).drawImage(scan.embedImage(picture), { x: 0, y: 0, width, height });
      const [page] = await compressionOf(await scan.save(), 'pdf');
      expect(page).toEqual((await compressionOf(picture, 'jpeg'))[0]);
      expect(await compressionOf(pdf, 'pdf')).toEqual([]);
    },
    START_MS,
  );

  test(
    'with the colours of a phone’s screen: the same zone; with those of print: nothing is said',
    async () => {
      const picture = await retouched(pdf, { taken: 60, saved: 90, figures: FIGURES });
      const { icc } = await sharp(await sharp(picture).withIccProfile('p3').jpeg().toBuffer()).metadata();
      expect(await compressionOf(withProfile(picture, icc!), 'jpeg')).toEqual(await compressionOf(picture, 'jpeg'));
      const print = await sharp(picture).toColourspace('cmyk').jpeg({ quality: 95 }).toBuffer();
      expect(await compressionOf(print, 'jpeg')).toEqual([]);
    },
    START_MS,
  );

  test(
    'larger than a page at 200 dots per inch: left to the pictures that are asked for',
    async () => {
      const large = await photographed(pdf, { dpi: 260 });
      expect(await compressionOf(large, 'jpeg')).toEqual([]);
      expect((await compressionPicture(large, 'jpeg', 0, 'levels'))?.size.width).toBe(1400);
    },
    START_MS,
  );
});

describe('pictures for agents', () => {
  const mean = async (jpeg: Buffer, [x, y, width, height]: Box) => {
    const { width: wide = 0, height: high = 0 } = await sharp(jpeg).metadata();
    const cut = {
      ...{ left: Math.round(x * wide), top: Math.round(y * high) },
      ...{ width: Math.round(width * wide), height: Math.round(height * high) },
    };
    const { channels } = await sharp(await sharp(jpeg).extract(cut).toBuffer()).stats();
    return channels.map((channel) => channel.mean);
  };
  /** Inside the patch, and on lines that nobody touched. */
  const [PATCH, REST]: readonly Box[] = [
    [0.8, 0.402, 0.08, 0.012],
    [0.1, 0.2, 0.3, 0.2],
  ];
  let picture: Buffer;
  beforeAll(async () => {
    picture = await retouched(pdf, { taken: 60, saved: 90, figures: FIGURES });
  }, START_MS);

  test('one more compression changes figures that were put later otherwise than the rest', async () => {
    const { jpeg } = (await compressionPicture(picture, 'jpeg', 0, 'levels'))!;
    expect((await mean(jpeg, PATCH!))[0]!).toBeGreaterThan(1.5 * (await mean(jpeg, REST!))[0]!);
  });

  test('figures that came later are red among blue', async () => {
    const { jpeg, size } = (await compressionPicture(picture, 'jpeg', 0, 'history'))!;
    const [red = 0, , blue = 0] = await mean(jpeg, PATCH!);
    expect(red).toBeGreaterThan(blue);
    const [restRed = 0, , restBlue = 0] = await mean(jpeg, REST!);
    expect(restBlue).toBeGreaterThan(restRed);
    expect(size.width).toBeLessThanOrEqual(1400);
  });

  test('a patch drawn by a program has less noise than the paper around it', async () => {
    const grainy = await retouched(pdf, { taken: 95, saved: 95, figures: { words: `O${' '.repeat(30)}O`, x: 0.6, y: 0.02 } });
    const { jpeg } = (await compressionPicture(grainy, 'jpeg', 0, 'noise'))!;
    expect((await mean(jpeg, [0.64, 0.023, 0.06, 0.006]))[0]!).toBeLessThan((await mean(jpeg, [0.3, 0.85, 0.3, 0.05]))[0]!);
  });

  test('no picture of what is no JPEG', async () => {
    const png = await sharp(picture).png().toBuffer();
    expect(await compressionPicture(png, 'png', 0, 'levels')).toBeNull();
    expect(await compressionPicture(pdf, 'pdf', 0, 'levels')).toBeNull();
    expect(await compressionPicture(picture, 'jpeg', 1, 'levels')).toBeNull();
  });

  test.each([1, 2, 3, 4, 5, 6, 7, 8])(
    'a photograph that says orientation %i: boxes and pictures stand the same way up',
    async (orientation) => {
      const box: Box = [0.125, 0.25, 0.25, 0.125];
      const marked = await sharp({ create: { width: 640, height: 960, channels: 3, background: '#ffffff' } })
        .composite([{ input: { create: { width: 160, height: 120, channels: 3, background: '#000000' } }, left: 80, top: 240 }])
        .jpeg()
        .withMetadata({ orientation })
        .toBuffer();
      const shown = await sharp(marked).rotate().jpeg().toBuffer();
      expect((await mean(shown, shownBox(box, orientation)))[0]!).toBeLessThan(8);
      const { size } = (await compressionPicture(marked, 'jpeg', 0, 'noise'))!;
      expect(size.width > size.height).toBe(orientation >= 5);
    },
  );
});

describe('the header of a JPEG', () => {
  test('says its size and the steps of its brightness', async () => {
    const jpeg = await sharp({ create: { width: 48, height: 32, channels: 3, background: '#808080' } })
      .jpeg({ quality: 50 })
      .toBuffer();
    const { width, height, steps } = readJpegHeader(jpeg)!;
    // At quality 50 the tables are those of the standard's annex K.
    expect([width, height, steps[0], steps[1], steps[8]]).toEqual([48, 32, 16, 11, 12]);
  });

  test.each([
    ['nothing', Buffer.alloc(0)],
    ['another file', Buffer.from('%PDF-1.7')],
    ['a header cut off', Buffer.from([0xff, 0xd8, 0xff, 0xdb, 0x00, 0x43, 0x00, 1, 2, 3])],
    ['no frame', Buffer.from([0xff, 0xd8, 0xff, 0xda, 0x00, 0x04, 0, 0])],
    ['a length of nought', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0x00, 0x00, 0xff, 0xe0, 0x00, 0x00])],
  ])('%s has none', (_, bytes) => {
    expect(readJpegHeader(bytes)).toBeNull();
  });

  test(
    'bytes changed at random make nothing fail',
    async () => {
      const chance = chanceOf(5);
      const whole = await sharp({ create: { width: 160, height: 96, channels: 3, background: '#808080' } })
        .jpeg()
        .toBuffer();
      for (let time = 0; time < 300; time += 1) {
        const bytes = Buffer.from(whole.subarray(0, time % 3 === 0 ? Math.floor(chance() * whole.length) : whole.length));
        for (let flips = 0; flips < 6 && bytes.length > 0; flips += 1)
          bytes[Math.floor(chance() * bytes.length)] = Math.floor(chance() * 256);
        const found = await compressionOf(bytes, 'jpeg');
        expect(
          found.every(({ page, odd }) => page === 0 && odd.every((box) => box.every((side) => side >= 0 && side <= 1))),
        ).toBe(true);
      }
    },
    START_MS,
  );
});
