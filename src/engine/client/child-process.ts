import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { Readable, Writable } from 'node:stream';
import { endsWithParent } from './ends-with-parent.ts';
import { makeChildFolder } from './left-folders.ts';
import { withoutNetwork } from './without-network.ts';
import { encodeMessage, messageReader, type Message } from '../wire.ts';

export interface ChildOptions {
  /** Compiled entry of the child. */
  readonly entry: string;
  /** Fonts of the service; with constants of the C library all that a child's environment holds. */
  readonly fontConfig: string;
}

export interface Limits {
  /** Time of the processor that one request may take; on a machine that has nothing else to do, the time on the clock. */
  readonly cpuMs: number;
  /** The same for opening one page. Reading its words comes after, within `cpuMs`. */
  readonly pageCpuMs: number;
  /** Time on the clock, for a child that waits instead of working. */
  readonly wallMs: number;
  readonly residentBytes: number;
  readonly replyBytes: number;
}

/** The limit that a child was killed over; `null` when it died by itself. */
export type Over = 'time' | 'page' | 'memory' | 'reply' | null;

/** Why a request got no answer: the child was killed over a limit, or died. */
export class ChildLost extends Error {
  readonly over: Over;
  constructor(over: Over) {
    super(over ? `child killed: ${over}` : 'child died');
    this.over = over;
  }
}

/**
 * How the C library of a child keeps memory: in one arena, large blocks given back at once. Without, picture buffers leave holes that are
 * never given back: a child that reads grows by 10 MB a file and is replaced every few files, which takes longer than reading one.
 */
const MALLOC = { MALLOC_ARENA_MAX: '1', MALLOC_MMAP_THRESHOLD_: '131072', MALLOC_TRIM_THRESHOLD_: '1048576' } as const;
const POLL_MS = 50;
const PAGE = 4096;
const HEAP_MB = 256;
const STDERR_KEPT = 4096;

/** Resident memory of a process, in bytes; 0 where the system does not tell. */
function residentOf(pid: number): number {
  try {
    return Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * PAGE;
  } catch {
    return 0;
  }
}

const TICK_MS = 10;

/** Processor time that a process and the tools it waited for have taken, in milliseconds; `null` where the system does not tell. */
function cpuOf(pid: number): number | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    // utime, stime, cutime, cstime: fields 14 to 17 of proc(5), counted after the name.
    return fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) * TICK_MS;
  } catch {
    return null;
  }
}

/** One limited process. It gets nothing of our environment, no argument of ours, no database: bytes come and go by pipe. */
export class EngineChild {
  readonly directory: string;
  jobs = 0;
  peakBytes = 0;
  #process: ChildProcessByStdio<Writable, Readable, Readable>;
  #waiting: { resolve: (message: Message) => void; reject: (error: Error) => void; limit: number } | null = null;
  #read: (chunk: Buffer) => Message[];
  #dead = false;
  #errors = '';
  /** Where the processor time of the page that is being opened began; `null` while none is. */
  #pageFrom: number | null = null;
  readonly #ready: Promise<Message>;

  constructor(options: ChildOptions, replyBytes: number) {
    this.directory = makeChildFolder();
    const [command = process.execPath, ...before] = [...withoutNetwork(), ...endsWithParent(), process.execPath];
    this.#process = spawn(command, [...before, `--max-old-space-size=${HEAP_MB}`, options.entry], {
      cwd: this.directory,
      env: { FONTCONFIG_FILE: options.fontConfig, ...MALLOC },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    this.#read = messageReader(replyBytes);
    this.#process.stdout.on('data', (chunk: Buffer) => this.#receive(chunk));
    this.#process.stderr.on(
      'data',
      (chunk: Buffer) => (this.#errors = (this.#errors + chunk.toString('utf8')).slice(-STDERR_KEPT)),
    );
    this.#process.stdin.on('error', () => this.#lose(null));
    this.#process.on('error', () => this.#lose(null));
    this.#process.on('exit', () => this.#lose(null));
    this.#ready = this.#next();
    this.#ready.catch(() => undefined);
  }

  get pid(): number | undefined {
    return this.#process.pid;
  }

  get alive(): boolean {
    return !this.#dead;
  }

  /** Last words of the child, for our log: codes and library messages, no content. */
  get errors(): string {
    return this.#errors;
  }

  resident(): number {
    return this.pid ? residentOf(this.pid) : 0;
  }

  /** Sends one request and waits for its answer, within limits. Throws `ChildLost`. */
  async ask(message: Message, limits: Limits): Promise<Message> {
    await this.#ready;
    if (this.#dead) throw new ChildLost(null);
    this.jobs += 1;
    const answered = this.#next();
    const started = Date.now();
    const spentBefore = this.#spent();
    const watch = setInterval(() => {
      const resident = this.resident();
      this.peakBytes = Math.max(this.peakBytes, resident);
      const waited = Date.now() - started;
      const spent = this.#spent();
      if (resident > limits.residentBytes) this.#lose('memory');
      else if (waited > limits.wallMs || spent - spentBefore > limits.cpuMs) this.#lose('time');
      else if (this.#pageFrom !== null && spent - this.#pageFrom > limits.pageCpuMs) this.#lose('page');
    }, POLL_MS);
    try {
      for (const part of encodeMessage(message)) this.#process.stdin.write(part);
      return await answered;
    } finally {
      clearInterval(watch);
      this.#pageFrom = null;
    }
  }

  /** Processor time so far; the clock where the system does not tell it. */
  #spent(): number {
    return (this.pid === undefined ? null : cpuOf(this.pid)) ?? Date.now();
  }

  /** Ends the process and erases its folder. */
  async end(): Promise<void> {
    this.#lose(null);
    await rm(this.directory, { recursive: true, force: true });
  }

  #next(): Promise<Message> {
    return new Promise((resolve, reject) => (this.#waiting = { resolve, reject, limit: 0 }));
  }

  #receive(chunk: Buffer): void {
    try {
      for (const message of this.#read(chunk)) {
        const { opening } = message.header;
        if (typeof opening === 'boolean') {
          this.#pageFrom = opening ? this.#spent() : null;
          continue;
        }
        const waiting = this.#waiting;
        this.#waiting = null;
        waiting?.resolve(message);
      }
    } catch {
      this.#lose('reply');
    }
  }

  #lose(over: Over): void {
    if (!this.#dead) {
      this.#dead = true;
      this.#process.kill('SIGKILL');
    }
    const waiting = this.#waiting;
    this.#waiting = null;
    waiting?.reject(new ChildLost(over));
  }
}
