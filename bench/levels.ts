/**
 * How much of the mark a levels clip leaves: `npx tsx bench/levels.ts`. A blank page is marked; pixels darker than paper are the mark. Then
 * for each threshold everything brighter becomes white, as "levels" of an image editor does, and what is left is counted.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { writeFontConfig } from '../src/engine/client/fonts.ts';

const TEXT = 'LOCATION – POUR agence@exemple.test – 25/11/2026 – ABCD-EFGH-JK';
const PAPER = 245;
const folder = mkdtempSync(path.join(tmpdir(), 'levels-'));
process.env['FONTCONFIG_FILE'] = await writeFontConfig(folder);
// After the fonts are named: the drawing library reads them when it loads.
const { watermark } = await import('../src/engine/child/watermark.ts');

const blank = await sharp({ create: { width: 1190, height: 1684, channels: 3, background: '#ffffff' } })
  .jpeg()
  .toBuffer();
const pages = await watermark({ bytes: blank, type: 'jpeg', text: TEXT, holes: [] });
if (typeof pages === 'string' || !pages[0]) throw new Error('no copy');
const grey = await sharp(pages[0].jpeg).greyscale().raw().toBuffer();
const marked = grey.filter((value) => value < PAPER).length;
console.log(`marked pixels: ${((marked / grey.length) * 100).toFixed(1)} % of the page`);
console.log('white from   left of the mark');
for (const threshold of [240, 220, 200, 180, 170, 160, 150, 140, 128, 100]) {
  const left = grey.filter((value) => value < threshold).length;
  console.log(`${String(threshold).padStart(10)} ${((left / marked) * 100).toFixed(1).padStart(16)} %`);
}
rmSync(folder, { recursive: true, force: true });
