/**
 * Watermarked copies against the same run's floor: `npx tsx bench/watermark.ts [folder of a corpus]`.
 *
 * Text pages: the floor decodes and encodes the same pixels once, same quality. Scans: the floor decodes the JPEG that the page is made
 * of and encodes the pixels of the copy once. Ours is everything from the bytes of the file to the JPEG of the copy. Then pages a second
 * with one child and with two, the most memory a child took, and the wait for five pages.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import type { FileType } from '../src/domain/pieces/file-type.ts';
import type { CivilMonth } from '../src/kernel/civil-date.ts';
import { EngineChild } from '../src/engine/client/child-process.ts';
import { writeFontConfig } from '../src/engine/client/fonts.ts';
import { builtChild } from '../src/testing/engine-child.ts';

const ROUNDS = 9;
/** Before anything is counted: a child makes many pages, and its first ones are not yet compiled. */
const WARM_PAGES = 30;
const SECONDS = 6;
const TEXT = 'LOCATION – POUR agence@exemple.test – 25/11/2026 – ABCD-EFGH-JK';
const LIMITS = { cpuMs: 60_000, pageCpuMs: 10_000, wallMs: 240_000, residentBytes: 1024 ** 3, replyBytes: 64 * 1024 ** 2 };

const folder = mkdtempSync(path.join(tmpdir(), 'bench-'));
process.env['FONTCONFIG_FILE'] = await writeFontConfig(folder);
// After the fonts are named: the drawing library reads them when it loads.
const { watermark } = await import('../src/engine/child/watermark.ts');
const { encodeJpeg } = await import('../src/engine/child/page-pixels.ts');
const { openPdf } = await import('../src/engine/child/pdfium.ts');
const { payslip } = await import('../src/specimens/papers.ts');
const { SPECIMEN_PEOPLE } = await import('../src/specimens/people.ts');
const { scanned } = await import('../src/specimens/scanned.ts');

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const timed = async <T>(work: () => Promise<T>): Promise<{ wall: number; cpu: number; value: T }> => {
  const [wall, cpu] = [performance.now(), process.cpuUsage()];
  const value = await work();
  const used = process.cpuUsage(cpu);
  return { wall: performance.now() - wall, cpu: (used.user + used.system) / 1000, value };
};

interface Sample {
  readonly name: string;
  readonly kind: 'text' | 'scan';
  readonly bytes: Uint8Array;
  readonly type: FileType;
}

async function samplesOf(corpus: string | undefined): Promise<readonly Sample[]> {
  if (corpus) {
    const from = (name: string, kind: Sample['kind']): Sample => ({
      name,
      kind,
      type: 'pdf',
      bytes: readFileSync(path.join(corpus, name)),
    });
    return [
      from('digital/payslip_2026-10.pdf', 'text'),
      from('digital/statement_30_pages.pdf', 'text'),
      from('scanned/dossier_5_pages.pdf', 'scan'),
      from('scanned/tax_notice_2025.pdf', 'scan'),
    ];
  }
  const slip = await payslip(SPECIMEN_PEOPLE[0], '2026-10' as CivilMonth);
  return [
    { name: 'payslip', kind: 'text', type: 'pdf', bytes: slip.bytes },
    { name: 'the same, scanned, five times', kind: 'scan', type: 'pdf', bytes: await scanned(slip.bytes, { pages: 5 }) },
    { name: 'the same, scanned, fifty times', kind: 'scan', type: 'pdf', bytes: await scanned(slip.bytes, { pages: 50 }) },
  ];
}

/** What any copy must do: get the pixels, encode them. */
async function floorOf(sample: Sample, copies: readonly { jpeg: Uint8Array }[]): Promise<number> {
  const sources = sample.kind === 'scan' ? await embedded(sample.bytes, copies.length) : copies.map((copy) => copy.jpeg);
  const pages: Awaited<ReturnType<typeof rawOf>>[] = [];
  for (const copy of copies) pages.push(await rawOf(copy.jpeg));
  const started = performance.now();
  for (const [index, page] of pages.entries()) {
    await rawOf(sources[index] ?? new Uint8Array());
    await encodeJpeg(page);
  }
  return (performance.now() - started) / copies.length;
}

async function rawOf(jpeg: Uint8Array) {
  const { data, info } = await sharp(jpeg).raw().toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height, channels: info.channels === 1 ? (1 as const) : (3 as const) };
}

async function embedded(bytes: Uint8Array, count: number): Promise<readonly Uint8Array[]> {
  const pdf = await openPdf(bytes);
  if (typeof pdf === 'string') throw new Error(pdf);
  try {
    return Array.from({ length: count }, (_, index) => {
      const jpeg = pdf.soleJpeg(index);
      if (!jpeg) throw new Error('a page of the scan is not one JPEG');
      return jpeg;
    });
  } finally {
    pdf.close();
  }
}

const samples = await samplesOf(process.argv[2]);
console.log('one core, this process                pages  ms/page  cpu/page  floor  ÷ floor  KB/page');
for (const sample of samples) {
  const [walls, cpus, floors, ratios]: number[][] = [[], [], [], []];
  let [pages, size, made] = [0, 0, 0];
  while (made < WARM_PAGES) {
    const warm = await watermark({ bytes: sample.bytes, type: sample.type, text: TEXT, holes: [] });
    if (typeof warm === 'string') throw new Error(warm);
    made += warm.length;
    await floorOf(sample, warm);
  }
  for (let round = 0; round < ROUNDS; round += 1) {
    const { wall, cpu, value } = await timed(() => watermark({ bytes: sample.bytes, type: sample.type, text: TEXT, holes: [] }));
    if (typeof value === 'string') throw new Error(value);
    const floor = await floorOf(sample, value);
    pages = value.length;
    size = value.reduce((sum, page) => sum + page.jpeg.length, 0) / pages / 1024;
    walls?.push(wall / pages);
    cpus?.push(cpu / pages);
    floors?.push(floor);
    ratios?.push(wall / pages / floor);
  }
  const columns = [pages, median(walls ?? []).toFixed(1), median(cpus ?? []).toFixed(1), median(floors ?? []).toFixed(1)];
  console.log(
    `${sample.name.padEnd(36)} ${columns.map((one) => String(one).padStart(7)).join(' ')} ${median(ratios ?? [])
      .toFixed(2)
      .padStart(8)} ${size.toFixed(0).padStart(8)}`,
  );
}

const entry = await builtChild();
const newChild = () => new EngineChild({ entry, fontConfig: path.join(folder, 'fonts.conf') }, LIMITS.replyBytes);
const ask = (child: EngineChild, sample: Sample) =>
  child.ask(
    { header: { kind: 'watermark', type: sample.type, text: TEXT, holes: [], cropped: false }, blobs: [sample.bytes] },
    LIMITS,
  );

/** Lets every thread of a process run on these processors only. @returns false where the system has no such command */
const hold = (pid: number | undefined, processors: string) =>
  pid !== undefined && spawnSync('taskset', ['-acp', processors, String(pid)]).status === 0;
const ALL_PROCESSORS = `0-${availableParallelism() - 1}`;

/** Pages a second of some children at once, and the most memory one of them took. @param held on one processor, this process too: a child's helping threads, and who asks it, take a second one when it is free */
async function throughput(sample: Sample, slots: number, held: boolean): Promise<{ rate: number; peak: number }> {
  const children = Array.from({ length: slots }, newChild);
  for (const child of children) await ask(child, sample);
  if (held && ![...children, process].every(({ pid }) => hold(pid, '0'))) return { rate: Number.NaN, peak: 0 };
  const started = performance.now();
  let pages = 0;
  await Promise.all(
    children.map(async (child) => {
      while (performance.now() - started < SECONDS * 1000) {
        const made = (await ask(child, sample)).blobs.length;
        pages += made;
      }
    }),
  );
  const seconds = (performance.now() - started) / 1000;
  const peak = Math.max(...children.map((child) => child.peakBytes));
  if (held) hold(process.pid, ALL_PROCESSORS);
  for (const child of children) await child.end();
  return { rate: pages / seconds, peak: peak / 1024 ** 2 };
}

try {
  console.log('\npages a second in children    1 slot, 1 core  1 slot, free  2 slots  2 slots ÷ 1 core  peak MB of a child');
  for (const sample of samples) {
    const core = await throughput(sample, 1, true);
    const free = await throughput(sample, 1, false);
    const two = await throughput(sample, 2, false);
    const columns: readonly [string, number][] = [
      [sample.name, -30],
      [core.rate.toFixed(1), 14],
      [free.rate.toFixed(1), 13],
      [two.rate.toFixed(1), 8],
      [(two.rate / core.rate).toFixed(2), 17],
      [Math.max(core.peak, free.peak, two.peak).toFixed(0), 19],
    ];
    console.log(columns.map(([text, width]) => (width < 0 ? text.padEnd(-width) : text.padStart(width))).join(' '));
  }
  const last = samples.find((sample) => sample.kind === 'scan') ?? samples[0];
  if (last) {
    const cold = newChild();
    const { wall, value } = await timed(() => ask(cold, last));
    await cold.end();
    console.log(`\na new child, ${value.blobs.length} pages of "${last.name}": ${(wall / 1000).toFixed(2)} s`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exit(0);
