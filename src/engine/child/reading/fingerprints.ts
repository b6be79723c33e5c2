import sharp from 'sharp';
import type { FingerprintFacts } from '#domain/findings/facts.ts';
import type { PagePixels } from '../page-pixels.ts';
import type { Segment } from './word.ts';

const LEAST_TEXT = 200;
const LEAST_FIGURES = 8;
/** Beyond this two papers are told apart anyway. */
const MOST_TEXT = 100_000;
const MOST_FIGURES = 2000;
const FIGURE = /\d{1,3}(?:[ .]?\d{3})*[,.]\d{2}(?!\d)|\d{2}\/\d{2}\/\d{4}|\d{14}/g;

/** 256 bits: is each cell of a 17 × 16 picture lighter than the one on its right. */
async function differenceHash(page: PagePixels): Promise<string> {
  const { data } = await sharp(page.data, { raw: { width: page.width, height: page.height, channels: page.channels } })
    .resize({ width: 17, height: 16, fit: 'fill', kernel: 'cubic' })
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true });
  const hash = Buffer.alloc(32);
  for (let bit = 0; bit < 256; bit += 1) {
    const at = Math.floor(bit / 16) * 17 + (bit % 16);
    if ((data[at] ?? 0) > (data[at + 1] ?? 0)) hash[bit >> 3] = (hash[bit >> 3] ?? 0) | (0x80 >> (bit & 7));
  }
  return hash.toString('hex');
}

/** Material of the duplicate indexes: the caller hashes it with a key. Text and figures only where the text layer or a sure reading gives them. */
export async function fingerprintsOf(segments: readonly Segment[], first: PagePixels | null): Promise<FingerprintFacts> {
  const text = segments.map((segment) => segment.folded.replace(/[^A-Z0-9]+/g, '')).join('');
  const figures = segments.flatMap((segment) => segment.folded.match(FIGURE) ?? []).map((figure) => figure.replace(/[ .]/g, ''));
  return {
    text: text.length >= LEAST_TEXT ? text.slice(0, MOST_TEXT) : null,
    figures: figures.length >= LEAST_FIGURES ? figures.slice(0, MOST_FIGURES).join('|') : null,
    layout: first && (await differenceHash(first)),
  };
}
