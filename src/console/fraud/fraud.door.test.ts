import { beforeAll, expect, test } from 'vitest';
import type { CivilMonth } from '#kernel/civil-date.ts';
import { Filling, startTenant } from '#main/seed.ts';
import { payslip } from '#specimens/papers.ts';
import { SPECIMEN_PEOPLE } from '#specimens/people.ts';
import { agentAt, fullSite, memberAt, type FullSite } from '#testing/full-site.ts';
import { emptyDatabase } from '#testing/test-database.ts';
import type { Browser } from '#testing/test-site.ts';

const START_MS = 240_000;
const [camille, , , , mohamed] = SPECIMEN_PEOPLE;

let site: FullSite;
let referent: Browser;
let reviewer: Browser;
let alertPath: string;

/** Where the first alert of the list leads. */
const firstAlert = (page: string) => /href="(\/console\/fraude\/[0-9a-f-]{36})"/.exec(page)?.[1] ?? '';

beforeAll(async () => {
  await emptyDatabase();
  site = await fullSite();
  for (const [email, who] of [
    ['camille@tenants.test', camille],
    ['mohamed@tenants.test', { ...mohamed, street: camille.street }],
  ] as const) {
    const filling = new Filling(site.house, await startTenant(site.house, email), site.house.work);
    await filling.names(who);
    const slip = await payslip(who, '2026-10' as CivilMonth);
    await filling.piece('income', 'income.salary.over_3_months', [slip], 1912);
  }
  referent = await agentAt(site, 'referente@agents.test', 'fraud_referent');
  reviewer = await agentAt(site, 'un@agents.test');
  alertPath = firstAlert((await referent.get('/console/fraude')).body);
}, START_MS);

test('a referent is led from the first page of the console to both papers, side by side', async () => {
  const home = await referent.get('/console');
  expect(home.body).toContain('1 alerte à regarder');
  expect(home.body).toContain('Prendre le dossier suivant');
  const list = await referent.get('/console/fraude');
  expect(list.body).not.toContain(camille.lastName);
  const where = await referent.get(alertPath);
  expect(where.status).toBe(200);
  for (const name of [camille.lastName, mohamed.lastName]) expect(where.body).toContain(name);
  expect(where.body).not.toMatch(/fraudeur|faux|falsifi/i);
  const images = [...where.body.matchAll(/src="(\/console\/fraude\/[^"]+)"/g)].map(([, src]) => src ?? '');
  expect(images).toHaveLength(2);
  for (const image of images) expect(await referent.get(image)).toMatchObject({ status: 200, type: 'image/jpeg' });
});

test('to another agent, to the people and to nobody these pages are not there', async () => {
  expect((await reviewer.get('/console')).body).not.toContain('/console/fraude');
  expect((await reviewer.get('/console/fraude')).status).toBe(404);
  expect((await reviewer.get(alertPath)).status).toBe(404);
  expect((await reviewer.post(`${alertPath}/regardee`, { outcome: 'to_follow' })).status).toBe(404);
  const owner = await memberAt(site, 'camille@tenants.test');
  expect((await owner.get(alertPath)).location).toBe('/console/connexion');
});

test('the referent says what was found; saying nothing is asked again', async () => {
  await referent.get(alertPath);
  const empty = await referent.post(`${alertPath}/regardee`);
  expect(empty.status).toBe(422);
  expect(empty.body).toContain('id="erreurs"');
  const done = await referent.post(`${alertPath}/regardee`, { outcome: 'one_household' });
  expect([done.status, done.location]).toEqual([303, '/console/fraude']);
  expect((await referent.get('/console/fraude')).body).toContain('papier commun d’une famille ou d’un foyer');
  expect((await referent.get('/console')).body).not.toContain('alerte à regarder');
});
