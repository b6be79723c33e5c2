/**
 * Starts a throw-away PostgreSQL server where its programs are installed, runs the acts and the store against it, and ends it:
 * `tsx checks/postgres.ts`. The embedded engine of the other tests speaks a newer PostgreSQL than the oldest one we support.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findPostgres } from './find-postgres.ts';

const WORKERS = 2;
const found = findPostgres();
if ('missing' in found) {
  console.error(found.missing);
  process.exit(2);
}

/** `initdb` and `postgres` refuse to run as root: there they run as the account that Debian made for them. */
const asOwner = (program: string, ...args: string[]): [string, string[]] =>
  process.getuid?.() === 0
    ? ['setpriv', ['--reuid=postgres', '--regid=postgres', '--clear-groups', program, ...args]]
    : [program, args];

const run = (program: string, ...args: string[]) => {
  const [command, words] = asOwner(path.join(found.directory, program), ...args);
  execFileSync(command, words, { stdio: ['ignore', 'ignore', 'inherit'], cwd: tmpdir() });
};

const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

const folder = mkdtempSync(path.join(tmpdir(), 'postgres-'));
if (process.getuid?.() === 0) execFileSync('chown', ['postgres', folder]);
chmodSync(folder, 0o700);
const data = path.join(folder, 'data');
let status = 1;
try {
  const port = await freePort();
  run('initdb', '-D', data, '-U', 'tests', '--auth=trust', '--no-sync', '-E', 'UTF8', '--locale=C');
  const options = `-p ${port} -h 127.0.0.1 -k ${folder} -c fsync=off -c full_page_writes=off -c timezone=UTC`;
  run('pg_ctl', '-D', data, '-w', '-l', path.join(folder, 'log'), '-o', options, 'start');
  try {
    const server = `postgres://tests@127.0.0.1:${port}`;
    for (let worker = 1; worker <= WORKERS; worker += 1)
      run('psql', '-q', `${server}/postgres`, '-c', `create database tests_${worker}`);
    const vitest = path.join(import.meta.dirname, '../node_modules/.bin/vitest');
    const tests = spawnSync(vitest, ['run', 'src/features', 'src/store', `--maxWorkers=${WORKERS}`], {
      stdio: 'inherit',
      env: { ...process.env, TEST_DATABASE_URL: `${server}/tests_` },
    });
    status = tests.status ?? 1;
  } finally {
    run('pg_ctl', '-D', data, '-m', 'immediate', 'stop');
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exit(status);
