import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { isAlive } from '#testing/processes.ts';

const ROOT = new URL('../../..', import.meta.url).pathname;
const LONG_MS = 60_000;
const folder = mkdtempSync(path.join(tmpdir(), 'killed-parent-'));
const parents: ChildProcess[] = [];
afterAll(() => {
  for (const parent of parents) parent.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

/** A child that a file keeps busy for ever: it never looks at its pipe again. */
const endless = path.join(folder, 'endless.mjs');
writeFileSync(endless, 'for (;;);\n');
const parentOfIt = path.join(folder, 'parent.mts');
writeFileSync(
  parentOfIt,
  `import { EngineChild } from ${JSON.stringify(path.join(ROOT, 'src/engine/client/child-process.ts'))};
const { pid, directory } = new EngineChild({ entry: ${JSON.stringify(endless)}, fontConfig: '' }, 1000);
console.log(JSON.stringify({ pid, directory }));
`,
);

/** Starts a process that holds such a child. @returns it, and what it says of the child */
async function startParent() {
  const parent = spawn(process.execPath, ['--import', 'tsx', parentOfIt], {
    cwd: ROOT,
    env: { PATH: process.env['PATH'], TMPDIR: folder },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  parents.push(parent);
  const [said] = (await once(parent.stdout, 'data')) as [Buffer];
  return { parent, child: JSON.parse(said.toString()) as { pid: number; directory: string } };
}

test(
  'a worker killed while a file keeps its child busy for ever takes the child with it; the next one erases the folder left behind',
  async () => {
    const first = await startParent();
    writeFileSync(path.join(first.child.directory, 'page.jpg'), 'a page in clear');
    expect(isAlive(first.child.pid)).toBe(true);
    first.parent.kill('SIGKILL');
    await once(first.parent, 'exit');
    await vi.waitFor(() => expect(isAlive(first.child.pid)).toBe(false), { timeout: 10_000 });
    expect(existsSync(first.child.directory)).toBe(true);

    const second = await startParent();
    expect(existsSync(first.child.directory)).toBe(false);
    const third = await startParent();
    expect(readdirSync(folder)).toEqual(
      expect.arrayContaining([path.basename(second.child.directory), path.basename(third.child.directory)]),
    );
  },
  LONG_MS,
);
