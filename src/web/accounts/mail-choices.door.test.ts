import { beforeEach, expect, test } from 'vitest';
import { startDossier } from '#features/dossiers/start-dossier.ts';
import { LOCALES } from '#i18n/locales.ts';
import type { App } from '#http/app.ts';
import type { Id } from '#kernel/ids.ts';
import { enqueueMail } from '#store/outbox.repository.ts';
import { newMails } from '#testing/mail-reader.ts';
import { confirmedAccount, GOOD_PASSWORD } from '#testing/test-account.ts';
import { emptyDatabase } from '#testing/test-database.ts';
import { testHouse, type TestHouse } from '#testing/test-house.ts';
import { Browser, testServer } from '#testing/test-site.ts';
import { accountsDoor } from './accounts.door.ts';

let house: TestHouse;
let app: App;
let accountId: Id<'account'>;

beforeEach(async () => {
  await emptyDatabase();
  house = await testHouse();
  app = testServer(house, [(inner) => accountsDoor(inner, house)]);
  accountId = await confirmedAccount(house, 'ada@example.org');
});

const signedIn = async (language = 'fr') => {
  const browser = new Browser(app, language);
  await browser.get('/connexion');
  await browser.post('/connexion', { email: 'ada@example.org', password: GOOD_PASSWORD });
  return browser;
};
const muted = async () => (await house.db.selectFrom('account').select('mutedMails').executeTakeFirstOrThrow()).mutedMails;
const addressInMail = async (): Promise<string> => {
  const started = await startDossier(house, { accountId });
  const dossierId = started.ok ? started.value.dossierId : '';
  const mail = { topic: 'dossier.unfinished', payload: { dossierId }, at: house.clock.now() };
  await house.transact((tx) => enqueueMail(tx, { id: house.ids.next(), ...mail }));
  return new URL((await newMails(house))[0]?.unsubscribe ?? '').pathname;
};

test('a person turns optional mails off and on again in the account, and reads why the others always come', async () => {
  const browser = await signedIn();
  const { body } = await browser.get('/compte/notifications');
  expect(body.match(/type="checkbox"[^>]* checked/g)).toHaveLength(2);
  expect(body).toContain('Ces e-mails arrivent toujours');
  expect(body).toContain('Si quelqu’un d’autre entre dans votre compte');
  expect(await browser.post('/compte/notifications', { 'link.opened': 'on' })).toMatchObject({ status: 303 });
  expect(await muted()).toEqual(['dossier.unfinished']);
  expect((await browser.get('/compte/notifications')).body.match(/type="checkbox"[^>]* checked/g)).toHaveLength(1);
  await browser.post('/compte/notifications', { 'link.opened': 'on', 'dossier.unfinished': 'on', 'dossier.submitted': 'on' });
  expect(await muted()).toEqual([]);
});

test('opening the address of a mail ten times changes nothing; one press ends the mails, without signing in', async () => {
  const address = await addressInMail();
  const browser = new Browser(app);
  for (let times = 0; times < 10; times += 1) {
    const { status, body } = await browser.get(address);
    expect(status).toBe(200);
    expect(body).toContain('mon dossier n’est pas fini');
  }
  expect(await muted()).toEqual([]);
  expect((await browser.post(address)).status).toBe(200);
  expect(await muted()).toEqual(['dossier.unfinished']);
});

test('a mail program ends the mails by one POST, without cookie, page or token before, and is not redirected', async () => {
  const address = await addressInMail();
  const answer = await app.inject({
    method: 'POST',
    url: address,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: 'List-Unsubscribe=One-Click',
  });
  expect(answer.statusCode).toBe(200);
  expect(await muted()).toEqual(['dossier.unfinished']);
});

test('a made-up address ends nothing', async () => {
  const browser = new Browser(app);
  expect((await browser.get(`/ne-plus-recevoir/${'x'.repeat(43)}`)).status).toBe(410);
  expect((await browser.post(`/ne-plus-recevoir/${'x'.repeat(43)}`)).status).toBe(410);
});

test.each(LOCALES)('the pages can be read in %s', async (locale) => {
  const browser = await signedIn();
  await browser.get(`/?lang=${locale}`);
  const address = await addressInMail();
  for (const path of [`/compte/notifications?lang=${locale}`, `${address}?lang=${locale}`]) {
    const { status, body } = await browser.get(path);
    expect(status).toBe(200);
    expect(body).not.toMatch(/[{}]|mail_choices\./);
  }
});
