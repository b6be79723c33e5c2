import { mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';

const ROOT = new URL('../..', import.meta.url).pathname;
let built: Promise<string> | undefined;

/** The document engine's child, built once per process beside the packages it imports, and removed at the end. @returns its path */
export function builtChild(): Promise<string> {
  built ??= (async () => {
    const directory = mkdtempSync(path.join(ROOT, 'node_modules/.test-engine-'));
    process.once('exit', () => rmSync(directory, { recursive: true, force: true }));
    const entry = path.join(directory, 'engine-child.mjs');
    await build({
      entryPoints: [path.join(ROOT, 'src/engine/child/main.ts')],
      outfile: entry,
      bundle: true,
      packages: 'external',
      platform: 'node',
      format: 'esm',
      target: 'node20',
      logLevel: 'error',
    });
    return entry;
  })();
  return built;
}
