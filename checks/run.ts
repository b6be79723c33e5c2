/**
 * `npm test`: every check there is, one after the other, each announced and timed, all of them even when one fails.
 * `npm test -- types rooms` runs only the steps named. Ends with `N passed, N failed`.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { findChromium } from './find-chromium.ts';
import { findPostgres } from './find-postgres.ts';
import { findPdfUaTools } from './pdf-ua/find-tools.ts';

interface Step {
  readonly name: string;
  readonly says: string;
  /** Program of `node_modules/.bin` and its arguments. */
  readonly run: readonly string[];
  /** What it needs beside the packages: more environment, or why it is left out. */
  readonly needs?: () => { environment: Record<string, string> } | { leftOut: string };
}

const ROOT = fileURLToPath(new URL('..', import.meta.url));

const needsPostgres = () => {
  const postgres = findPostgres();
  return 'missing' in postgres ? { leftOut: postgres.missing } : { environment: {} };
};

const STEPS: readonly Step[] = [
  { name: 'types', says: 'types of the program, its checks and its tests', run: ['tsc', '--noEmit'] },
  { name: 'islands', says: 'types of the scripts that run in browsers', run: ['tsc', '--noEmit', '-p', 'src/ui/islands'] },
  { name: 'lint', says: 'ESLint', run: ['eslint', '.', '--max-warnings', '0'] },
  { name: 'format', says: 'Prettier', run: ['prettier', '--check', '--log-level', 'warn', '.'] },
  { name: 'rooms', says: 'who may import, call and open what', run: ['tsx', 'checks/rooms.ts'] },
  { name: 'documentation', says: 'a doc comment on every exported function', run: ['tsx', 'checks/documentation.ts'] },
  { name: 'names', says: 'no name that ad-blockers hide', run: ['tsx', 'checks/forbidden-names.ts'] },
  { name: 'schema', says: 'types of the tables agree with the migrations', run: ['tsx', 'checks/schema.ts'] },
  { name: 'unused', says: 'no unused file, export or package', run: ['knip', '--no-progress'] },
  { name: 'unit', says: 'rules, acts, adapters, pages, words', run: ['vitest', 'run'] },
  {
    name: 'postgres',
    says: 'acts and store on a PostgreSQL server',
    run: ['tsx', 'checks/postgres.ts'],
    needs: needsPostgres,
  },
  {
    name: 'workers',
    says: 'several processes on a PostgreSQL server, workers killed in the middle of each job',
    run: ['vitest', 'run', '--config', 'e2e/on-postgres/vitest.config.ts'],
    needs: needsPostgres,
  },
  {
    name: 'pdf-ua',
    says: 'issued PDFs are accessible (PDF/UA-1) and signed',
    run: ['tsx', 'checks/pdf-ua.ts'],
    needs: () => {
      const tools = findPdfUaTools();
      return 'missing' in tools ? { leftOut: tools.missing } : { environment: {} };
    },
  },
  {
    name: 'walks',
    says: 'walks through the whole service in a browser',
    run: ['vitest', 'run', '--config', 'e2e/vitest.config.ts'],
    needs: () => {
      if (!existsSync(`${ROOT}/e2e/vitest.config.ts`)) return { leftOut: 'there is no walk yet (e2e/vitest.config.ts)' };
      const chromium = findChromium(process.env);
      return 'path' in chromium ? { environment: { CHROMIUM_PATH: chromium.path } } : { leftOut: chromium.missing };
    },
  },
];

const seconds = (since: number) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

/** Runs one step, its output passed on as it comes. @returns what the last line says of it */
function runStep({ name, says, run, needs }: Step): { outcome: 'passed' | 'failed' | 'left out'; line: string } {
  const start = performance.now();
  console.log(`\n▶ ${name}: ${says}`);
  const needed = needs?.() ?? { environment: {} };
  if ('leftOut' in needed) return { outcome: 'left out', line: `– ${name} left out: ${needed.leftOut}` };
  const [program = '', ...args] = run;
  const { status, signal, error } = spawnSync(`${ROOT}/node_modules/.bin/${program}`, args, {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, ...needed.environment },
  });
  if (status === 0) return { outcome: 'passed', line: `✓ ${name} ${seconds(start)}` };
  return { outcome: 'failed', line: `✗ ${name} ${seconds(start)} (${error?.message ?? signal ?? `exit ${status}`})` };
}

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !STEPS.some((step) => step.name === name));
if (unknown.length > 0) {
  console.error(`no such step: ${unknown.join(', ')}; there are ${STEPS.map(({ name }) => name).join(', ')}`);
  process.exit(2);
}
const start = performance.now();
const results = STEPS.filter(({ name }) => asked.length === 0 || asked.includes(name)).map((step) => {
  const result = runStep(step);
  console.log(result.line);
  return result;
});
const count = (outcome: string) => results.filter((result) => result.outcome === outcome).length;
console.log(`\n${results.map(({ line }) => line).join('\n')}`);
if (count('left out') > 0) console.log(`${count('left out')} left out`);
console.log(`in ${seconds(start)}`);
console.log(`${count('passed')} passed, ${count('failed')} failed`);
process.exitCode = count('failed') === 0 ? 0 : 1;
