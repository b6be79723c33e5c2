import { describe, expect, it } from 'vitest';
import { circlesOf } from './circles.ts';
import { findFaults } from './find-faults.ts';

const faultsOf = (files: Record<string, string>) => findFaults(new Map(Object.entries(files)));

/** A tree without fault: what the tests below add to. */
const SOUND = {
  'kernel/result.ts': 'export const ok = 1;',
  'domain/piece.ts': "import { ok } from '#kernel/result.ts';\nimport { z } from 'zod';\nexport const piece = z.literal(ok);",
  'ports/vault.ts': 'export interface Vault { erase(): void }',
  'features/house.ts': "import type { Vault } from '#ports/vault.ts';\nexport interface House { vault: Vault }",
  'features/erasure/api.ts': 'export const destroy = 1;',
  'features/pieces/upload.ts':
    "import type { House } from '../house.ts';\nimport { destroy } from '#features/erasure/api.ts';\nexport const f = (house: House) => [house, destroy];",
  'store/unit-of-work.ts': 'export const run = (db: any) => db.transaction();',
  'testing/house.ts': "import { destroy } from '#features/erasure/api.ts';\nexport const h = destroy;",
};

describe('the fence between rooms', () => {
  it('finds nothing in a sound tree', () => {
    expect(faultsOf(SOUND)).toEqual([]);
  });

  it('fails when it saw no file', () => {
    expect(faultsOf({})).toEqual(['no file was seen']);
  });

  const wrong: [string, Record<string, string>, RegExp][] = [
    [
      'a lower room that imports a higher one',
      { 'kernel/a.ts': "import { piece } from '#domain/piece.ts';" },
      /kernel may not use domain/,
    ],
    ['a re-export from a higher room', { 'domain/a.ts': "export * from '#features/house.ts';" }, /domain may not use features/],
    [
      'an import() of a higher room',
      { 'domain/a.ts': "const a = import('#store/unit-of-work.ts');" },
      /domain may not use store/,
    ],
    [
      'a type taken from a higher room',
      { 'domain/a.ts': "type A = import('#store/unit-of-work.ts').A;" },
      /domain may not use store/,
    ],
    [
      'a value where types alone may pass',
      { 'features/x/a.ts': "import { Vault } from '#ports/vault.ts';" },
      /may not use ports values/,
    ],
    ['a package in a pure room', { 'kernel/a.ts': "import fs from 'node:fs';" }, /does not use that package/],
    [
      'an import that climbs out of its room',
      { 'domain/b/a.ts': "import { ok } from '../../kernel/result.ts';" },
      /climbs out.*#kernel\/result\.ts/,
    ],
    ['an import without extension', { 'domain/a.ts': "import { piece } from './piece';" }, /no such file/],
    ['a barrel', { 'domain/index.ts': "export * from './piece.ts';" }, /barrel/],
    ['a default export', { 'domain/a.ts': 'export default 1;' }, /default/],
    ['a default function', { 'domain/a.ts': 'export default function a() {}' }, /default/],
    ['a renamed default export', { 'domain/a.ts': 'const a = 1; export { a as default };' }, /default/],
    ['a room that nobody knows', { 'helpers/a.ts': 'export const a = 1;' }, /no known room/],
    ['a file outside every room', { 'a.ts': 'export const a = 1;' }, /no known room/],
    ['code that imports testing', { 'main/a.ts': "import { h } from '#testing/house.ts';" }, /only tests/],
    [
      'code that imports a test',
      { 'domain/a.ts': "import { t } from './b.test.ts';", 'domain/b.test.ts': 'export const t = 1;' },
      /only tests/,
    ],
    [
      'a feature that reaches into another',
      { 'features/x/a.ts': "import { f } from '#features/pieces/upload.ts';" },
      /only through api\.ts/,
    ],
    ['the same by a relative path', { 'features/x/a.ts': "import { f } from '../pieces/upload.ts';" }, /only through api\.ts/],
    [
      'blobs erased elsewhere',
      { 'features/x/a.ts': 'export const a = (house: any) => house.vault\n  .erase([]);' },
      /only features\/erasure erases/,
    ],
    [
      'blobs erased behind a question mark',
      { 'features/x/a.ts': 'export const a = (house: any) => house?.vault?.erase([]);' },
      /only features\/erasure erases/,
    ],
    [
      'a transaction opened elsewhere',
      { 'features/x/a.ts': 'export const a = (house: any) => house.db.transaction();' },
      /only store\/unit-of-work/,
    ],
    ['the environment read elsewhere', { 'domain/a.ts': "export const a = process.env['A'];" }, /only main reads/],
    [
      'browser code that uses a store',
      { 'ui/islands/a.ts': "import { run } from '#store/unit-of-work.ts';" },
      /ui\/islands may not use store/,
    ],
    [
      'a page that uses browser code',
      { 'ui/a.ts': "import { b } from './islands/b.ts';", 'ui/islands/b.ts': 'export const b = 1;' },
      /ui may not use ui\/islands/,
    ],
    [
      'two files in a circle',
      { 'domain/a.ts': "import { b } from './b.ts';", 'domain/b.ts': "import { a } from './a.ts';" },
      /files go in a circle: domain\/a\.ts → domain\/b\.ts → domain\/a\.ts/,
    ],
    [
      'two rooms in a circle',
      {
        'kernel/a.ts': "import { piece } from '#domain/piece.ts';",
      },
      /rooms go in a circle: domain → kernel → domain/,
    ],
    [
      'code that opens untrusted bytes loaded outside its child',
      { 'engine/client/a.ts': "import { open } from '../child/open.ts';", 'engine/child/open.ts': 'export const open = 1;' },
      /only children load/,
    ],
  ];
  it.each(wrong)('sees %s', (_, added, said) => {
    expect(faultsOf({ ...SOUND, ...added }).join('\n')).toMatch(said);
  });

  it('lets types go round, since they load nothing', () => {
    const added = { 'domain/a.ts': "import type { b } from './b.ts';", 'domain/b.ts': "import { type a } from './a.ts';" };
    expect(faultsOf({ ...SOUND, ...added })).toEqual([]);
  });

  it('lets tests enter every room', () => {
    const added = { 'domain/a.test.ts': "import { h } from '#testing/house.ts';\nimport fs from 'node:fs';" };
    expect(faultsOf({ ...SOUND, ...added })).toEqual([]);
  });
});

describe('circles of a graph', () => {
  it('are found at any length, also of one node', () => {
    const graph = new Map([
      ['a', new Set(['b'])],
      ['b', new Set(['c'])],
      ['c', new Set(['a', 'd'])],
      ['d', new Set(['d'])],
      ['e', new Set(['a'])],
    ]);
    expect(circlesOf(graph)).toEqual([
      ['a', 'b', 'c', 'a'],
      ['d', 'd'],
    ]);
  });
});
