import { beforeAll, expect, test } from 'vitest';
import type { Figure } from '#domain/stats/figure.ts';
import { buildFigures } from '#features/stats/build-figures.ts';
import { publishOpenData } from '#features/stats/publish-open-data.ts';
import { figuresOfCsv } from '#testing/compare-page.ts';
import { LoggedDossier } from '#testing/event-log.ts';
import { emptyDatabase } from '#testing/test-database.ts';
import { testHouse, type TestHouse } from '#testing/test-house.ts';
import { Browser, testServer } from '#testing/test-site.ts';
import type { App } from '#http/app.ts';
import { statsRoutes } from './stats.routes.tsx';

const SMALL = '48';
/** Dossiers sent by month and département. Lozère: seven in December, none before, seven more in January. */
const SENT: readonly (readonly [string, string, number])[] = [
  ['2025-11-12', '75', 40],
  ['2025-11-12', '69', 23],
  ['2025-12-09', '75', 52],
  ['2025-12-09', '69', 31],
  ['2025-12-10', '33', 18],
  ['2025-12-10', SMALL, 7],
  ['2026-01-14', '75', 48],
  ['2026-01-14', '69', 29],
  ['2026-01-14', SMALL, 7],
];

interface Published {
  readonly figures: readonly Figure[];
  readonly json: readonly Record<string, string | number | null>[];
  readonly page: string;
}

let house: TestHouse;
let app: App;
/** What is published on the 5th of January, the day after, and on the 5th of February. */
let days: readonly Published[];

async function publish(): Promise<Published> {
  await buildFigures(house);
  await publishOpenData(house);
  const get = async (name: string) => (await app.inject(`/stats/data/${name}`)).body;
  return {
    figures: figuresOfCsv(await get('indicateurs.csv')),
    json: JSON.parse(await get('indicateurs.json')) as Published['json'],
    page: (await new Browser(app).get('/stats')).body,
  };
}

beforeAll(async () => {
  await emptyDatabase();
  house = await testHouse('2026-01-05T09:00:00Z');
  app = testServer(house, [(one) => statsRoutes(one, house)]);
  for (const [day, departement, count] of SENT)
    for (let i = 0; i < count; i += 1) {
      const dossier = new LoggedDossier(house, `${day}T10:00`);
      await dossier.at(`${day}T10:00`, 'dossier.submitted', { language: 'fr', device: 'mobile', kind: 'alone', departement });
    }
  const first = await publish();
  house.pass(24 * 3_600_000);
  const second = await publish();
  house.pass(30 * 24 * 3_600_000);
  days = [first, second, await publish()];
});

const u2 = ({ figures }: Published) => figures.filter((one) => one.indicator === 'U2');

test('a département with seven dossiers is secret in the CSV and the JSON, and another cell with it', () => {
  for (const { figures, json } of days) {
    const december = figures.filter(
      (one) =>
        one.indicator === 'U2' &&
        one.dimension === 'departement' &&
        one.granularity === 'mois' &&
        one.periodStart === '2025-12-01',
    );
    const secret = december.filter((one) => one.status === 'secret').map((one) => one.modality);
    expect(secret).toContain(SMALL);
    expect(secret.length).toBeGreaterThan(1);
    const line = json.find(
      (one) =>
        one['indicateur'] === 'U2' &&
        one['modalite'] === SMALL &&
        one['periode_debut'] === '2025-12-01' &&
        one['granularite'] === 'mois',
    );
    expect(line).toMatchObject({ statut: 'secret', valeur: null, numerateur: null, denominateur: null });
  }
});

test('it is secret on the page, in words', () => {
  for (const { page } of days.slice(0, 2)) {
    const card = /<article[^>]* id="U2".*?<\/article>/s.exec(page)?.[0] ?? '';
    const rows = [...card.matchAll(/<tr>.*?<\/tr>/gs)].map(([row]) =>
      row
        .replace(/<[^>]*>/g, ' ')
        .trim()
        .split(/\s+/),
    );
    const lozere = rows.find(([name]) => name === SMALL);
    expect(lozere?.[1]).toBe('Secret');
  }
});

test('no total less its published parts is seven', () => {
  for (const day of days)
    for (const total of u2(day).filter((one) => one.dimension === 'ensemble' && one.value !== null)) {
      const parts = u2(day).filter(
        (one) =>
          one.dimension === 'departement' && one.granularity === total.granularity && one.periodStart === total.periodStart,
      );
      const rest = (total.value ?? 0) - parts.reduce((sum, one) => sum + (one.value ?? 0), 0);
      expect([total.granularity, total.periodStart, rest]).not.toEqual([total.granularity, total.periodStart, 7]);
      const secret = parts.filter((one) => one.status === 'secret');
      expect(secret).not.toHaveLength(1);
    }
});

test('no longer period less its published months, and no later day less an earlier one, is seven', () => {
  const known = days.flatMap((day, at) => u2(day).map((one) => ({ ...one, at })));
  const same = (a: Figure, b: Figure) => a.dimension === b.dimension && a.modality === b.modality;
  for (const longer of known.filter((one) => one.granularity === 'cumul' && one.value !== null)) {
    const others = known.filter((one) => same(one, longer) && one.value !== null && one !== longer);
    for (const other of others) {
      if (longer.modality === SMALL) expect((longer.value ?? 0) - (other.value ?? 0)).not.toBe(7);
    }
    const months = known.filter((one) => one.at === longer.at && same(one, longer) && one.granularity === 'mois');
    const rest = (longer.value ?? 0) - months.reduce((sum, one) => sum + (one.value ?? 0), 0);
    if (longer.modality === SMALL) expect(rest).not.toBe(7);
  }
});

test('what was published of a closed month is the same the day after and a month later', () => {
  const [first, second, third] = days.map((day) =>
    u2(day).filter((one) => one.granularity === 'mois' && one.periodStart < '2026-01-01'),
  );
  expect(second).toEqual(first);
  expect(third).toEqual(first);
});
