import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ROOT } from './build-once.ts';

const START_WITHIN_MS = 240_000;
const LOOK_EVERY_MS = 100;

/** The built program, running as a process of its own on its own port. */
export interface Program {
  /** `http://localhost:<port>`. */
  readonly base: string;
  readonly port: number;
  readonly dataDirectory: string;
  readonly pid: number;
  /** Everything it wrote so far. */
  said(): string;
  /** Lines of its log that tell of a failure. */
  failures(): string[];
  /** Ends gently, as SIGTERM does. */
  stop(): Promise<void>;
  /** Ends as a power cut would: no signal handler runs. */
  kill(): Promise<void>;
}

export interface ProgramOptions {
  /** Folder of the embedded database and the files; a new one when left out. */
  readonly dataDirectory?: string;
  /** The same port again after a crash; a free one when left out. */
  readonly port?: number;
  /** With the made-up people of `npm start`. */
  readonly seeded?: boolean;
  readonly environment?: Readonly<Record<string, string>>;
}

/** A port of this machine that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}

/** Only what a program needs to find its tools: settings of whoever runs the tests stay out. */
const cleanEnvironment = () =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => /^(PATH|HOME|TMPDIR|TZ|LANG)$/.test(name)));

/** A new empty folder for the data of a program. */
export const newDataDirectory = () => mkdtemp(path.join(tmpdir(), 'walk-'));

/** Forgets the data of a program that ended. */
export const forget = (directory: string) => rm(directory, { recursive: true, force: true });

/**
 * Starts a process of the program without waiting for anything.
 * @param root folder of the project, or of a copy of what runs of it
 */
export function spawnProgram(
  environment: Readonly<Record<string, string>>,
  root = ROOT,
): { child: ChildProcess; said: () => string } {
  const child = spawn(process.execPath, ['dist/main.mjs'], {
    cwd: root,
    env: { ...cleanEnvironment(), ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  return { child, said: () => said };
}

/** Starts the built program and waits until it answers. */
export async function startProgram(options: ProgramOptions = {}): Promise<Program> {
  const port = options.port ?? (await freePort());
  const dataDirectory = options.dataDirectory ?? (await newDataDirectory());
  const base = `http://localhost:${port}`;
  const { child, said } = spawnProgram({
    PORT: String(port),
    DATA_DIR: dataDirectory,
    SEED: String(options.seeded ?? false),
    ...options.environment,
  });
  const ended = once(child, 'exit');
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal);
    await ended;
  };
  const failures = () =>
    said()
      .split('\n')
      .filter((line) => line.includes('"level":50'));
  const givenUp = Date.now() + START_WITHIN_MS;
  while (!(await answers(base))) {
    if (child.exitCode !== null || Date.now() > givenUp) {
      await end('SIGKILL');
      throw new Error(`the program did not start:\n${said()}`);
    }
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
  return {
    base,
    port,
    dataDirectory,
    pid: child.pid ?? 0,
    said,
    failures,
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  };
}

const answers = (base: string) =>
  fetch(`${base}/readyz`).then(
    (response) => response.ok,
    () => false,
  );
