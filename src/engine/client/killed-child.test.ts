import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CivilMonth } from '#kernel/civil-date.ts';
import { SHIPPED_ORIGINS } from '#domain/origins/known-origins.ts';
import type { DocumentEngine } from '#ports/document-engine.ts';
import { payslip } from '#specimens/papers.ts';
import { SPECIMEN_PEOPLE } from '#specimens/people.ts';
import { builtChild } from '#testing/engine-child.ts';
import { documentEngine } from './document-engine.ts';
import { writeFontConfig } from './fonts.ts';

const LONG_MS = 240_000;
const TEMPLATE = 'statement';
const folder = mkdtempSync(path.join(tmpdir(), 'killed-'));
const faults: { kind: string; over: string | null }[] = [];
let engine: DocumentEngine;
let entry = '';
let bytes: Uint8Array;

/** Living children of this process that run the document engine. */
const children = (): number[] =>
  readdirSync('/proc')
    .map(Number)
    .filter((pid) => {
      try {
        const parent = Number(/\) \S (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1]);
        return parent === process.pid && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(entry);
      } catch {
        // Not a process, or one that has just ended.
        return false;
      }
    });

/** Ticks of processor time that a process has used: fields 14 and 15 of proc(5). */
const ticksOf = (pid: number): number => {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const [user = 0, system = 0] = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .slice(11, 13)
    .map(Number);
  return user + system;
};

beforeAll(async () => {
  entry = await builtChild();
  writeFileSync(path.join(folder, `${TEMPLATE}.typ`), '#set document(title: "Titre")\n#set text(lang: "fr")\n= Titre\n');
  bytes = (await payslip(SPECIMEN_PEOPLE[0], '2026-10' as CivilMonth)).bytes;
  engine = documentEngine({
    slots: 1,
    childEntry: entry,
    fontConfig: await writeFontConfig(folder),
    templates: folder,
    tesseract: null,
    trustDirectory: null,
    trustTestSeals: false,
    origins: SHIPPED_ORIGINS,
    today: () => '2026-11-23',
    sign: async (pdf) => pdf,
    onFault: (fault) => faults.push(fault),
  });
  // The child is awake: what is killed below is at work, not starting.
  expect(await engine.check()).toBe(true);
}, LONG_MS);

afterAll(async () => {
  await engine.close();
  rmSync(folder, { recursive: true });
});

const JOBS = {
  prepare: () => engine.prepare({ bytes, type: 'pdf', maxPages: 5 }),
  examine: () => engine.examine({ bytes, type: 'pdf' }),
  watermark: () => engine.watermark({ bytes, type: 'pdf', text: 'LOCATION – POUR X', holes: null }),
  bind: () =>
    engine.bind({ template: TEMPLATE, data: {}, images: new Map(), qr: 'x', sign: false, createdAt: new Date('2026-11-23') }),
} as const;

test.each(Object.keys(JOBS) as (keyof typeof JOBS)[])(
  'a child killed while it works on %s: another one does the work, and the next job is served',
  async (kind) => {
    faults.length = 0;
    const [victim = 0, ...others] = children();
    expect(others).toEqual([]);
    const idle = ticksOf(victim);
    const asked = JOBS[kind]();
    // It works once it takes processor time; the shortest of these jobs takes several ticks of it.
    while (ticksOf(victim) === idle) await new Promise((resolve) => setTimeout(resolve, 1));
    process.kill(victim, 'SIGKILL');
    expect((await asked).ok).toBe(true);
    expect(faults).toMatchObject([{ kind, over: null }]);
    expect((await JOBS[kind]()).ok).toBe(true);
  },
  LONG_MS,
);
