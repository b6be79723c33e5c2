import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { renderToString } from 'preact-render-to-string';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { QrCode } from './qr-code.tsx';

test('a camera reads the text of the code', async () => {
  const text = 'otpauth://totp/Dossier:ada%40example.org?issuer=Dossier&secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&period=30';
  const svg = renderToString(<QrCode text={text} label="code" />).replace('<svg ', '<svg xmlns="http://www.w3.org/2000/svg" ');
  const png = await sharp(Buffer.from(svg)).resize(440).png().toBuffer();
  const wasm = await readFile(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'));
  prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasm).buffer } });
  const [code] = await readBarcodes(new Uint8Array(png), { formats: ['QRCode'] });
  expect(code?.text).toBe(text);
});
