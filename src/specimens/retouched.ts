import sharp from 'sharp';
import { chanceOf } from './chance.ts';
import { photographed } from './scanned.ts';

/** How a photograph of a paper reached us. */
export interface Retouching {
  /** JPEG quality when it was taken. */
  readonly taken?: number;
  /** JPEG quality when it was saved again; without, it was not. */
  readonly saved?: number;
  /** Figures written over it before it was saved again, and where their top left corner stands, in 0..1 of the page. */
  readonly figures?: { readonly words: string; readonly x: number; readonly y: number };
}

const SEED = 11;
const DPI = 150;

/** A paper as a phone takes it: grey, lit from one side, grainy. */
async function onTheTable(pdf: Uint8Array, quality: number): Promise<Buffer> {
  const flat = await photographed(pdf, { dpi: DPI, quality: 100, skew: 0.7 });
  const { data, info } = await sharp(flat).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const chance = chanceOf(SEED);
  for (let pixel = 0; pixel < info.width * info.height; pixel += 1) {
    const grain = (chance() + chance() + chance() - 1.5) * 8;
    const light = 20 + (20 * pixel) / (info.width * info.height);
    for (let colour = 0; colour < info.channels; colour += 1) {
      const at = pixel * info.channels + colour;
      data[at] = Math.max(0, Math.min(255, Math.round(light + (data[at] ?? 0) * 0.75 + grain)));
    }
  }
  return sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } })
    .blur(0.6)
    .jpeg({ quality })
    .toBuffer();
}

/** Figures as a program writes them on a patch of the paper's grey. */
async function patchOf(words: string): Promise<Buffer> {
  const written = await sharp({ text: { text: words, font: 'Noto Sans Bold', dpi: DPI, rgba: true } })
    .flatten({ background: '#d8d8d8' })
    .extend({ top: 4, bottom: 4, left: 6, right: 6, background: '#d8d8d8' })
    .linear(0.8, 30)
    .blur(0.6)
    .png()
    .toBuffer();
  return written;
}

/** The first page of a made-up paper as a photograph that went through a picture editor, or only through an app that saved it again: JPEG. */
export async function retouched(pdf: Uint8Array, { taken = 70, saved, figures }: Retouching = {}): Promise<Buffer> {
  const photograph = await onTheTable(pdf, taken);
  if (saved === undefined) return photograph;
  const { width = 0, height = 0 } = await sharp(photograph).metadata();
  const layers = figures
    ? [{ input: await patchOf(figures.words), left: Math.round(figures.x * width), top: Math.round(figures.y * height) }]
    : [];
  return sharp(photograph).composite(layers).jpeg({ quality: saved }).toBuffer();
}
