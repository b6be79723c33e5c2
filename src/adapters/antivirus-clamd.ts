import { connect, type Socket } from 'node:net';
import type { Antivirus } from '#ports/antivirus.ts';

export interface ClamdSettings {
  /** `tcp://host:port`. */
  readonly url: string;
  /** Longest silence of the daemon, in milliseconds. */
  readonly idleMs?: number;
  /** Longest check as a whole, in milliseconds. */
  readonly totalMs?: number;
}

type Verdict = Awaited<ReturnType<Antivirus['scan']>>;

/** Bytes per INSTREAM chunk. */
const CHUNK = 64 * 1024;
/** An answer is one short line; more than this is not clamd. */
const ANSWER_LIMIT = 4_096;

/**
 * Virus check by a ClamAV daemon, INSTREAM over TCP (clamd(8)). Fails closed: whatever is not a clear verdict, be it a
 * refusal, a silence, a cut line or an answer not understood, is `unavailable`.
 */
export function clamdAntivirus({ url, idleMs = 30_000, totalMs = 120_000 }: ClamdSettings): Antivirus {
  const { hostname, port, protocol } = new URL(url);
  if (protocol !== 'tcp:') throw new RangeError('CLAMD_URL must start with tcp://');
  const host = hostname.replace(/^\[|\]$/g, '');
  return { scan: (bytes) => scan(() => connect({ host, port: Number(port || 3310) }), bytes, { idleMs, totalMs }) };
}

function scan(
  dial: () => Socket,
  bytes: AsyncIterable<Uint8Array>,
  limits: { idleMs: number; totalMs: number },
): Promise<Verdict> {
  return new Promise((resolve, reject) => {
    const socket = dial();
    const tooLong = setTimeout(() => settle('unavailable'), limits.totalMs);
    let answer = '';
    let settled = false;
    const stop = () => {
      settled = true;
      clearTimeout(tooLong);
      socket.destroy();
    };
    const settle = (verdict: Verdict) => {
      if (settled) return;
      stop();
      resolve(verdict);
    };
    socket.setTimeout(limits.idleMs, () => settle('unavailable'));
    socket.on('error', () => settle('unavailable'));
    socket.on('close', () => settle(verdictOf(answer)));
    socket.setEncoding('utf8');
    socket.on('data', (text: string) => {
      answer += text;
      if (answer.includes('\0') || answer.length > ANSWER_LIMIT) settle(verdictOf(answer));
    });
    socket.once('connect', () => {
      sendAll(socket, bytes, () => settled).catch((error: unknown) => {
        // The source broke, not the daemon: that is for the caller to know.
        if (settled) return;
        stop();
        reject(error instanceof Error ? error : new Error('the bytes to scan could not be read'));
      });
    });
  });
}

async function sendAll(socket: Socket, bytes: AsyncIterable<Uint8Array>, over: () => boolean): Promise<void> {
  socket.write('zINSTREAM\0');
  for await (const part of bytes) {
    for (let start = 0; start < part.length; start += CHUNK) {
      if (over()) return;
      const chunk = part.subarray(start, start + CHUNK);
      const length = Buffer.alloc(4);
      length.writeUInt32BE(chunk.length);
      socket.write(length);
      if (!socket.write(chunk)) await drained(socket);
    }
  }
  // A chunk of no length ends the stream.
  if (!over()) socket.write(Buffer.alloc(4));
}

function drained(socket: Socket): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      socket.off('drain', done).off('close', done);
      resolve();
    };
    if (socket.destroyed) resolve();
    else socket.on('drain', done).on('close', done);
  });
}

function verdictOf(answer: string): Verdict {
  const line = answer.replace(/\0[\s\S]*$/, '').trim();
  if (line === 'stream: OK' && answer.includes('\0')) return 'clean';
  return /^stream: .+ FOUND$/.test(line) ? 'infected' : 'unavailable';
}
