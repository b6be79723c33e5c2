import { beforeEach, expect, test } from 'vitest';
import type { Email } from '#domain/accounts/email.ts';
import { MINUTE_MS, SECOND_MS } from '#kernel/clock.ts';
import { newMails, tokenInMail } from '#testing/mail-reader.ts';
import { confirmedAccount, GOOD_PASSWORD } from '#testing/test-account.ts';
import { emptyDatabase } from '#testing/test-database.ts';
import { testHouse, type TestHouse } from '#testing/test-house.ts';
import { requestSignInLink, signInByLink } from './sign-in-by-link.ts';
import { signIn } from './sign-in.ts';
import { sessionStore } from './session-store.ts';
import type { Id } from '#kernel/ids.ts';

const ADA = 'ada@example.org' as Email;
const HOME = { device: 'Firefox, Android', network: '192.0.2.0/24' };
const WRONG = { ok: false, error: { reason: 'sign_in.wrong' } };
let house: TestHouse;
let accountId: Id<'account'>;

beforeEach(async () => {
  await emptyDatabase();
  house = await testHouse();
  accountId = await confirmedAccount(house, ADA);
});

const attempt = (password: string, place = HOME, email = ADA) => signIn(house, { email, password, place });

test('the right password signs in, a wrong one does not', async () => {
  expect(await attempt(GOOD_PASSWORD)).toEqual({ ok: true, value: { accountId, roles: [] } });
  expect(await attempt('something else 1!')).toEqual(WRONG);
});

test('an unknown address gets the answer of a wrong password, and a password is hashed all the same', async () => {
  const before = house.passwords.verified;
  expect(await attempt('something else 1!', HOME, 'nobody@example.org' as Email)).toEqual(WRONG);
  expect(house.passwords.verified).toBe(before + 1);
});

test('after five failures tries wait longer and longer, even with the right password, whether the address is known or not', async () => {
  for (const email of [ADA, 'nobody@example.org' as Email]) {
    for (let i = 0; i < 5; i += 1) expect(await attempt('wrong', HOME, email)).toEqual(WRONG);
    const retryAt = new Date(house.clock.now().getTime() + 30 * SECOND_MS);
    expect(await attempt(GOOD_PASSWORD, HOME, email)).toEqual({ ok: false, error: { reason: 'sign_in.wait', retryAt } });
    house.pass(31 * SECOND_MS);
    expect(await attempt('wrong', HOME, email)).toEqual(WRONG);
    house.pass(31 * SECOND_MS);
    expect(await attempt('wrong', HOME, email)).toMatchObject({ error: { reason: 'sign_in.wait' } });
  }
  house.pass(30 * SECOND_MS);
  expect((await attempt(GOOD_PASSWORD)).ok).toBe(true);
});

test('tries sent at once are all counted', async () => {
  const answers = await Promise.all(Array.from({ length: 12 }, () => attempt('wrong')));
  expect(answers.filter((answer) => !answer.ok && answer.error.reason === 'sign_in.wrong')).toHaveLength(5);
});

test('failures from another network do not slow the owner down', async () => {
  for (let i = 0; i < 9; i += 1) await attempt('wrong', { device: '?', network: '203.0.113.0/24' });
  expect((await attempt(GOOD_PASSWORD)).ok).toBe(true);
});

test('failures are forgotten after a quarter of an hour', async () => {
  for (let i = 0; i < 4; i += 1) await attempt('wrong');
  house.pass(16 * MINUTE_MS);
  for (let i = 0; i < 4; i += 1) expect(await attempt('wrong')).toEqual(WRONG);
  expect((await attempt(GOOD_PASSWORD)).ok).toBe(true);
});

test('a disabled account does not sign in', async () => {
  await house.db.updateTable('account').set({ disabledAt: house.clock.now() }).execute();
  expect(await attempt(GOOD_PASSWORD)).toEqual(WRONG);
});

test('a mail tells of a device and network not seen before, not of the first one nor of a known one', async () => {
  const store = sessionStore(house);
  const arrive = async (place: typeof HOME) => {
    await attempt(GOOD_PASSWORD, place);
    await store.open({ kind: 'member', accountId, remember: true, secondFactor: false, ...place });
    return (await newMails(house)).map(({ subject }) => subject);
  };
  expect(await arrive(HOME)).toEqual([]);
  expect(await arrive({ ...HOME, network: '198.51.100.0/24' })).toEqual([]);
  expect(await arrive({ device: 'Edge, Windows', network: '203.0.113.0/24' })).toEqual(['Nouvelle connexion à votre compte']);
});

test('a mailed link signs in once, for a quarter of an hour', async () => {
  await requestSignInLink(house, { email: ADA });
  const token = await tokenInMail(house, '/connexion/lien/');
  expect(await signInByLink(house, { token, place: HOME })).toEqual({ ok: true, value: { accountId, roles: [] } });
  expect(await signInByLink(house, { token, place: HOME })).toEqual({ ok: false, error: 'mail_link.dead' });
  await requestSignInLink(house, { email: ADA });
  const late = await tokenInMail(house, '/connexion/lien/');
  house.pass(15 * MINUTE_MS);
  expect(await signInByLink(house, { token: late, place: HOME })).toEqual({ ok: false, error: 'mail_link.dead' });
});

test('asking for a link to an unknown address sends nothing', async () => {
  await requestSignInLink(house, { email: 'nobody@example.org' as Email });
  expect(await newMails(house)).toEqual([]);
});
