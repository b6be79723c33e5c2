/**
 * Requests a second of `/` and of a dossier page, as a ratio to a bare Fastify route that returns the same bytes, in one run.
 * `npx tsx bench/pages.ts [seconds]`
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import autocannon from 'autocannon';
import fastify from 'fastify';
import { buildAll } from '../build.ts';
import { SEED_PASSWORD, SEED_PEOPLE } from '../src/main/seed.ts';
import { serve } from '../src/main/serve.ts';
import { readSettings } from '../src/main/settings.ts';

const seconds = Number(process.argv[2] ?? 5);
const root = new URL('..', import.meta.url).pathname;

const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });

const rate = async (url: string, headers: Record<string, string>) => {
  await autocannon({ url, headers, connections: 10, duration: 1 });
  const result = await autocannon({ url, headers, connections: 10, duration: seconds });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${url}: ${result.non2xx} answers were not 200, ${result.errors} errors`);
  return { perSecond: result.requests.average, p99: result.latency.p99 };
};

/** Signs in by the form, as a browser without script. */
async function signIn(base: string): Promise<string> {
  const jar = new Map<string, string>();
  const keep = (response: Response) =>
    response.headers
      .getSetCookie()
      .forEach((line) => jar.set(line.split('=')[0] ?? '', line.split(';')[0]?.split('=').slice(1).join('=') ?? ''));
  const cookies = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
  const page = await fetch(`${base}/connexion`);
  keep(page);
  const token = /name="_csrf" value="([^"]+)"/.exec(await page.text())?.[1] ?? '';
  const body = new URLSearchParams({ _csrf: token, email: SEED_PEOPLE.verified, password: SEED_PASSWORD });
  keep(
    await fetch(`${base}/connexion`, { method: 'POST', body, redirect: 'manual', headers: { cookie: cookies(), origin: base } }),
  );
  return cookies();
}

const data = mkdtempSync(path.join(tmpdir(), 'bench-pages-'));
process.chdir(root);
await buildAll();
const port = await freePort();
const settings = readSettings({ DATA_DIR: data, PORT: String(port), LOG_LEVEL: 'silent' });
const running = await serve(settings, root);
const base = settings.BASE_URL;
const cookie = await signIn(base);
const dossier = await fetch(`${base}/dossier`, { headers: { cookie } });

const bare = fastify();
const rows: string[] = [];
for (const [name, url, headers] of [
  ['/', `${base}/`, {}],
  ['dossier', dossier.url, { cookie }],
] as const) {
  const bytes = Buffer.from(await (await fetch(url, { headers })).arrayBuffer());
  bare.get(`/bare-${name === '/' ? 'home' : name}`, async (_request, reply) =>
    reply.type('text/html; charset=utf-8').send(bytes),
  );
  rows.push(JSON.stringify({ name, url, headers, bytes: bytes.length }));
}
const bareBase = await bare.listen({ port: 0, host: '127.0.0.1' });
console.log('page        bytes   ours/s  bare/s  ours÷bare  p99 ms');
for (const row of rows) {
  const { name, url, headers, bytes } = JSON.parse(row) as {
    name: string;
    url: string;
    headers: Record<string, string>;
    bytes: number;
  };
  const ours = await rate(url, headers);
  const floor = await rate(`${bareBase}/bare-${name === '/' ? 'home' : name}`, {});
  console.log(
    `${name.padEnd(10)} ${String(bytes).padStart(6)} ${ours.perSecond.toFixed(0).padStart(8)} ${floor.perSecond.toFixed(0).padStart(7)} ${(ours.perSecond / floor.perSecond).toFixed(3).padStart(10)} ${String(ours.p99).padStart(7)}`,
  );
}
await bare.close();
await running.stop();
rmSync(data, { recursive: true, force: true });
