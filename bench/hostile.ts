/**
 * Hostile files through the document engine: outcome, time and most memory of its children for each, and whether the next file of
 * somebody else is served as ever. `npx tsx bench/hostile.ts [folder of a corpus]`; without folder, the files that the project makes.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { MAX_FILE_BYTES } from '../src/domain/catalogue/limits.ts';
import { SNIFF_BYTES, sniffFileType } from '../src/domain/pieces/file-type.ts';
import type { CivilMonth } from '../src/kernel/civil-date.ts';
import { HOSTILE } from '../src/specimens/hostile.ts';
import { payslip } from '../src/specimens/papers.ts';
import { SPECIMEN_PEOPLE } from '../src/specimens/people.ts';
import { fullHouse } from '../src/testing/full-house.ts';
import { readCorpus } from './corpus.ts';

const PAGES = 50;
const MOST_MS = 20_000;
const MOST_MB = 512;

interface Hostile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly outcomes: readonly string[];
}

/** What the verdicts of a corpus mean here. */
const OUTCOMES: Readonly<Record<string, readonly string[]>> = {
  ACCEPT: ['accepted'],
  ACCEPT_FLATTENED: ['accepted'],
  ACCEPT_REENCODED: ['accepted'],
  ACCEPT_AS_JPEG_OR_REJECT: ['accepted'],
  ACCEPT_DOWNSCALED_OR_REJECT: ['accepted', 'image_too_large', 'corrupt'],
  REJECT_EMPTY: ['empty'],
  REJECT_TYPE: ['wrong_type'],
  // A text file is not taken at all; inside a PDF its marker is found by the virus check, where one is set.
  REJECT_INFECTED: ['wrong_type'],
  REJECT_ENCRYPTED: ['password_protected'],
  REJECT_TOO_MANY_PAGES: ['too_many_pages'],
  REJECT_TOO_LARGE: ['image_too_large'],
  REJECT_UNREADABLE: ['corrupt'],
  REJECT_OR_REPAIR: ['accepted', 'corrupt'],
  REJECT_OR_BOUNDED: ['accepted', 'too_complex', 'corrupt', 'image_too_large'],
};

async function filesOf(corpus: string | undefined): Promise<readonly Hostile[]> {
  if (!corpus) return Promise.all(HOSTILE.map(async ({ name, make, outcomes }) => ({ name, bytes: await make(), outcomes })));
  const files = await readCorpus(corpus, 'hostile');
  return files.map(({ file, verdict }) => ({
    name: file.replace('hostile/', ''),
    bytes: readFileSync(path.join(corpus, file)),
    outcomes: OUTCOMES[verdict] ?? [],
  }));
}

/** Resident megabytes of the largest process that this one started, directly or not. */
function largestChild(): number {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    const pid = Number(name);
    if (!Number.isInteger(pid)) continue;
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      parents.set(pid, Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]));
    } catch {
      // It ended between the listing and the look.
    }
  }
  let most = 0;
  for (const pid of parents.keys()) {
    let above: number | undefined = pid;
    while (above !== undefined && above !== process.pid) above = parents.get(above);
    if (above !== process.pid || pid === process.pid) continue;
    try {
      most = Math.max(most, (Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * 4096) / 1024 ** 2);
    } catch {
      // The same.
    }
  }
  return most;
}

const { engine } = await fullHouse();

/** What the service would tell, the way an upload goes: first bytes, opening, reading, copying. */
async function outcomeOf(bytes: Uint8Array): Promise<string> {
  if (bytes.length === 0) return 'empty';
  if (bytes.length > MAX_FILE_BYTES) return 'too_big';
  const type = sniffFileType(bytes.subarray(0, SNIFF_BYTES));
  if (!type) return 'wrong_type';
  const prepared = await engine.prepare({ bytes, type, maxPages: PAGES });
  if (!prepared.ok) return prepared.error;
  const { working } = prepared.value;
  const content = working ?? { bytes, type };
  await engine.examine(content);
  const copied = await engine.watermark({ ...content, text: 'LOCATION – POUR X – 25/11/2026 – ABCD-EFGH-JK', holes: [] });
  return copied.ok ? 'accepted' : copied.error === 'engine.too_complex' ? 'too_complex' : 'corrupt';
}

const neighbour = (await payslip(SPECIMEN_PEOPLE[1], '2026-10' as CivilMonth)).bytes;
const corpus = process.argv[2];
let faults = 0;
console.log('file                                    outcome              seconds   peak MB   next file, s');
const files = await filesOf(corpus);
for (const { name, bytes, outcomes } of files) {
  let peak = 0;
  const watch = setInterval(() => (peak = Math.max(peak, largestChild())), 25);
  const started = performance.now();
  const outcome = await outcomeOf(bytes);
  const spent = performance.now() - started;
  clearInterval(watch);
  const next = performance.now();
  const served = await outcomeOf(neighbour);
  const wait = (performance.now() - next) / 1000;
  const wrong = [
    ...(outcomes.includes(outcome) ? [] : [`expected ${outcomes.join(' or ')}`]),
    ...(spent > MOST_MS ? ['too long'] : []),
    ...(peak > MOST_MB ? ['too much memory'] : []),
    ...(served === 'accepted' ? [] : [`next file: ${served}`]),
  ];
  if (wrong.length > 0) faults += 1;
  console.log(
    `${name.padEnd(40)}${outcome.padEnd(20)} ${(spent / 1000).toFixed(2).padStart(7)} ${peak.toFixed(0).padStart(9)} ${wait.toFixed(2).padStart(14)}  ${wrong.join(', ')}`,
  );
}
const left = execFileSync('ps', ['--ppid', String(process.pid), '-o', 'rss='], { encoding: 'utf8' });
const living = left
  .trim()
  .split('\n')
  .map((rss) => Number(rss) / 1024);
console.log(`\n${files.length} files, ${faults} faults; children left alive take ${Math.max(...living).toFixed(0)} MB at most`);
process.exit(faults === 0 ? 0 : 1);
