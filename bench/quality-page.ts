import { mkdir, readFile, writeFile } from 'node:fs/promises';
import os from 'node:os';

const PAGE = 'docs/quality/fraud-benchmark.md';
/** In the order in which they stand on the page. */
const PARTS = ['specimens', 'corpus'] as const;

const beginOf = (part: string) => `<!-- ${part}: written by bench/findings.ts -->`;
const endOf = (part: string) => `<!-- end of ${part} -->`;

/** Writes one part of the page on forgery checks, leaves the other as it is, and prints it. */
export async function writePart(part: (typeof PARTS)[number], lines: readonly string[]): Promise<void> {
  const before = await readFile(PAGE, 'utf8').catch(() => '');
  const kept = (other: string) => {
    const [from, to] = [before.indexOf(beginOf(other)), before.indexOf(endOf(other))];
    return from < 0 || to < from ? null : before.slice(from, to + endOf(other).length);
  };
  const parts = PARTS.map((one) => (one === part ? [beginOf(one), '', ...lines, '', endOf(one)].join('\n') : kept(one)));
  await mkdir('docs/quality', { recursive: true });
  await writeFile(PAGE, ['# Reading and forgery checks, measured', ...parts.filter((text) => text !== null), ''].join('\n\n'));
  console.log(lines.join('\n'));
}

/** When and where a run was made. */
export const runOf = (): string =>
  `Run of ${new Date().toISOString().slice(0, 10)}, ${os.availableParallelism()} processors, load average ${os.loadavg()[0]?.toFixed(1) ?? '?'} at its end; times count only on a quiet machine.`;
