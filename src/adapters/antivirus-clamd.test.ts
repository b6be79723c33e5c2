import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { clamdSpeech, findsEicar } from '#testing/clamd-speech.ts';
import { clamdAntivirus } from './antivirus-clamd.ts';
import { noAntivirus } from './antivirus-none.ts';

let server: Server | null = null;
const sockets = new Set<Socket>();
afterEach(async () => {
  for (const socket of sockets) socket.destroy();
  sockets.clear();
  await new Promise<void>((done) => (server ? server.close(() => done()) : done()));
  server = null;
});

async function listen(onConnection: (socket: Socket) => void): Promise<string> {
  const listening = createServer((socket) => {
    sockets.add(socket.on('error', () => undefined));
    onConnection(socket);
  });
  server = listening;
  await new Promise<void>((done) => listening.listen(0, '127.0.0.1', done));
  return `tcp://127.0.0.1:${(listening.address() as AddressInfo).port}`;
}

const clamd = (answer: (content: Buffer) => string) => listen(clamdSpeech(answer));

async function* parts(...texts: (string | Buffer)[]) {
  for (const text of texts) yield Buffer.from(text);
}

describe('the virus check by clamd', () => {
  it('passes a clean file', async () => {
    expect(await clamdAntivirus({ url: await clamd(findsEicar) }).scan(parts('fiche ', 'de paie'))).toBe('clean');
  });

  it('stops an infected file, even when the mark lies across two parts', async () => {
    expect(await clamdAntivirus({ url: await clamd(findsEicar) }).scan(parts('...EIC', 'AR...'))).toBe('infected');
  });

  it('sends every byte of a large file', async () => {
    let seen = 0;
    const url = await clamd((content) => ((seen = content.length), 'stream: OK\0'));
    const large = Array.from({ length: 20 }, () => Buffer.alloc(300_001, 1));
    expect(await clamdAntivirus({ url }).scan(parts(...large, ''))).toBe('clean');
    expect(seen).toBe(20 * 300_001);
  });

  it.each([
    'INSTREAM size limit exceeded. ERROR\0',
    '',
    'stream: OK',
    'stream: OK FOUN',
    'PONG\0',
    'HTTP/1.1 200 OK\r\n\r\nstream: OK\0',
    'x'.repeat(9_000),
  ])('lets nothing pass when the daemon answers %j', async (answer) => {
    expect(await clamdAntivirus({ url: await clamd(() => answer) }).scan(parts('x'))).toBe('unavailable');
  });

  it('lets nothing pass when nobody listens', async () => {
    const url = await listen(() => undefined);
    await new Promise<void>((done) => server?.close(() => done()));
    server = null;
    expect(await clamdAntivirus({ url }).scan(parts('x'))).toBe('unavailable');
  });

  it('lets nothing pass when the daemon stays silent', async () => {
    const url = await listen((socket) => socket.resume());
    expect(await clamdAntivirus({ url, idleMs: 50 }).scan(parts('x'))).toBe('unavailable');
  });

  it('lets nothing pass when the daemon reads no more', async () => {
    const url = await listen((socket) => socket.pause());
    const endless = async function* () {
      for (;;) yield Buffer.alloc(1_000_000);
    };
    expect(await clamdAntivirus({ url, idleMs: 60_000, totalMs: 200 }).scan(endless())).toBe('unavailable');
  });

  it('lets nothing pass when the daemon hangs up half-way', async () => {
    const url = await listen((socket) => socket.once('data', () => socket.destroy()));
    expect(await clamdAntivirus({ url }).scan(parts('x'))).toBe('unavailable');
  });

  it('tells the caller when the file itself cannot be read', async () => {
    const broken = async function* () {
      yield Buffer.from('half');
      throw new Error('the blob is damaged');
    };
    await expect(clamdAntivirus({ url: await clamd(findsEicar) }).scan(broken())).rejects.toThrow('the blob is damaged');
  });

  it('accepts only tcp addresses', () => {
    expect(() => clamdAntivirus({ url: 'http://127.0.0.1:3310' })).toThrow(RangeError);
  });
});

describe('no virus check', () => {
  it('passes everything', async () => {
    expect(await noAntivirus.scan(parts('EICAR'))).toBe('clean');
  });
});
