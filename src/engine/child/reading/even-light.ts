import sharp from 'sharp';
import type { PagePixels } from '../page-pixels.ts';

const SHRINK = 24;
const PAPER = 240;
const DARKEST = 24;

/** For each place along a side: the two coarse places around it, and the share of the second. */
function between(size: number, coarse: number) {
  const [low, high, share] = [new Uint16Array(size), new Uint16Array(size), new Float32Array(size)];
  for (let at = 0; at < size; at += 1) {
    const place = Math.min(coarse - 1, Math.max(0, ((at + 0.5) * coarse) / size - 0.5));
    low[at] = Math.floor(place);
    high[at] = Math.min(coarse - 1, Math.floor(place) + 1);
    share[at] = place - Math.floor(place);
  }
  return { low, high, share };
}

/** Grey page whose paper is evenly light: each pixel is divided by the brightness around it, so that tinted cards and shadows read like white paper. */
export async function evenLight(page: PagePixels): Promise<PagePixels> {
  const { width, height } = page;
  const raw = { raw: { width, height, channels: page.channels } } as const;
  const grey = page.channels === 1 ? page.data : await sharp(page.data, raw).toColourspace('b-w').raw().toBuffer();
  const { data: around, info } = await sharp(grey, { raw: { width, height, channels: 1 } })
    .resize({
      width: Math.max(8, Math.round(width / SHRINK)),
      height: Math.max(8, Math.round(height / SHRINK)),
      fit: 'fill',
      kernel: 'cubic',
    })
    .median(5)
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data: divided(grey, { width, height }, around, info), width, height, channels: 1 };
}

/** Pixels over the brightness around them, which is known at coarse places. Typed arrays only: it runs once for each of millions of pixels. */
function divided(
  grey: Uint8Array,
  { width, height }: { readonly width: number; readonly height: number },
  around: Uint8Array,
  coarse: { readonly width: number; readonly height: number; readonly channels: number },
): Buffer {
  const even = Buffer.allocUnsafe(width * height);
  const across = between(width, coarse.width);
  const down = between(height, coarse.height);
  const row = new Float32Array(coarse.width);
  for (let y = 0; y < height; y += 1) {
    const [upper, lower, share] = [down.low[y] as number, down.high[y] as number, down.share[y] as number];
    for (let x = 0; x < coarse.width; x += 1) {
      const above = around[(upper * coarse.width + x) * coarse.channels] as number;
      const under = around[(lower * coarse.width + x) * coarse.channels] as number;
      row[x] = Math.max(DARKEST, above + (under - above) * share);
    }
    const from = y * width;
    for (let x = 0; x < width; x += 1) {
      const left = row[across.low[x] as number] as number;
      const right = row[across.high[x] as number] as number;
      const value = ((grey[from + x] as number) * PAPER) / (left + (right - left) * (across.share[x] as number));
      even[from + x] = value > 255 ? 255 : value;
    }
  }
  return even;
}
