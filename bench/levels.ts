/**
 * What a levels clip leaves of the mark, and what can still be read under it: `npx tsx bench/levels.ts [path of tesseract]`.
 *
 * Everything from a threshold on becomes white and the rest is stretched, as "levels" of an image editor does. The mark is its letters, in
 * squares of eight pixels (a third of their height). A square is left when it still holds a dark pixel of the mark; where the paper
 * has ink of its own, none is counted. Fields are what the engine reads on the clipped copy, beside what it reads on the same page
 * without a mark: a clip that makes the paper itself illegible proves nothing.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import type { FieldName } from '../src/domain/findings/facts.ts';
import type { CivilMonth } from '../src/kernel/civil-date.ts';
import { writeFontConfig } from '../src/engine/client/fonts.ts';
import { idCard, payslip, taxNotice } from '../src/specimens/papers.ts';
import { SPECIMEN_PEOPLE } from '../src/specimens/people.ts';
import { plain } from './plain.ts';

const TEXT = 'LOCATION – POUR agence@exemple.test – 25/11/2026 – ABCD-EFGH-JK';
const THRESHOLDS = [240, 200, 170, 150, 128, 110, 100, 90, 80, 70, 60];
const READ_AT = [150, 110, 90] as const;
const SEEDS = [1, 2, 3];
const SQUARE = 8;
const DARK = 128;

const folder = mkdtempSync(path.join(tmpdir(), 'levels-'));
process.env['FONTCONFIG_FILE'] = await writeFontConfig(folder);
// After the fonts are named: the drawing library reads them when it loads.
const { watermark } = await import('../src/engine/child/watermark.ts');
const { COPY_LIMITS, eachDrawnPage, encodeJpeg } = await import('../src/engine/child/page-pixels.ts');
const { scanned } = await import('../src/specimens/scanned.ts');
const { chanceOf } = await import('../src/specimens/chance.ts');
const { readAgain } = await import('./read-again.ts');

const greyOf = (jpeg: Uint8Array) => sharp(jpeg).greyscale().raw().toBuffer();
const clipped = (jpeg: Uint8Array, threshold: number) =>
  sharp(jpeg)
    .greyscale()
    .linear(255 / threshold, 0)
    .jpeg({ quality: 85 })
    .toBuffer();
const blankOf = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#ffffff' } })
    .png()
    .toBuffer();

async function copyOf(bytes: Uint8Array, type: 'pdf' | 'png', seed: number) {
  const pages = await watermark({ bytes, type, text: TEXT, holes: type === 'pdf' ? null : [] }, chanceOf(seed));
  const first = typeof pages === 'string' ? undefined : pages[0];
  if (!first) throw new Error('no copy');
  return first;
}

async function unmarked(bytes: Uint8Array): Promise<Uint8Array> {
  const pages: Uint8Array[] = [];
  await eachDrawnPage({ bytes, type: 'pdf', only: 0 }, COPY_LIMITS, async (page) => {
    if (page) pages.push(await encodeJpeg(page));
  });
  return pages[0] ?? new Uint8Array();
}

/** Shares of the squares with letters that a clip leaves. @param own the page without its mark, `null` for a blank one */
function left(marked: Buffer, letters: Buffer, own: Buffer | null, width: number): readonly number[] {
  const kept = THRESHOLDS.map(() => 0);
  let squares = 0;
  for (let top = 0; (top + SQUARE) * width <= letters.length; top += SQUARE)
    for (let start = 0; start + SQUARE <= width; start += SQUARE) {
      let [inked, darkest] = [0, 255];
      for (let y = top; y < top + SQUARE; y += 1)
        for (let at = y * width + start, end = at + SQUARE; at < end; at += 1) {
          if ((letters[at] ?? 255) < DARK) inked += 1;
          if ((own?.[at] ?? 255) >= 140) darkest = Math.min(darkest, marked[at] ?? 255);
        }
      if (inked < 2) continue;
      squares += 1;
      for (const [index, threshold] of THRESHOLDS.entries()) if (darkest < threshold) kept[index] = (kept[index] ?? 0) + 1;
    }
  return kept.map((count) => (100 * count) / squares);
}

async function fieldsRead(jpeg: Uint8Array, expected: Readonly<Partial<Record<FieldName, string>>>): Promise<number> {
  const facts = await readAgain({
    bytes: jpeg,
    type: 'jpeg',
    tesseract: process.argv[2] ?? null,
    trustDirectory: null,
    trustTestSeals: true,
    today: '2026-11-23',
  });
  const fields = facts.papers[0]?.fields ?? {};
  const names = Object.entries(expected) as [FieldName, string][];
  return names.filter(([name, value]) => plain(fields[name]?.[0]?.value ?? '') === plain(value)).length;
}

const papers = [
  await payslip(SPECIMEN_PEOPLE[0], '2026-10' as CivilMonth),
  await taxNotice(SPECIMEN_PEOPLE[0], 2025),
  await idCard(SPECIMEN_PEOPLE[5]),
];
const samples = [];
for (const { name, bytes, expected } of papers) {
  samples.push({ name, bytes, expected });
  samples.push({ name: `${name}, scanned`, bytes: await scanned(bytes, { dpi: 200, quality: 70 }), expected });
}

const row = (name: string, cells: readonly string[]) =>
  console.log(`${name.padEnd(44)} ${cells.map((cell) => cell.padStart(7)).join(' ')}`);
row('squares of letters left, %; white from', THRESHOLDS.map(String));
const page = await copyOf(await blankOf(1190, 1684), 'png', 1);
const blank = await greyOf(page.jpeg);
row(
  'a blank page',
  left(blank, blank, null, page.width).map((share) => share.toFixed(1)),
);
for (const { name, bytes } of samples) {
  const copy = await copyOf(bytes, 'pdf', 1);
  const alone = await copyOf(await blankOf(copy.width, copy.height), 'png', 1);
  const [marked, letters, own] = [await greyOf(copy.jpeg), await greyOf(alone.jpeg), await greyOf(await unmarked(bytes))];
  row(
    name,
    left(marked, letters, own, copy.width).map((share) => share.toFixed(1)),
  );
}

console.log('');
row('fields read, with the mark / without', ['of', 'no clip', ...READ_AT.map(String)]);
for (const { name, bytes, expected } of samples) {
  const bare = await unmarked(bytes);
  const cells = [String(SEEDS.length * Object.keys(expected).length)];
  for (const threshold of [null, ...READ_AT]) {
    const clip = (jpeg: Uint8Array) => (threshold === null ? Promise.resolve(jpeg) : clipped(jpeg, threshold));
    const without = SEEDS.length * (await fieldsRead(await clip(bare), expected));
    let read = 0;
    for (const seed of SEEDS) read += await fieldsRead(await clip((await copyOf(bytes, 'pdf', seed)).jpeg), expected);
    cells.push(`${read}/${without}`);
  }
  row(name, cells);
}
rmSync(folder, { recursive: true, force: true });
process.exit(0);
