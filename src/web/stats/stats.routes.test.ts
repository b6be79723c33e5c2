import { brotliDecompressSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { sessionStore } from '#features/accounts/session-store.ts';
import { buildDueFigures, buildFigures } from '#features/stats/build-figures.ts';
import { publishDueOpenData, publishOpenData } from '#features/stats/publish-open-data.ts';
import { LOCALES } from '#i18n/locales.ts';
import { addMilestones } from '#main/seed-figures.ts';
import { madeUpMilestones } from '#specimens/milestones.ts';
import { loadFigures } from '#store/figures.repository.ts';
import { comparePage } from '#testing/compare-page.ts';
import { readCsv, schemaFaults } from '#testing/table-schema.ts';
import { emptyDatabase } from '#testing/test-database.ts';
import { confirmedAccount } from '#testing/test-account.ts';
import { testHouse, type TestHouse } from '#testing/test-house.ts';
import { Browser, testServer } from '#testing/test-site.ts';
import type { App } from '#http/app.ts';
import { publicRoutes } from '../public/public.routes.tsx';
import { statsRoutes } from './stats.routes.tsx';

let house: TestHouse;
let app: App;

const file = async (name: string) => (await app.inject(`/stats/data/${name}`)).body;

beforeAll(async () => {
  await emptyDatabase();
  house = await testHouse('2026-11-23T09:00:00Z');
  const until = house.clock.now();
  const from = new Date('2026-03-01T00:00:00Z');
  await addMilestones(house, madeUpMilestones({ from, until, dossiers: 300, seed: 3 }));
  await buildFigures(house);
  await publishOpenData(house);
  app = testServer(house, [(one) => publicRoutes(one, house), (one) => statsRoutes(one, house)]);
});

describe('the open data', () => {
  test('the table and the example are valid by the schema', async () => {
    const schema = await file('schema.json');
    expect(schemaFaults(schema, await file('indicateurs.csv'))).toEqual([]);
    expect(schemaFaults(schema, await file('exemple-valide.csv'))).toEqual([]);
  });

  test.each([
    ['a day that does not exist', '2026-09-01', '2026-02-30', 'no date'],
    ['a status that is not listed', 'definitif', 'sûr', 'not listed'],
    ['an id of another shape', ',U1,', ',u1,', 'does not match'],
    ['a missing period', '2026-09-01,', ',', 'is missing'],
    ['a version of zero', ',1,ensemble', ',0,ensemble', 'under 1'],
    ['a comma for the decimals', 'pourcent', 'pour cent', 'not listed'],
  ])('the validator sees %s', async (_, from, to, fault) => {
    const csv = await file('indicateurs.csv');
    expect(csv).toContain(from);
    expect(schemaFaults(await file('schema.json'), csv.replaceAll(from, to)).join('\n')).toContain(fault);
  });

  test('the validator sees a row that stands twice, and a line that is not RFC 4180', async () => {
    const csv = await file('indicateurs.csv');
    const second = csv.split('\r\n')[1] ?? '';
    expect(schemaFaults(await file('schema.json'), `${csv}${second}\r\n`).join()).toContain('stands twice');
    expect(() => readCsv('a,b\nc,d\n')).toThrow(RangeError);
  });

  test('the schema is the one that was published', async () => {
    const schema = JSON.parse(await file('schema.json')) as { name: string; fields: { name: string }[]; primaryKey: string[] };
    expect(schema.name).toBe('dossier-location-indicateurs');
    expect(schema.fields.map((field) => field.name).join(' ')).toBe(
      'periode_debut periode_fin granularite indicateur version_definition dimension modalite valeur numerateur denominateur borne_basse borne_haute unite statut',
    );
    expect(schema.primaryKey.join(' ')).toBe('periode_debut granularite indicateur version_definition dimension modalite');
  });

  test('CSV, JSON and the table behind the page say the same', async () => {
    const [head = [], ...rows] = readCsv(await file('indicateurs.csv'));
    const lines = JSON.parse(await file('indicateurs.json')) as Record<string, string | number | null>[];
    const said = lines.map((line) => head.map((name) => (line[name] === null ? '' : String(line[name]))));
    expect(said).toEqual(rows);
    const figures = await loadFigures(house.db);
    expect(rows.map((row) => row[7])).toEqual(figures.map((figure) => (figure.value === null ? '' : String(figure.value))));
    expect(rows.length).toBeGreaterThan(500);
  });

  test('every line of the months shown stands in the tables of the page, secret ones as such', async () => {
    const { body } = await new Browser(app).get('/stats');
    const csv = await file('indicateurs.csv');
    const { compared, faults } = comparePage(body, csv, '2026-03-01');
    expect(faults).toEqual([]);
    expect(compared).toBeGreaterThan(400);
    const wrong = comparePage(body, csv.replace(/,U1,1,ensemble,ensemble,\d+,/, ',U1,1,ensemble,ensemble,424242,'), '2026-03-01');
    expect(wrong.faults).toHaveLength(1);
  });

  test('secret rows say nothing but that they are', async () => {
    const [, ...rows] = readCsv(await file('indicateurs.csv'));
    const secret = rows.filter((row) => row[13] === 'secret');
    expect(secret.length).toBeGreaterThan(0);
    expect(secret.flatMap((row) => row.slice(7, 12)).join('')).toBe('');
  });

  test('every file is served with its tag, and not again to who holds it', async () => {
    for (const name of ['README.md', 'LICENSE', 'CHANGELOG.md', 'definitions.csv', 'datapackage.json', 'indicateurs.csv']) {
      const answer = await app.inject(`/stats/data/${name}`);
      expect([name, answer.statusCode, answer.headers['access-control-allow-origin']]).toEqual([name, 200, '*']);
      const again = await app.inject({ url: `/stats/data/${name}`, headers: { 'if-none-match': answer.headers.etag as string } });
      expect([again.statusCode, again.body]).toEqual([304, '']);
    }
    expect((await app.inject('/stats/data/passwd')).statusCode).toBe(404);
  });

  test('the short addresses lead there', async () => {
    expect((await app.inject('/stats.json')).headers.location).toBe('/stats/data/indicateurs.json');
    expect((await app.inject('/stats.csv')).headers.location).toBe('/stats/data/indicateurs.csv');
  });
});

describe('the page that is kept', () => {
  const ask = (headers: Record<string, string> = {}, url = '/stats') => app.inject({ url, headers });

  test('is not sent again to who holds it, and small to who takes it small', async () => {
    const whole = await ask();
    expect(whole.headers['cache-control']).toBe('private, no-cache');
    const again = await ask({ 'if-none-match': String(whole.headers.etag) });
    expect([again.statusCode, again.body]).toEqual([304, '']);
    const small = await ask({ 'accept-encoding': 'gzip, br' });
    expect(small.headers['content-encoding']).toBe('br');
    expect(brotliDecompressSync(small.rawPayload).toString()).toBe(whole.body);
    expect(small.rawPayload.length).toBeLessThan(whole.rawPayload.length / 5);
  });

  test('is kept apart in each language', async () => {
    const [french, arabic] = [await ask(), await ask({}, '/stats?lang=ar')];
    expect(arabic.body).toContain('dir="rtl"');
    expect(arabic.headers.etag).not.toBe(french.headers.etag);
    expect((await ask()).body).toBe(french.body);
    const other = await ask({ 'if-none-match': String(french.headers.etag), 'accept-language': 'en' });
    expect(other.statusCode).toBe(200);
  });

  test('never shows one reader what is about another, nor gives a signed-in one what was kept', async () => {
    const accountId = await confirmedAccount(house, 'ada@example.org');
    const { token } = await sessionStore(house).open({
      ...{ kind: 'member', accountId, remember: false, secondFactor: false, device: '?', network: '192.0.2.0/24' },
    });
    const { headers } = await ask();
    const mine = await ask({ cookie: `session=${token}`, 'if-none-match': String(headers.etag), 'accept-encoding': 'br' });
    expect([mine.statusCode, mine.headers['cache-control'], mine.headers['content-encoding']]).toEqual([
      200,
      'no-store',
      undefined,
    ]);
    expect(mine.body).toContain('action="/deconnexion"');
    expect(mine.body).toContain('id="U3"');
    const theirs = await ask();
    expect(theirs.body).not.toContain('/deconnexion');
    expect(theirs.body).not.toContain('_csrf');
  });

  test('is written anew once figures are', async () => {
    const before = await ask();
    await house.db
      .updateTable('statIndicator')
      .set({ value: 123_456 })
      .where('indicator', '=', 'U3')
      .where('granularity', '=', 'cumul')
      .execute();
    expect((await ask()).headers.etag).toBe(before.headers.etag);
    await house.db
      .updateTable('statIndicator')
      .set({ builtAt: new Date(house.clock.now().getTime() + 1) })
      .execute();
    const after = await ask();
    expect(after.headers.etag).not.toBe(before.headers.etag);
    expect(after.body).toMatch(/123.456/);
    await buildFigures(house);
    await publishOpenData(house);
  });
});

describe('the page of statistics', () => {
  test('shows the figures of the table, secret ones as secret', async () => {
    const { body } = await new Browser(app).get('/stats');
    const figures = await loadFigures(house.db, { indicator: 'U3', whole: true });
    const since = figures.find((figure) => figure.granularity === 'cumul');
    const card = /<article[^>]*id="U3".*?<\/article>/s.exec(body)?.[0] ?? '';
    expect(since?.value).toBeGreaterThan(10);
    expect(card).toContain(`<span>${new Intl.NumberFormat('fr-FR').format(since?.value ?? 0)}</span>`);
    expect(/<article[^>]*id="U7".*?<\/article>/s.exec(body)?.[0]).toContain('Secret');
  });

  test('says that figures are made up outside production, and not in production', async () => {
    const real = testServer(house, [(one) => statsRoutes(one, house)], { development: false });
    expect((await new Browser(app).get('/stats')).body).toContain('Chiffres inventés');
    expect((await new Browser(real).get('/stats')).body).not.toContain('Chiffres inventés');
  });

  test.each(LOCALES)('holds neither style nor script nor a bare key in %s', async (locale) => {
    for (const path of ['/stats', '/stats/methode', '/stats/data']) {
      const { status, body } = await new Browser(app).get(`${path}?lang=${locale}`);
      expect(status).toBe(200);
      expect(body).not.toMatch(/ style=|<script|<style|stats\.[a-z0-9_]+\.[a-z]/i);
      expect(body).not.toContain('NaN');
    }
  });

  test('the home page counts verified dossiers, and says nothing while there is none', async () => {
    expect((await new Browser(app).get('/')).body).toContain('dossiers vérifiés depuis le début');
    await house.db.deleteFrom('statIndicator').execute();
    expect((await new Browser(app).get('/')).body).not.toContain('df-counter');
    expect((await new Browser(app).get('/stats')).body).toContain('Pas encore de chiffre');
    await buildDueFigures(house);
    expect((await new Browser(app).get('/')).body).toContain('df-counter');
  });

  test('figures are built once a day after 03:30, files published after 04:30', async () => {
    const builtAt = async () =>
      (await house.db.selectFrom('statIndicator').select('builtAt').limit(1).executeTakeFirst())?.builtAt;
    const publishedAt = async () =>
      (await house.db.selectFrom('openDataFile').select('publishedAt').limit(1).executeTakeFirst())?.publishedAt;
    const tag = (await app.inject('/stats/data/indicateurs.csv')).headers.etag;
    const before = await builtAt();
    house.pass(17 * 3_600_000);
    await buildDueFigures(house);
    expect(await builtAt()).toEqual(before);
    house.pass(3_600_000);
    await buildDueFigures(house);
    await publishDueOpenData(house);
    expect(await builtAt()).toEqual(house.clock.now());
    expect(await publishedAt()).not.toEqual(house.clock.now());
    house.pass(3_600_000);
    await publishDueOpenData(house);
    expect(await publishedAt()).toEqual(house.clock.now());
    expect((await app.inject('/stats/data/indicateurs.csv')).headers.etag).toBe(tag);
  });
});
