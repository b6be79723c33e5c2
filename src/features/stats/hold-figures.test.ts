import { beforeEach, expect, test } from 'vitest';
import { addMilestones } from '#main/seed-figures.ts';
import { loadFigures } from '#store/figures.repository.ts';
import { emptyDatabase } from '#testing/test-database.ts';
import { testHouse, type TestHouse } from '#testing/test-house.ts';
import { buildDueFigures, buildFigures } from './build-figures.ts';
import { confirmFall, readHeld } from './hold-figures.ts';

let house: TestHouse;

const created = async (count: number, at: string) =>
  addMilestones(
    house,
    Array.from({ length: count }, (_, n) => ({
      ...{ pseudonym: `2026:${at}-${n}`, at: new Date(at), event: 'dossier.created' as const, dimensions: {}, value: null },
    })),
  );
const shown = async () =>
  (await loadFigures(house.db, { indicator: 'U1_dossiers', whole: true }))
    .filter((one) => one.granularity === 'mois')
    .map((one) => one.value);

beforeEach(async () => {
  await emptyDatabase();
  house = await testHouse('2026-10-05T09:00:00Z');
  await created(100, '2026-09-10T09:00:00Z');
  await buildFigures(house);
  await created(60, '2026-10-10T09:00:00Z');
  house.pass(31 * 86_400_000);
});

test('an indicator that fell by more than 30 % keeps its last figures until somebody confirms; the alarm rings once', async () => {
  await expect(buildDueFigures(house)).rejects.toThrow('U1_dossiers');
  expect(await shown()).toEqual([100]);
  expect(await readHeld(house)).toEqual([{ indicator: 'U1_dossiers', month: '2026-10-01' }]);
  house.pass(86_400_000);
  await buildDueFigures(house);
  expect(await shown()).toEqual([100]);
  expect(await confirmFall(house, 'U1_dossiers')).toBe(true);
  expect(await confirmFall(house, 'U1_dossiers')).toBe(false);
  await buildFigures(house);
  expect(await shown()).toEqual([100, 60]);
  await buildFigures(house);
  expect(await shown()).toEqual([100, 60]);
});

test('an indicator that recovers is published again by itself', async () => {
  await buildFigures(house);
  expect(await readHeld(house)).toHaveLength(1);
  await created(30, '2026-10-11T09:00:00Z');
  await buildFigures(house);
  expect(await readHeld(house)).toEqual([]);
  expect(await shown()).toEqual([100, 90]);
});
