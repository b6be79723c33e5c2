import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import type { Box } from '#domain/findings/facts.ts';
import type { DrawnPixels } from './page-pixels.ts';

let loading: Promise<unknown> | undefined;

/** The reader's program comes from its package, never from a network. */
function load(): Promise<unknown> {
  loading ??= (async () => {
    const wasm = await readFile(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'));
    return prepareZXingModule({
      overrides: { wasmBinary: wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength) },
      fireImmediately: true,
    });
  })();
  return loading;
}

/** A machine-readable code found on a page. */
export interface FoundCode {
  readonly format: 'DataMatrix' | 'QRCode';
  /** The bytes as encoded; separators included. */
  readonly bytes: Uint8Array;
  readonly box: Box;
}

const OPAQUE = 0xff000000;

/** Four bytes a pixel, written as one number: red lowest. */
function rgbaOf({ data, width, height, channels }: DrawnPixels): Uint32Array {
  const rgba = new Uint32Array(width * height);
  if (channels === 1) for (let at = 0; at < rgba.length; at += 1) rgba[at] = OPAQUE | ((data[at] as number) * 0x010101);
  else
    for (let at = 0, from = 0; at < rgba.length; at += 1, from += channels)
      rgba[at] = OPAQUE | ((data[from + 2] as number) << 16) | ((data[from + 1] as number) << 8) | (data[from] as number);
  return rgba;
}

/** Finds DataMatrix and QR codes, at any orientation. Never throws: a page that confuses the reader has no code. */
export async function findCodes(page: DrawnPixels): Promise<readonly FoundCode[]> {
  await load();
  const rgba = new Uint8ClampedArray(rgbaOf(page).buffer);
  const image = { data: rgba, width: page.width, height: page.height, colorSpace: 'srgb' } as ImageData;
  const found = await readBarcodes(image, {
    formats: ['DataMatrix', 'QRCode'],
    tryHarder: true,
    // No paper prints a code light on dark; looking for one doubles the time.
    tryInvert: false,
    textMode: 'Plain',
    maxNumberOfSymbols: 8,
  });
  return found.flatMap((code): FoundCode[] => {
    const { topLeft, topRight, bottomLeft, bottomRight } = code.position;
    const xs = [topLeft.x, topRight.x, bottomLeft.x, bottomRight.x];
    const ys = [topLeft.y, topRight.y, bottomLeft.y, bottomRight.y];
    const [left, top] = [Math.min(...xs), Math.min(...ys)];
    const box: Box = [
      left / page.width,
      top / page.height,
      (Math.max(...xs) - left) / page.width,
      (Math.max(...ys) - top) / page.height,
    ];
    const format = code.format === 'DataMatrix' ? 'DataMatrix' : code.format === 'QRCode' ? 'QRCode' : null;
    return format ? [{ format, bytes: code.bytes, box }] : [];
  });
}
