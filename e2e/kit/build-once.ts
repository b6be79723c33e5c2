import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Folder of the project. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Builds the program once before the first walk, as `npm start` does. Called by vitest. */
export function setup(): void {
  const { status, stderr } = spawnSync('npm', ['run', '--silent', 'build'], { cwd: ROOT, encoding: 'utf8' });
  if (status !== 0) throw new Error(`the program cannot be built:\n${stderr}`);
}
