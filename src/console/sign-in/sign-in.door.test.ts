import { beforeEach, expect, test } from 'vitest';
import type { Email } from '#domain/accounts/email.ts';
import { createAgent } from '#features/accounts/create-agent.ts';
import { requestReset } from '#features/accounts/reset-password.ts';
import { agentsOnly } from '#http/guards.ts';
import { MINUTE_MS, SECOND_MS } from '#kernel/clock.ts';
import { tokenInMail } from '#testing/mail-reader.ts';
import { confirmedAccount, GOOD_PASSWORD } from '#testing/test-account.ts';
import { SoftwarePasskey } from '#testing/software-passkey.ts';
import { emptyDatabase } from '#testing/test-database.ts';
import { testHouse, type TestHouse } from '#testing/test-house.ts';
import { Browser, testServer } from '#testing/test-site.ts';
import { consoleSignInDoor } from './sign-in.door.ts';

const GRACE = 'grace@example.org';
let house: TestHouse;
let browser: Browser;

const newBrowser = () =>
  new Browser(
    testServer(house, [
      (app) => consoleSignInDoor(app, house),
      (app) => void app.get('/console', { preHandler: agentsOnly }, async () => 'inside'),
    ]),
  );

beforeEach(async () => {
  await emptyDatabase();
  house = await testHouse();
  browser = newBrowser();
});

const secretOn = (body: string) => (/<code dir="ltr">([A-Z2-7 ]+)<\/code>/.exec(body)?.[1] ?? '').replaceAll(' ', '');
const codeOf = (secret: string) => house.totp.currentCode(secret, house.clock.now());
const inside = async (who = browser) => (await who.get('/console')).body === 'inside';

/** Invites an agent and goes through the invitation up to the open console. */
async function enrolledAgent(): Promise<string> {
  await createAgent(house, { email: GRACE as Email, role: 'reviewer', by: null });
  const link = `/console/invitation/${await tokenInMail(house, '/console/invitation/')}`;
  await browser.get(link);
  expect(await browser.post(link, { password: GOOD_PASSWORD })).toMatchObject({ location: '/console/connexion/code' });
  expect(await browser.get('/console/connexion/code')).toMatchObject({ location: '/console/connexion/protection' });
  const secret = secretOn((await browser.get('/console/connexion/protection')).body);
  expect(await inside()).toBe(false);
  await browser.get('/console/connexion/protection');
  const done = await browser.post('/console/connexion/protection', { code: codeOf(secret) });
  expect(done).toMatchObject({ status: 303, location: '/console' });
  return secret;
}

async function givePassword(who: Browser, email = GRACE, password = GOOD_PASSWORD) {
  await who.get('/console/connexion');
  return who.post('/console/connexion', { email, password });
}

test('an invited agent chooses a password, installs codes and is in', async () => {
  await enrolledAgent();
  expect(await inside()).toBe(true);
});

test('signing in takes the password, then a code that was not used', async () => {
  const secret = await enrolledAgent();
  const other = newBrowser();
  expect(await givePassword(other)).toMatchObject({ location: '/console/connexion/code' });
  expect(await inside(other)).toBe(false);
  await other.get('/console/connexion/code');
  const reused = await other.post('/console/connexion/code', { code: codeOf(secret) });
  expect(reused.status).toBe(422);
  expect(reused.body).toContain('déjà servi');
  house.pass(30 * SECOND_MS);
  expect(await other.post('/console/connexion/code', { code: codeOf(secret) })).toMatchObject({ location: '/console' });
  expect(await inside(other)).toBe(true);
});

test('who holds the password alone neither sees the secret nor installs another one', async () => {
  await enrolledAgent();
  const thief = newBrowser();
  await givePassword(thief);
  expect(await thief.get('/console/connexion/protection')).toMatchObject({ status: 303, location: '/console/connexion' });
  await thief.get('/console/connexion/code');
  expect(await thief.postJson('/console/connexion/nouvelle-cle/question', {})).toMatchObject({ status: 422 });
  expect(await inside(thief)).toBe(false);
});

test('the second step is due within ten minutes', async () => {
  const secret = await enrolledAgent();
  const slow = newBrowser();
  await givePassword(slow);
  await slow.get('/console/connexion/code');
  house.pass(10 * MINUTE_MS);
  expect(await slow.post('/console/connexion/code', { code: codeOf(secret) })).toMatchObject({ location: '/console/connexion' });
});

test('a person who is no agent gets the answer of a wrong password', async () => {
  await confirmedAccount(house, 'ada@example.org');
  const right = await givePassword(browser, 'ada@example.org');
  const wrong = await givePassword(newBrowser(), 'ada@example.org', 'wrong');
  expect(right.status).toBe(422);
  expect(right.body.replaceAll(/(csrf|value)="[^"]*"/g, '')).toBe(wrong.body.replaceAll(/(csrf|value)="[^"]*"/g, ''));
});

test('a link to a new password of a person who is no agent opens nothing here', async () => {
  await confirmedAccount(house, 'ada@example.org');
  await requestReset(house, { email: 'ada@example.org' as Email });
  const link = `/console/invitation/${await tokenInMail(house, '/mot-de-passe/')}`;
  expect((await browser.get(link)).status).toBe(410);
  await browser.get('/console/connexion');
  expect((await browser.post(link, { password: GOOD_PASSWORD })).status).toBe(410);
});

test('an agent whose role was taken away is out at the next page', async () => {
  await enrolledAgent();
  await house.db.deleteFrom('accountRole').execute();
  expect(await inside()).toBe(false);
});

test('an agent is out after half an hour without a page', async () => {
  await enrolledAgent();
  house.pass(30 * MINUTE_MS + 1);
  expect(await inside()).toBe(false);
});

test('a passkey that the service does not know is refused, and its challenge is used up', async () => {
  await browser.get('/console/connexion');
  const asked = await browser.postJson('/console/connexion/cle/question', {});
  expect(JSON.parse(asked.body)).toMatchObject({ rpId: 'localhost', userVerification: 'required' });
  expect((await browser.postJson('/console/connexion/cle', { id: 'x' })).status).toBe(422);
  expect((await browser.postJson('/console/connexion/cle', { id: 'x' })).status).toBe(422);
});

test('an agent registers a passkey, and comes in with it alone', async () => {
  await enrolledAgent();
  const key = new SoftwarePasskey(house.settings.baseUrl);
  expect((await browser.get('/console/securite')).body).toContain('Une application de codes est installée.');
  const asked: unknown = JSON.parse((await browser.postJson('/console/connexion/nouvelle-cle/question', {})).body);
  expect(asked).toMatchObject({ rp: { id: 'localhost' }, user: { name: GRACE } });
  const kept = await browser.postJson('/console/connexion/nouvelle-cle', key.create(asked));
  expect(JSON.parse(kept.body)).toEqual({ next: '/console' });
  expect((await browser.get('/console/securite')).body).toContain('Firefox, Linux');

  const other = newBrowser();
  await other.get('/console/connexion');
  const question: unknown = JSON.parse((await other.postJson('/console/connexion/cle/question', {})).body);
  const answer = key.get(question);
  expect((await other.postJson('/console/connexion/cle', answer)).status).toBe(200);
  expect(await inside(other)).toBe(true);

  const replay = newBrowser();
  await replay.get('/console/connexion');
  await replay.postJson('/console/connexion/cle/question', {});
  expect((await replay.postJson('/console/connexion/cle', answer)).status).toBe(422);
});

test('an invited agent may install a passkey instead of codes', async () => {
  await createAgent(house, { email: GRACE as Email, role: 'reviewer', by: null });
  const link = `/console/invitation/${await tokenInMail(house, '/console/invitation/')}`;
  await browser.get(link);
  await browser.post(link, { password: GOOD_PASSWORD });
  await browser.get('/console/connexion/protection');
  const key = new SoftwarePasskey(house.settings.baseUrl);
  const asked: unknown = JSON.parse((await browser.postJson('/console/connexion/nouvelle-cle/question', {})).body);
  expect((await browser.postJson('/console/connexion/nouvelle-cle', key.create(asked))).status).toBe(200);
  expect(await inside()).toBe(true);
  const other = newBrowser();
  await givePassword(other);
  expect((await other.get('/console/connexion/code')).body).toContain('Utiliser ma clé d’accès');
});
