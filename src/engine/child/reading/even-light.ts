import sharp from 'sharp';
import type { PagePixels } from '../page-pixels.ts';

const SHRINK = 24;
const PAPER = 240;

/** Grey page whose paper is evenly light: each pixel is divided by the brightness around it, so that tinted cards and shadows read like white paper. */
export async function evenLight(page: PagePixels): Promise<PagePixels> {
  const { width, height } = page;
  const raw = { raw: { width, height, channels: page.channels } } as const;
  const grey = page.channels === 1 ? page.data : await sharp(page.data, raw).toColourspace('b-w').raw().toBuffer();
  const small = await sharp(grey, { raw: { width, height, channels: 1 } })
    .resize({
      width: Math.max(8, Math.round(width / SHRINK)),
      height: Math.max(8, Math.round(height / SHRINK)),
      fit: 'fill',
      kernel: 'cubic',
    })
    .median(5)
    .raw()
    .toBuffer({ resolveWithObject: true });
  const around = await sharp(small.data, {
    raw: { width: small.info.width, height: small.info.height, channels: small.info.channels },
  })
    .resize({ width, height, fit: 'fill', kernel: 'cubic' })
    .toColourspace('b-w')
    .raw()
    .toBuffer();
  const even = Buffer.allocUnsafe(width * height);
  for (let at = 0; at < even.length; at += 1)
    even[at] = Math.min(255, ((grey[at] ?? 255) * PAPER) / Math.max(24, around[at] ?? 255));
  return { data: even, width, height, channels: 1 };
}
