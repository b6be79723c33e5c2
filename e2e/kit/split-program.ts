import { findPostgres } from '../../checks/find-postgres.ts';
import { startPostgres } from '../../checks/start-postgres.ts';
import { openServer, type OpenDatabase } from '#store/open-database.ts';
import { forget, newDataDirectory, startProgram, type Program } from './program.ts';

const WITHIN_MS = 120_000;

/** The built program as several processes on one PostgreSQL server: one answers pages, others are started and ended by the test. */
export interface SplitProgram {
  readonly web: Program;
  /** What the processes see of the data, for the test. */
  readonly database: OpenDatabase;
  readonly dataDirectory: string;
  /** Starts a process that runs jobs and answers no page. */
  startWorker(environment?: Readonly<Record<string, string>>): Promise<Program>;
  /** Ends all that still runs, and forgets the data. */
  end(): Promise<void>;
}

/** Starts the process for pages on a new server. @param environment more settings, for all processes */
export async function splitProgram(environment: Readonly<Record<string, string>> = {}): Promise<SplitProgram> {
  const programs = findPostgres();
  if ('missing' in programs) throw new Error(programs.missing);
  const server = await startPostgres(programs.directory);
  const address = server.makeDatabase('walk');
  const dataDirectory = await newDataDirectory();
  const running: Program[] = [];
  const start = async (role: 'web' | 'worker', more: Readonly<Record<string, string>> = {}) => {
    const started = await startProgram({
      dataDirectory,
      environment: { ROLE: role, DATABASE_URL: address, ...environment, ...more },
    });
    running.push(started);
    return started;
  };
  const web = await start('web');
  const database = openServer(address, 2);
  return {
    web,
    database,
    dataDirectory,
    startWorker: (more) => start('worker', more),
    end: async () => {
      await Promise.all(running.map((program) => program.kill()));
      await database.close();
      server.stop();
      await forget(dataDirectory);
    },
  };
}

/** Asks again and again, without a pause that could miss a moment, until the answer is yes. */
export async function until(what: string, isSo: () => Promise<boolean>): Promise<void> {
  for (const from = Date.now(); !(await isSo()); await new Promise(setImmediate))
    if (Date.now() - from > WITHIN_MS) throw new Error(`${what}: not within ${WITHIN_MS / 1000} s`);
}
