import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { TAGGED_LOCALES } from '../src/i18n/locales.ts';

const read = (name: string) => readFile(new URL(`../${name}`, import.meta.url), 'utf8');

describe('publiccode.yml', () => {
  it('names the languages that are shipped, the version and the licence of the package', async () => {
    const card = await read('publiccode.yml');
    const own = JSON.parse(await read('package.json')) as { version: string; license: string };
    const languages = /availableLanguages:\n((?: +- .+\n)+)/.exec(card)?.[1] ?? '';
    expect([...languages.matchAll(/- (\S+)/g)].map((match) => match[1])).toEqual(TAGGED_LOCALES);
    expect(card).toContain(`softwareVersion: ${own.version}\n`);
    expect(card).toContain(`license: ${own.license}\n`);
  });

  it('keeps its descriptions within their lengths', async () => {
    const card = await read('publiccode.yml');
    const shorts = [...card.matchAll(/shortDescription: (.+)/g)].map((match) => match[1] ?? '');
    const longs = [...card.matchAll(/longDescription: >\n((?: {6}.+\n)+)/g)].map((match) => match[1]?.replace(/\s+/g, ' ') ?? '');
    expect([shorts.length, longs.length]).toEqual([2, 2]);
    for (const text of shorts) expect(text.length).toBeLessThanOrEqual(150);
    for (const text of longs) expect(text.length).toBeGreaterThanOrEqual(150);
  });

  it('stands beside the text of the licence', async () => {
    expect(await read('LICENSE')).toMatch(/^EUROPEAN UNION PUBLIC LICENCE v\. 1\.2\n/);
  });
});
