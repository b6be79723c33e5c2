import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A PostgreSQL server of its own, without any data that matters. */
export interface ThrowAwayServer {
  /** Makes an empty database. @returns its address, `postgres://…` */
  makeDatabase(name: string): string;
  /** Ends it and forgets its data. */
  stop(): void;
}

/** `initdb` and `postgres` refuse to run as root: there they run as the account that Debian made for them. */
const asOwner = (program: string, args: readonly string[]): readonly [string, readonly string[]] =>
  process.getuid?.() === 0
    ? ['setpriv', ['--reuid=postgres', '--regid=postgres', '--clear-groups', program, ...args]]
    : [program, args];

const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

/**
 * Starts a server on a free port of this machine, its data in a temporary folder.
 * @param programs folder of `initdb`, `pg_ctl` and `psql`, as `findPostgres` gives it
 */
export async function startPostgres(programs: string): Promise<ThrowAwayServer> {
  const run = (program: string, ...args: string[]) => {
    const [command, words] = asOwner(path.join(programs, program), args);
    execFileSync(command, words, { stdio: ['ignore', 'ignore', 'inherit'], cwd: tmpdir() });
  };
  const folder = mkdtempSync(path.join(tmpdir(), 'postgres-'));
  const data = path.join(folder, 'data');
  const forget = () => rmSync(folder, { recursive: true, force: true });
  try {
    if (process.getuid?.() === 0) execFileSync('chown', ['postgres', folder]);
    chmodSync(folder, 0o700);
    const port = await freePort();
    run('initdb', '-D', data, '-U', 'tests', '--auth=trust', '--no-sync', '-E', 'UTF8', '--locale=C');
    const options = `-p ${port} -h 127.0.0.1 -k ${folder} -c fsync=off -c full_page_writes=off -c timezone=UTC`;
    run('pg_ctl', '-D', data, '-w', '-l', path.join(folder, 'log'), '-o', options, 'start');
    const server = `postgres://tests@127.0.0.1:${port}`;
    return {
      makeDatabase: (name) => {
        run('psql', '-q', `${server}/postgres`, '-c', `create database ${name}`);
        return `${server}/${name}`;
      },
      stop: () => {
        run('pg_ctl', '-D', data, '-m', 'immediate', 'stop');
        forget();
      },
    };
  } catch (error) {
    forget();
    throw error;
  }
}
