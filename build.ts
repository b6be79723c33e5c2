/** Builds everything that runs: the program, the document engine's child, the stylesheet, the fonts and the islands. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { build, type BuildOptions } from 'esbuild';
import { buildAssets } from './src/main/build-assets.ts';

const node = {
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node20',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  sourcemap: true,
  logLevel: 'error',
} as const satisfies BuildOptions;

/** Writes `dist/`: `main.mjs`, `engine-child.mjs` and `assets/` with its manifest. */
export async function buildAll(): Promise<void> {
  await rm('dist/assets', { recursive: true, force: true });
  await mkdir('dist/assets', { recursive: true });
  const [assets] = await Promise.all([
    buildAssets('dist/assets'),
    build({ ...node, entryPoints: ['src/main/cli.ts'], outfile: 'dist/main.mjs' }),
    build({ ...node, entryPoints: ['src/engine/child/main.ts'], outfile: 'dist/engine-child.mjs' }),
  ]);
  await writeFile('dist/assets.json', JSON.stringify(assets));
}
