// `npm start`: builds what is to be built, then runs the program in this process. Plain JavaScript, so that it needs no tool.
import { build } from 'esbuild';

const here = new URL('.', import.meta.url);
process.chdir(here.pathname);

await build({
  entryPoints: ['build.ts'],
  outfile: 'dist/build.mjs',
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node20',
  logLevel: 'error',
});
const { buildAll } = await import('./dist/build.mjs');
await buildAll();
await import('./dist/main.mjs');
