import { beforeAll, expect, test } from 'vitest';
import { addMilestones } from '#main/seed-figures.ts';
import { madeUpMilestones } from '#specimens/milestones.ts';
import { loadFigures } from '#store/figures.repository.ts';
import { compareFigures, type Comparison } from '#testing/compare-figures.ts';
import { recomputeFacts } from '#testing/recompute-figures.ts';
import { emptyDatabase } from '#testing/test-database.ts';
import { testHouse } from '#testing/test-house.ts';
import { buildFigures } from './build-figures.ts';

const milestones = [
  ...madeUpMilestones({
    from: new Date('2025-09-05T00:00:00Z'),
    until: new Date('2026-11-23T09:00:00Z'),
    dossiers: 700,
    seed: 7,
  }),
];
const counters = [
  { day: '2026-05-04', name: 'verify.genuine', hits: 12 },
  { day: '2026-05-05', name: 'verify.unknown', hits: 40 },
  { day: '2026-05-05', name: 'satisfaction.good', hits: 19 },
  { day: '2026-05-05', name: 'satisfaction.bad', hits: 3 },
];
let comparison: Comparison;

beforeAll(async () => {
  await emptyDatabase();
  const house = await testHouse();
  await addMilestones(house, milestones);
  await house.db.insertInto('publicCounter').values(counters).execute();
  await buildFigures(house);
  comparison = compareFigures(await loadFigures(house.db), recomputeFacts(milestones, counters));
});

test('every published figure of seven hundred made-up dossiers is what a recomputation without SQL says', () => {
  expect(comparison.faults).toEqual([]);
  expect(comparison.compared).toBeGreaterThan(1000);
});

test('so few dossiers leave small cells, and those are secret', () => {
  expect(comparison.secret).toBeGreaterThan(50);
});
