/**
 * Starts a throw-away PostgreSQL server where its programs are installed, runs the acts and the store against it, and ends it:
 * `tsx checks/postgres.ts`. The embedded engine of the other tests speaks a newer PostgreSQL than the oldest one we support.
 */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { findPostgres } from './find-postgres.ts';
import { startPostgres } from './start-postgres.ts';

const WORKERS = 2;
const found = findPostgres();
if ('missing' in found) {
  console.error(found.missing);
  process.exit(2);
}

const server = await startPostgres(found.directory);
let status = 1;
try {
  const databases = Array.from({ length: WORKERS }, (_, index) => server.makeDatabase(`tests_${index + 1}`));
  const vitest = path.join(import.meta.dirname, '../node_modules/.bin/vitest');
  const tests = spawnSync(vitest, ['run', 'src/features', 'src/store', `--maxWorkers=${WORKERS}`], {
    stdio: 'inherit',
    env: { ...process.env, TEST_DATABASE_URL: databases[0]?.replace(/1$/, '') },
  });
  status = tests.status ?? 1;
} finally {
  server.stop();
}
process.exit(status);
