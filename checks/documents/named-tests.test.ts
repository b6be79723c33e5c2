import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';

const root = new URL('../../', import.meta.url);
const pages = ['docs/quality', 'docs/walks'].flatMap((folder) =>
  readdirSync(new URL(`${folder}/`, root)).map((name) => `${folder}/${name}`),
);
const NAMED = /`((?:src|e2e|checks|bench)\/[\w./-]+\.tsx?)`/g;

test.each(pages)('every file that %s names exists', (page) => {
  const named = [...readFileSync(new URL(page, root), 'utf8').matchAll(NAMED)].map(([, file]) => file ?? '');
  expect(named.filter((file) => !existsSync(new URL(file, root)))).toEqual([]);
});
