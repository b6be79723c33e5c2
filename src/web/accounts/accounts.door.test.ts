import { beforeEach, expect, test } from 'vitest';
import type { App } from '#http/app.ts';
import { LOCALES } from '#i18n/locales.ts';
import { newMails, tokenInMail } from '#testing/mail-reader.ts';
import { confirmedAccount, GOOD_PASSWORD } from '#testing/test-account.ts';
import { emptyDatabase } from '#testing/test-database.ts';
import { testHouse, type TestHouse } from '#testing/test-house.ts';
import { Browser, testServer } from '#testing/test-site.ts';
import { accountsDoor } from './accounts.door.ts';

const ADA = 'ada@example.org';
let house: TestHouse;
let site: App;
let browser: Browser;

beforeEach(async () => {
  await emptyDatabase();
  house = await testHouse();
  site = testServer(house, [(app) => accountsDoor(app, house)]);
  browser = new Browser(site);
});

async function signInAs(email: string, password = GOOD_PASSWORD, fields: Record<string, string> = {}) {
  await browser.get('/connexion');
  return browser.post('/connexion', { email, password, ...fields });
}

test('a person signs up, confirms by the mailed link with a button, and is signed in', async () => {
  await browser.get('/inscription');
  const sent = await browser.post('/inscription', { email: ADA, password: GOOD_PASSWORD, terms: 'on' });
  expect(sent).toMatchObject({ status: 303, location: '/inscription/envoye' });
  expect((await browser.get('/inscription/envoye')).body).toContain('Regardez vos e-mails');
  const link = `/inscription/confirmer/${await tokenInMail(house, '/inscription/confirmer/')}`;
  await browser.get(link);
  expect((await browser.get(link)).body).toContain('Confirmer mon adresse');
  expect(await browser.post(link)).toMatchObject({ status: 303, location: '/dossier' });
  const account = await browser.get('/compte');
  expect(account).toMatchObject({ status: 200 });
  expect(account.body).toContain(ADA);
  expect((await browser.get(link)).status).toBe(410);
});

test('a sign-up with faults keeps what was typed, except the password, and says what to do', async () => {
  await browser.get('/inscription');
  const again = await browser.post('/inscription', { email: 'ada@', password: 'court-1' });
  expect(again.status).toBe(422);
  expect(again.body).toContain('value="ada@"');
  expect(again.body).not.toContain('court-1');
  expect(again.body).toContain('href="#champ-email"');
  expect(again.body).toContain('Cochez cette case');
  expect(again.body).toContain('href="#champ-password"');
  const weak = await browser.post('/inscription', { email: ADA, password: 'court', terms: 'on' });
  expect(weak.body).toContain('12 caractères au moins');
  expect(await newMails(house)).toEqual([]);
});

test('signing up with a known address answers like an unknown one', async () => {
  await confirmedAccount(house, ADA);
  await browser.get('/inscription');
  const known = await browser.post('/inscription', { email: ADA, password: GOOD_PASSWORD, terms: 'on' });
  expect(known).toMatchObject({ status: 303, location: '/inscription/envoye', body: '' });
});

test('a person signs in, comes back to the page they wanted, and signs out', async () => {
  await confirmedAccount(house, ADA);
  expect(await browser.get('/compte/sessions')).toMatchObject({
    status: 303,
    location: '/connexion?retour=%2Fcompte%2Fsessions',
  });
  await browser.get('/connexion?retour=%2Fcompte%2Fsessions');
  const done = await browser.post('/connexion', { email: ADA, password: GOOD_PASSWORD, retour: '/compte/sessions' });
  expect(done).toMatchObject({ status: 303, location: '/compte/sessions' });
  expect((await browser.get('/compte/sessions')).body).toContain('Firefox, Linux');
  expect(await browser.post('/deconnexion')).toMatchObject({ status: 303, location: '/' });
  expect((await browser.get('/compte')).status).toBe(303);
});

test('signing in never leads to another site', async () => {
  await confirmedAccount(house, ADA);
  for (const retour of ['https://evil.example', '//evil.example', '/\\evil.example']) {
    browser = new Browser(site);
    expect(await signInAs(ADA, GOOD_PASSWORD, { retour })).toMatchObject({ location: '/dossier' });
  }
});

test('a wrong password and an unknown address get the same page; the sixth try is told when to come back', async () => {
  await confirmedAccount(house, ADA);
  const wrong = await signInAs(ADA, 'wrong');
  const unknown = await signInAs('nobody@example.org', 'wrong');
  const plain = (body: string) => body.replaceAll(/value="[^"]*"/g, '');
  expect(wrong.status).toBe(422);
  expect(plain(unknown.body)).toBe(plain(wrong.body));
  for (let i = 0; i < 4; i += 1) await signInAs(ADA, 'wrong');
  const waiting = await signInAs(ADA);
  expect(waiting.status).toBe(429);
  expect(waiting.body).toContain('Trop d’essais');
});

test('a forgotten password is replaced, and the mailed link leads to a page that uses nothing up', async () => {
  await confirmedAccount(house, ADA);
  await browser.get('/mot-de-passe-oublie');
  expect(await browser.post('/mot-de-passe-oublie', { email: ADA })).toMatchObject({ status: 303 });
  const link = `/mot-de-passe/${await tokenInMail(house, '/mot-de-passe/')}`;
  await browser.get(link);
  expect((await browser.post(link, { password: 'court' })).status).toBe(422);
  expect(await browser.post(link, { password: 'quatre-Zèbres-3-patins' })).toMatchObject({ location: '/connexion' });
  expect(await signInAs(ADA, 'quatre-Zèbres-3-patins')).toMatchObject({ status: 303 });
});

test('a person signs in by a mailed link', async () => {
  await confirmedAccount(house, ADA);
  await browser.get('/connexion/lien');
  await browser.post('/connexion/lien', { email: ADA });
  const link = `/connexion/lien/${await tokenInMail(house, '/connexion/lien/')}`;
  await browser.get(link);
  expect(await browser.post(link)).toMatchObject({ status: 303, location: '/dossier' });
  expect((await browser.get('/compte')).status).toBe(200);
});

test('a form without the token of its page does nothing', async () => {
  await confirmedAccount(house, ADA);
  await browser.get('/connexion');
  const forged = await browser.post('/connexion', { email: ADA, password: GOOD_PASSWORD, _csrf: 'forged' });
  expect(forged.status).toBe(403);
  expect((await browser.get('/compte')).status).toBe(303);
});

test('a person changes address and password, reads consents, chooses a language', async () => {
  await confirmedAccount(house, ADA);
  await signInAs(ADA);
  expect((await browser.get('/compte/email')).body).toContain('Nouvelle adresse e-mail');
  const refused = await browser.post('/compte/email', { email: 'ada@example.com', password: 'wrong' });
  expect(refused.status).toBe(422);
  expect(refused.body).toContain('value="ada@example.com"');
  expect((await browser.get('/compte/mot-de-passe')).status).toBe(200);
  const weak = await browser.post('/compte/mot-de-passe', { password: GOOD_PASSWORD, new_password: 'court' });
  expect(weak.body).toContain('12 caractères au moins');
  expect((await browser.get('/compte/consentements')).body).toContain('aucun accord');
  expect(await browser.post('/compte/langue', { locale: 'en' })).toMatchObject({ location: '/compte' });
  expect((await browser.get('/compte')).body).toContain('The language is saved.');
  await browser.get('/compte/email');
  expect(await browser.post('/compte/email', { email: 'ada@example.com', password: GOOD_PASSWORD })).toMatchObject({
    location: '/compte',
  });
  const link = `/compte/email/confirmer/${await tokenInMail(house, '/compte/email/confirmer/')}`;
  await browser.get(link);
  expect(await browser.post(link)).toMatchObject({ location: '/connexion' });
  expect(await signInAs('ada@example.com')).toMatchObject({ status: 303 });
  const undo = `/compte/email/annuler/${await tokenInMail(house, '/compte/email/annuler/')}`;
  await browser.get(undo);
  expect(await browser.post(undo)).toMatchObject({ location: '/connexion' });
  expect((await signInAs('ada@example.com')).status).toBe(422);
});

test('somebody else’s session does not exist', async () => {
  await confirmedAccount(house, ADA);
  await confirmedAccount(house, 'eve@example.org');
  const hers = new Browser(site);
  await hers.get('/connexion');
  await hers.post('/connexion', { email: 'eve@example.org', password: GOOD_PASSWORD });
  const { id } = await house.db.selectFrom('session').select('id').where('accountId', 'is not', null).executeTakeFirstOrThrow();
  await signInAs(ADA);
  await browser.get('/compte/sessions');
  expect((await browser.post('/compte/sessions/fermer', { session: id })).status).toBe(404);
  expect((await hers.get('/compte')).status).toBe(200);
});

test('the button of FranceConnect stands first where it is on', async () => {
  const service = { franceConnect: 'simulator' } as const;
  const doors = [(app: App) => accountsDoor(app, house)];
  const page = await new Browser(testServer(house, doors, service)).get('/inscription');
  expect(page.body.indexOf('/franceconnect/depart')).toBeGreaterThan(0);
  expect(page.body.indexOf('/franceconnect/depart')).toBeLessThan(page.body.indexOf('action="/inscription"'));
  expect((await browser.get('/inscription')).body).not.toContain('/franceconnect/depart');
});

test.each(LOCALES)('no page of accounts shows a key or a bare parameter in %s', async (locale) => {
  await confirmedAccount(house, ADA);
  const reader = new Browser(site, locale);
  const paths = ['/inscription', '/inscription/envoye', '/connexion', '/connexion/lien', '/mot-de-passe-oublie'];
  const own = ['/compte', '/compte/email', '/compte/mot-de-passe', '/compte/sessions', '/compte/consentements'];
  for (const path of paths) expect((await reader.get(`${path}?lang=${locale}`)).body).not.toMatch(/accounts\.|[{}]/);
  await reader.post('/connexion', { email: ADA, password: GOOD_PASSWORD });
  for (const path of own) {
    const page = await reader.get(`${path}?lang=${locale}`);
    expect(page.status).toBe(200);
    expect(page.body).not.toMatch(/accounts\.|[{}]/);
  }
});
