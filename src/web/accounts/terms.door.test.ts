import { beforeEach, expect, test } from 'vitest';
import { TERMS, type TermsVersion } from '#domain/accounts/terms.ts';
import type { App } from '#http/app.ts';
import { LOCALES } from '#i18n/locales.ts';
import type { CivilDate } from '#kernel/civil-date.ts';
import { DAY_MS } from '#kernel/clock.ts';
import { doorsOf } from '#main/doors.ts';
import { fullHouse, type FullHouse } from '#testing/full-house.ts';
import { confirmedAccount, GOOD_PASSWORD } from '#testing/test-account.ts';
import { emptyDatabase } from '#testing/test-database.ts';
import { Browser, TEST_FORM_SECRET, testServer } from '#testing/test-site.ts';

const NEW: TermsVersion = {
  id: '2026-12',
  from: '2026-12-20' as CivilDate,
  substance: true,
  articles: ['object', 'law'],
  sha256: '',
};

let house: FullHouse;
let app: App;

beforeEach(async () => {
  await emptyDatabase();
  const plain = await fullHouse();
  house = { ...plain, settings: { ...plain.settings, terms: [...TERMS, NEW] } };
  app = testServer(house, doorsOf(house, { formSecret: TEST_FORM_SECRET }));
  await confirmedAccount(house, 'ada@example.org');
});

const signIn = async () => {
  const browser = new Browser(app);
  await browser.get('/connexion');
  const { location } = await browser.post('/connexion', { email: 'ada@example.org', password: GOOD_PASSWORD });
  return { browser, location: location ?? '' };
};
const untilTheyCount = () => house.pass(28 * DAY_MS);

test('before the day nobody is asked', async () => {
  const { browser, location } = await signIn();
  expect((await browser.get(location)).location).toMatch(/^\/dossiers\//);
  expect((await browser.get('/compte/conditions')).location).toBe('/dossier');
});

test('at the first sign-in after the day one page asks before going on, then leads where the person wanted to go', async () => {
  untilTheyCount();
  const { browser, location } = await signIn();
  const asked = await browser.get(location);
  expect(asked.location).toBe('/compte/conditions?retour=%2Fdossier');
  for (const place of ['/dossiers', '/compte', '/compte/sessions'])
    expect((await browser.get(place)).location).toMatch(/^\/compte\/conditions\?retour=/);
  const page = await browser.get('/compte/conditions?retour=%2Fcompte%2Fsessions');
  expect(page.body).toContain('20 décembre 2026');
  expect(page.body).toContain('J’accepte ces conditions');
  expect(await browser.post('/compte/conditions', { retour: '/compte/sessions' })).toMatchObject({
    status: 303,
    location: '/compte/sessions',
  });
  expect((await browser.get('/compte/sessions')).status).toBe(200);
  const { termsVersion } = await house.db.selectFrom('account').select('termsVersion').executeTakeFirstOrThrow();
  expect(termsVersion).toBe('2026-12');
  expect((await browser.get('/dossier')).location).toMatch(/^\/dossiers\//);
});

test('who does not accept can take their data and delete their account', async () => {
  untilTheyCount();
  const { browser } = await signIn();
  expect((await browser.get('/compte/donnees')).status).toBe(200);
  expect(await browser.post('/compte/donnees', { password: GOOD_PASSWORD })).toMatchObject({ status: 303 });
  await house.work();
  expect((await browser.get('/compte/donnees/copie.zip')).status).toBe(200);
  expect((await browser.get('/compte/supprimer')).status).toBe(200);
  expect((await browser.post('/compte/supprimer', { password: GOOD_PASSWORD, at_once: 'on' })).location).toBe('/');
  expect(await house.db.selectFrom('account').select('id').execute()).toEqual([]);
});

test('nobody is led to another site after accepting', async () => {
  untilTheyCount();
  const { browser } = await signIn();
  await browser.get('/compte/conditions');
  expect((await browser.post('/compte/conditions', { retour: 'https://evil.example' })).location).toBe('/dossier');
});

test('the terms in force show their dates and the others; a former version stays readable, one not announced is not there', async () => {
  const browser = new Browser(app);
  expect((await browser.get('/cgu')).body).toContain('En vigueur depuis le 1 novembre 2026');
  expect((await browser.get('/cgu/versions/2026-12-20')).status).toBe(404);
  house.pass(13 * DAY_MS);
  expect((await browser.get('/cgu/versions/2026-12-20')).body).toContain('Cette version ne compte pas encore');
  expect((await browser.get('/cgu')).body).toContain('/cgu/versions/2026-12-20');
  house.pass(20 * DAY_MS);
  const now = (await browser.get('/cgu')).body;
  expect(now).toContain('En vigueur depuis le 20 décembre 2026');
  expect(now).toContain('/cgu/versions/2026-11-01');
  const former = await browser.get('/cgu/versions/2026-11-01');
  expect(former.body).toContain('En vigueur du 1 novembre 2026 au 19 décembre 2026');
  expect(former.body).toContain('Cette version ne compte plus');
  expect(former.body).toContain('Code pénal, article 441-1');
  expect((await browser.get('/cgu/versions/2020-01-01')).status).toBe(404);
});

test.each(LOCALES)('the page that asks can be read in %s', async (locale) => {
  untilTheyCount();
  const { browser } = await signIn();
  const { status, body } = await browser.get(`/compte/conditions?lang=${locale}`);
  expect(status).toBe(200);
  expect(body).not.toMatch(/[{}]|(?:terms|legal)\.[a-z_]+/);
});
