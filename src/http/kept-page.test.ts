import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { codingFor, holdsTag, keepPage } from './kept-page.ts';

test.each([
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip', 'gzip'],
  ['br;q=0, gzip;q=0.5', 'gzip'],
  ['br;q=0.0, gzip;q=0', 'identity'],
  ['deflate', 'identity'],
  [undefined, 'identity'],
] as const)('to a client that takes %s a page goes as %s', (accepted, coding) => expect(codingFor(accepted)).toBe(coding));

test.each([
  [undefined, false],
  ['W/"abc"', true],
  ['"abc"', true],
  ['"x", W/"abc"', true],
  ['*', true],
  ['"ab"', false],
] as const)('who says to hold %s, of "abc": %s', (header, held) => expect(holdsTag(header, 'W/"abc"')).toBe(held));

test('a kept page is the same in every coding', async () => {
  const page = await keepPage('<p>été</p>');
  expect([brotliDecompressSync(page.brotli), gunzipSync(page.gzip), page.plain].map(String)).toEqual(Array(3).fill('<p>été</p>'));
  expect((await keepPage('<p>hiver</p>')).etag).not.toBe(page.etag);
});
