import { expect, test } from 'vitest';
import { withoutMargins } from './margins.ts';
import type { DrawnPixels } from './page-pixels.ts';

/** A dark card somewhere on a white sheet. */
const sheet = (channels: 1 | 3 | 4, card: { left: number; top: number; width: number; height: number }): DrawnPixels => {
  const [width, height] = [200, 300];
  const data = Buffer.alloc(width * height * channels, 252);
  for (let y = card.top; y < card.top + card.height; y += 1)
    for (let x = card.left; x < card.left + card.width; x += 1)
      data.fill(40, (y * width + x) * channels, (y * width + x) * channels + channels);
  return { data, width, height, channels };
};

test.each([1, 3, 4] as const)(
  'a card on a white sheet is cut out with a little paper around it (%i bytes a pixel)',
  (channels) => {
    const cut = withoutMargins(sheet(channels, { left: 50, top: 100, width: 100, height: 60 }));
    expect([cut.width, cut.height, cut.channels]).toEqual([100 + 2 * 4, 60 + 2 * 6, channels]);
    expect(cut.data).toHaveLength(cut.width * cut.height * channels);
    const at = (x: number, y: number) => cut.data[(y * cut.width + x) * channels];
    expect([at(3, 6), at(4, 6), at(103, 65), at(104, 65)]).toEqual([252, 40, 40, 252]);
  },
);

test('a page that is full, or blank, or holds next to nothing, stays as it is', () => {
  for (const card of [
    { left: 0, top: 0, width: 200, height: 300 },
    { left: 0, top: 0, width: 0, height: 0 },
    { left: 90, top: 140, width: 3, height: 3 },
  ]) {
    const page = sheet(1, card);
    expect(withoutMargins(page)).toBe(page);
  }
});
