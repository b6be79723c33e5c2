/**
 * A year of made-up dossiers through the real table of events: every published figure against a recomputation without SQL; the files
 * against their own schema and against each other; the page's tables against the CSV file; the time of a build, and of the page from a
 * listening server, in the same run.
 * `npx tsx bench/stats.ts [dossiers]`, 20,000 by default; `TEST_DATABASE_URL` names a PostgreSQL server to use instead of the embedded one.
 */
import { request } from 'node:http';
import { cpus, loadavg } from 'node:os';
import { sessionStore } from '#features/accounts/session-store.ts';
import { buildFigures } from '#features/stats/build-figures.ts';
import { publishOpenData } from '#features/stats/publish-open-data.ts';
import { LOCALES } from '#i18n/locales.ts';
import { addMilestones } from '#main/seed-figures.ts';
import { madeUpMilestones } from '#specimens/milestones.ts';
import { loadFigures } from '#store/figures.repository.ts';
import { compareFigures } from '#testing/compare-figures.ts';
import { comparePage, figuresOfCsv } from '#testing/compare-page.ts';
import { recomputeFacts } from '#testing/recompute-figures.ts';
import { schemaFaults } from '#testing/table-schema.ts';
import { confirmedAccount } from '#testing/test-account.ts';
import { emptyDatabase } from '#testing/test-database.ts';
import { testHouse } from '#testing/test-house.ts';
import { testServer } from '#testing/test-site.ts';
import { statsRoutes } from '#web/stats/stats.routes.tsx';

const dossiers = Number(process.argv[2] ?? 20_000);
const TIMES = 200;
const ALLOWED_MS = 50;

const ms = (value: number) => `${value.toFixed(value < 10 ? 1 : 0)} ms`;
const seconds = (value: number) => `${(value / 1000).toFixed(1)} s`;

const timed = async <Value>(work: () => Promise<Value> | Value): Promise<[Value, number]> => {
  const start = performance.now();
  return [await work(), performance.now() - start];
};

const rank = (times: readonly number[], at: number) => [...times].sort((a, b) => a - b)[Math.floor(times.length * at)] ?? 0;

console.log(
  `${new Date().toISOString()}, ${cpus().length} × ${cpus()[0]?.model ?? '?'}, load ${loadavg()[0]?.toFixed(1) ?? '?'}`,
);
await emptyDatabase();
const house = await testHouse('2026-11-23T09:00:00Z');
const until = house.clock.now();
const from = new Date(until.getTime() - 365 * 86_400_000);
const [milestones, telling] = await timed(() => [...madeUpMilestones({ from, until, dossiers, seed: 2026 })]);
const [, writing] = await timed(() => addMilestones(house, milestones));
console.log(
  `${dossiers} dossiers, ${milestones.length} milestones made up in ${seconds(telling)}, written in ${seconds(writing)}`,
);
const [, building] = await timed(() => buildFigures(house));
const [, publishing] = await timed(() => publishOpenData(house));
console.log(`build ${seconds(building)}, files of open data ${seconds(publishing)}`);
const figures = await loadFigures(house.db);
const [facts, recomputing] = await timed(() => recomputeFacts(milestones, []));
const [{ compared, secret, faults }, comparing] = await timed(() => compareFigures(figures, facts));
console.log(`recomputation without SQL ${seconds(recomputing)}, comparison ${seconds(comparing)}`);
console.log(`${compared} figures compared, ${secret} secret, ${faults.length} wrong`);

const app = testServer(house, [(one) => statsRoutes(one, house)]);
const address = await app.listen({ host: '127.0.0.1', port: 0 });
const get = (path: string, headers: Readonly<Record<string, string>> = {}) =>
  new Promise<{ status: number; size: number; body: string }>((resolve, reject) => {
    request(`${address}${path}`, { headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () => {
        const body = Buffer.concat(chunks);
        resolve({ status: answer.statusCode ?? 0, size: body.length, body: body.toString() });
      });
      answer.on('error', reject);
    })
      .on('error', reject)
      .end();
  });

const slow: string[] = [];
async function measure(name: string, headers: Readonly<Record<string, string>>): Promise<void> {
  const times: number[] = [];
  let size = 0;
  for (let i = 0; i < TIMES; i += 1) {
    const [answer, took] = await timed(() => get('/stats', headers));
    times.push(took);
    size = answer.size;
  }
  const [p50, p95] = [rank(times, 0.5), rank(times, 0.95)];
  if (p95 >= ALLOWED_MS) slow.push(`${name}: ${ms(p95)}`);
  console.log(`page, ${name}: P50 ${ms(p50)}, P95 ${ms(p95)}, longest ${ms(Math.max(...times))}, ${Math.ceil(size / 1000)} kB`);
}

for (const locale of LOCALES) {
  const [, first] = await timed(() => get(`/stats?lang=${locale}`));
  console.log(`page, first reader of the day in ${locale}: ${ms(first)}`);
}
await measure('visitor', { 'accept-language': 'fr', 'accept-encoding': 'gzip, br' });
await measure('visitor who takes no coding', { 'accept-language': 'fr' });
const accountId = await confirmedAccount(house, 'ada@example.org');
const { token } = await sessionStore(house).open({
  ...{ kind: 'member', accountId, remember: false, secondFactor: false, device: '?', network: '192.0.2.0/24' },
});
await measure('signed in', { cookie: `session=${token}` });

const [page, csv, json, schema] = await Promise.all(
  ['/stats?lang=fr', '/stats/data/indicateurs.csv', '/stats/data/indicateurs.json', '/stats/data/schema.json'].map((path) =>
    get(path),
  ),
);
const invalid = schemaFaults(schema?.body ?? '', csv?.body ?? '');
const published = figuresOfCsv(csv?.body ?? '');
const lines = (JSON.parse(json?.body ?? '[]') as readonly Record<string, unknown>[]).map((line) => line['valeur']);
const apart = figures.filter((one, at) => one.value !== (published[at]?.value ?? null) || one.value !== lines[at]);
const shown = comparePage(page?.body ?? '', csv?.body ?? '', '2025-10-01');
console.log(`${published.length} lines of CSV: ${invalid.length} against the schema; ${apart.length} unlike JSON or the table`);
console.log(`${shown.compared} lines looked for in the tables of the page, ${shown.faults.length} missing`);
await app.close();

const all = [...faults, ...invalid, ...apart.map((one) => `${one.indicator}: files differ`), ...shown.faults];
all.slice(0, 20).forEach((fault) => console.log(`  ${fault}`));
slow.forEach((line) => console.log(`  slower than ${ALLOWED_MS} ms: ${line}`));
process.exit(all.length === 0 ? 0 : 1);
