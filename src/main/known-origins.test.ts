import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CivilMonth } from '#kernel/civil-date.ts';
import { hasMakeup } from '#domain/origins/makeup.ts';
import type { DocumentEngine } from '#ports/document-engine.ts';
import { generatedPayslip } from '#specimens/generated-payslip.ts';
import { payslip } from '#specimens/papers.ts';
import { SPECIMEN_PEOPLE } from '#specimens/people.ts';
import { testEngine } from '#testing/full-house.ts';
import { readKnownOrigins } from './known-origins.ts';
import { learnOrigin } from './learn-origin.ts';

const START_MS = 120_000;
const MONTH = '2026-10' as string as CivilMonth;
const [camille, sacha, ilyas, eloise] = SPECIMEN_PEOPLE;
let folder = '';
let engine: DocumentEngine;

const written = async (name: string, bytes: Uint8Array | string) => {
  const file = path.join(folder, name);
  await writeFile(file, bytes);
  return file;
};

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'origins-'));
  engine = await testEngine();
}, START_MS);
afterAll(() => rm(folder, { recursive: true }));

const NAMED = ['--name', 'Bulletin-Imaginaire', '--origin', 'Made up for this test.'];

describe('origins:learn', () => {
  test(
    'an operator teaches a maker from two papers, puts the entry into the file, and a third paper is known',
    async () => {
      const samples = [
        await written('un.pdf', await generatedPayslip(sacha, MONTH, 198_000)),
        await written('deux.pdf', await generatedPayslip(ilyas, MONTH, 310_000)),
      ];
      const genuine = await written('vrai.pdf', (await payslip(eloise, MONTH)).bytes);
      const entry = await learnOrigin(engine, [...NAMED, '--genuine', genuine, ...samples]);
      const file = await written('origins.json', JSON.stringify({ generators: [entry] }));
      const { generators } = await readKnownOrigins({ KNOWN_ORIGINS: file });
      expect(generators).toEqual([entry]);
      const third = await engine.makeup({ bytes: await generatedPayslip(camille, MONTH) });
      const other = await engine.makeup({ bytes: (await payslip(camille, MONTH)).bytes });
      if (!third.ok || !third.value || !other.ok || !other.value) throw new Error('not read');
      expect([hasMakeup(third.value, entry.makeup), hasMakeup(other.value, entry.makeup)]).toEqual([true, false]);
    },
    START_MS,
  );

  test(
    'samples of two makers have too little in common; a scan, a missing file and a single sample are refused',
    async () => {
      const one = await written('a.pdf', await generatedPayslip(sacha, MONTH));
      const other = await written('b.pdf', (await payslip(ilyas, MONTH)).bytes);
      await expect(learnOrigin(engine, [...NAMED, one, other])).rejects.toThrow('too little of their own');
      const text = await written('c.pdf', 'no pdf');
      await expect(learnOrigin(engine, [...NAMED, one, text])).rejects.toThrow('no PDF of text');
      await expect(learnOrigin(engine, [...NAMED, one, path.join(folder, 'none.pdf')])).rejects.toThrow('cannot be read');
      await expect(learnOrigin(engine, [...NAMED, one])).rejects.toThrow('two samples at least');
      await expect(learnOrigin(engine, ['--other', one])).rejects.toThrow('origins:learn');
    },
    START_MS,
  );
});

describe('KNOWN_ORIGINS', () => {
  test('unset, only what ships counts, and nothing ships', async () => {
    expect(await readKnownOrigins({ KNOWN_ORIGINS: undefined })).toEqual({ generators: [], issuers: [] });
  });

  test.each([
    ['no JSON', '{', 'not JSON'],
    ['an entry without origin', '{"generators":[{"name":"x"}]}', 'generators.0.origin'],
    ['more than 500 kB', ' '.repeat(500_001), '500 kB'],
  ])('%s stops the start and says where', async (name, text, told) => {
    await expect(readKnownOrigins({ KNOWN_ORIGINS: await written(`${name.length}.json`, text) })).rejects.toThrow(told);
  });

  test('a file that is not there stops the start', async () => {
    await expect(readKnownOrigins({ KNOWN_ORIGINS: path.join(folder, 'nowhere.json') })).rejects.toThrow('KNOWN_ORIGINS');
  });
});
