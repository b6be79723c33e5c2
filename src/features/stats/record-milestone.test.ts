import { beforeEach, expect, test } from 'vitest';
import { MILESTONES, ONCE } from '#domain/stats/milestones.ts';
import type { Id } from '#kernel/ids.ts';
import { emptyDatabase } from '#testing/test-database.ts';
import { testHouse, type TestHouse } from '#testing/test-house.ts';
import { buildFigures } from './build-figures.ts';
import { recordMilestone } from './record-milestone.ts';

let house: TestHouse;

const dossier = { id: '0193b7a0-0000-7000-8000-000000000001' as Id<'dossier'>, createdAt: new Date('2026-02-01T09:00:00Z') };

beforeEach(async () => {
  await emptyDatabase();
  house = await testHouse();
});

test.each(MILESTONES)('%s told twice is kept as often as it counts', async (name) => {
  for (const category of ['identity', 'identity', 'tax'])
    await house.transact((tx) => recordMilestone(tx, house, { name, subject: dossier, dimensions: { category } }));
  const rows = await house.db.selectFrom('statEvent').select(['pseudonym', 'dimensions']).execute();
  expect(rows).toHaveLength(ONCE.includes(name) ? 2 : 3);
  expect(new Set(rows.map((row) => row.pseudonym)).size).toBe(1);
  expect(JSON.stringify(rows)).not.toContain(dossier.id);
});

test('a milestone is gone with the act that failed', async () => {
  await expect(
    house.transact(async (tx) => {
      await recordMilestone(tx, house, { name: 'dossier.verified', subject: dossier });
      throw new Error('the act failed');
    }),
  ).rejects.toThrow('the act failed');
  expect(await house.db.selectFrom('statEvent').selectAll().execute()).toEqual([]);
});

test('the key of a year is destroyed 24 months after it, and nobody is counted under a new one', async () => {
  const old = { ...dossier, createdAt: new Date('2024-05-01T09:00:00Z') };
  await house.transact((tx) => recordMilestone(tx, house, { name: 'dossier.created', subject: old }));
  await buildFigures(house);
  const years = () => house.db.selectFrom('statKey').select('year').execute();
  expect(await years()).toEqual([{ year: 2024 }]);
  house.pass(40 * 86_400_000);
  await buildFigures(house);
  expect(await years()).toEqual([]);
  await house.transact((tx) => recordMilestone(tx, house, { name: 'dossier.verified', subject: old }));
  expect(await years()).toEqual([]);
  expect(await house.db.selectFrom('statEvent').select('event').execute()).toEqual([{ event: 'dossier.created' }]);
});
