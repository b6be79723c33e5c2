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

/** Finds DataMatrix and QR codes, at any orientation. Never throws: a page that confuses the reader has no code. */
export async function findCodes(page: DrawnPixels): Promise<readonly FoundCode[]> {
  await load();
  const rgba = new Uint8ClampedArray(page.width * page.height * 4);
  for (let index = 0; index < page.width * page.height; index += 1) {
    const from = index * page.channels;
    rgba[index * 4] = page.data[from] ?? 255;
    rgba[index * 4 + 1] = page.data[page.channels === 1 ? from : from + 1] ?? 255;
    rgba[index * 4 + 2] = page.data[page.channels === 1 ? from : from + 2] ?? 255;
    rgba[index * 4 + 3] = 255;
  }
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
