/**
 * A year of made-up dossiers through the real table of events: every published figure against a recomputation without SQL, the time
 * of a build as a ratio to that recomputation, the time of the page as a ratio to a bare route that returns the same bytes.
 * `npx tsx bench/stats.ts [dossiers]`, 20,000 by default; `TEST_DATABASE_URL` names a PostgreSQL server to use instead of the embedded one.
 */
import fastify from 'fastify';
import { buildFigures } from '#features/stats/build-figures.ts';
import { publishOpenData } from '#features/stats/publish-open-data.ts';
import { addMilestones } from '#main/seed-figures.ts';
import { madeUpMilestones } from '#specimens/milestones.ts';
import { loadFigures } from '#store/figures.repository.ts';
import { compareFigures } from '#testing/compare-figures.ts';
import { recomputeFacts } from '#testing/recompute-figures.ts';
import { emptyDatabase } from '#testing/test-database.ts';
import { testHouse } from '#testing/test-house.ts';
import { testServer } from '#testing/test-site.ts';
import { statsRoutes } from '#web/stats/stats.routes.tsx';

const dossiers = Number(process.argv[2] ?? 20_000);
const TIMES = 40;

const ms = (value: number) => `${value.toFixed(value < 10 ? 1 : 0)} ms`;

const timed = async <Value>(work: () => Promise<Value> | Value): Promise<[Value, number]> => {
  const start = performance.now();
  return [await work(), performance.now() - start];
};

/** Median of many runs, after as many to warm up. */
async function median(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < TIMES; i += 1) await work();
  for (let i = 0; i < TIMES; i += 1) times.push((await timed(work))[1]);
  return times.sort((a, b) => a - b)[TIMES / 2] ?? 0;
}

await emptyDatabase();
const house = await testHouse('2026-11-23T09:00:00Z');
const until = house.clock.now();
const from = new Date(until.getTime() - 365 * 86_400_000);
const milestones = [...madeUpMilestones({ from, until, dossiers, seed: 2026 })];
const [, writing] = await timed(() => addMilestones(house, milestones));
console.log(`${dossiers} dossiers, ${milestones.length} milestones written in ${ms(writing)}`);
const [, building] = await timed(() => buildFigures(house));
console.log(`build ${ms(building)}`);
const [, publishing] = await timed(() => publishOpenData(house));
const figures = await loadFigures(house.db);
const [facts, recomputing] = await timed(() => recomputeFacts(milestones, []));
const { compared, secret, faults } = compareFigures(figures, facts);

const app = testServer(house, [(one) => statsRoutes(one, house)]);
const page = await app.inject('/stats');
const bare = fastify();
bare.get('/', async (_request, reply) => reply.type('text/html; charset=utf-8').send(page.body));
const ours = await median(() => app.inject('/stats'));
const floor = await median(() => bare.inject('/'));

console.log(`recomputation in memory ${ms(recomputing)}, build ÷ recomputation ${(building / recomputing).toFixed(2)}`);
console.log(`files of open data ${ms(publishing)}`);
console.log(
  `page ${ms(ours)} (${Math.round(page.body.length / 1000)} kB), bare route ${ms(floor)}, ratio ${(ours / floor).toFixed(1)}`,
);
console.log(`${compared} figures compared, ${secret} secret, ${faults.length} wrong`);
faults.slice(0, 20).forEach((fault) => console.log(`  ${fault}`));
process.exit(faults.length === 0 ? 0 : 1);
