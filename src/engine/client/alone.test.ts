import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FileFacts } from '#domain/findings/facts.ts';
import { parseCivilDate, type CivilMonth } from '#kernel/civil-date.ts';
import { SHIPPED_ORIGINS } from '#domain/origins/known-origins.ts';
import { statementOf } from '#papers/statement-binding.ts';
import type { DocumentEngine } from '#ports/document-engine.ts';
import { payslip, rentReceipt, taxNotice } from '#specimens/papers.ts';
import { SPECIMEN_PEOPLE } from '#specimens/people.ts';
import { scanned } from '#specimens/scanned.ts';
import { builtChild } from '#testing/engine-child.ts';
import { withNoWayOut, type ClosedEntry } from '#testing/no-way-out.ts';
import { documentEngine } from './document-engine.ts';
import { writeFontConfig } from './fonts.ts';

const ROOT = new URL('../../..', import.meta.url).pathname;
const LONG = 120_000;
const [camille, , , , mohamed] = SPECIMEN_PEOPLE;
const folder = mkdtempSync(path.join(tmpdir(), 'alone-'));
const faults: string[] = [];
let closed: ClosedEntry;
let engine: DocumentEngine;

const slip = () => payslip(camille, '2026-10' as CivilMonth);
const factsOf = async (bytes: Uint8Array): Promise<FileFacts> => {
  const read = await engine.examine({ bytes, type: 'pdf' });
  if (!read.ok) throw new Error(read.error);
  return read.value;
};
const firstValues = (facts: FileFacts) =>
  Object.fromEntries(Object.entries(facts.papers[0]!.fields).map(([field, values]) => [field, values[0]?.value]));

beforeAll(async () => {
  closed = withNoWayOut(folder, await builtChild());
  engine = documentEngine({
    slots: 1,
    childEntry: closed.entry,
    fontConfig: await writeFontConfig(folder),
    templates: path.join(ROOT, 'src/papers/templates'),
    tesseract: null,
    trustDirectory: null,
    trustTestSeals: true,
    origins: SHIPPED_ORIGINS,
    today: () => '2026-11-23',
    sign: async (pdf) => pdf,
    onFault: ({ words }) => faults.push(words),
  });
});
afterAll(async () => {
  await engine.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('the document engine, without network and without a command of the system', () => {
  test('looks at a file, draws it, marks a copy and prints a page', { timeout: LONG }, async () => {
    const { bytes } = await slip();
    expect(await engine.check()).toBe(true);
    expect(await engine.prepare({ bytes, type: 'pdf', maxPages: 10 })).toMatchObject({ ok: true, value: { pages: 1 } });
    expect((await engine.page({ bytes, type: 'pdf', page: 0, width: 300 })).ok).toBe(true);
    expect(await engine.watermark({ bytes, type: 'pdf', text: 'LOCATION – POUR un@agences.test', holes: null })).toMatchObject({
      ok: true,
      value: [{ width: 1190, height: 1684 }],
    });
    const data = statementOf({
      kind: 'explanation',
      serviceName: 'Service',
      name: 'Camille EXEMPLAIRE',
      category: 'income',
      situation: 'income.none',
      text: 'Je reprends mes études.',
      madeOn: parseCivilDate('2026-11-23')!,
    });
    const createdAt = new Date('2026-11-23T09:00:00Z');
    const printed = await engine.bind({ template: 'statement', data, images: new Map(), qr: '', sign: false, createdAt });
    expect(printed.ok && Buffer.from(printed.value.subarray(0, 5)).toString()).toBe('%PDF-');
    expect(closed.tried()).toEqual([]);
  });

  test('reads a digital payslip and a scanned receipt as it does elsewhere', { timeout: LONG }, async () => {
    const { bytes, expected } = await slip();
    expect(firstValues(await factsOf(bytes))).toMatchObject(expected);
    const receipt = await rentReceipt(mohamed, '2026-10' as CivilMonth);
    expect(firstValues(await factsOf(await scanned(receipt.bytes, { dpi: 200, quality: 70 })))).toMatchObject(receipt.expected);
    expect(closed.tried()).toEqual([]);
  });

  test(
    'says of a seal whose certificate it does not hold that it cannot be checked, and asks nobody for it',
    { timeout: LONG },
    async () => {
      const { seals } = await factsOf((await taxNotice(camille, 2025)).bytes);
      expect(seals).toMatchObject([{ verdict: 'unverifiable' }]);
      expect(closed.tried()).toEqual([]);
    },
  );

  test('never failed on the way', () => expect(faults).toEqual([]));
});

describe('the guard of these tests', () => {
  test('notices a socket, a name asked for, a command, in the program and in its threads', () => {
    const own = path.join(folder, 'guard');
    mkdirSync(own);
    const calls = [
      `import('node:net').then(({ connect }) => connect(9, '127.0.0.1'))`,
      `import('node:https').then(({ get }) => get('https://192.0.2.1/'))`,
      `import('node:dns').then(({ lookup }) => lookup('service.test', () => {}))`,
      `import('node:child_process').then(({ spawn }) => spawn('true'))`,
      `import('node:worker_threads').then(({ Worker }) => new Worker("require('node:net').connect(9)", { eval: true }).on('error', () => {}))`,
    ];
    const entry = path.join(own, 'calls.mjs');
    writeFileSync(entry, calls.map((call) => `await ${call}.catch(() => {});\n`).join(''));
    const guarded = withNoWayOut(own, entry);
    expect(spawnSync(process.execPath, [guarded.entry]).status).toBe(0);
    expect(guarded.tried()).toEqual(['net.connect', 'net.connect', 'lookup', 'spawn', 'net.connect']);
  });
});
