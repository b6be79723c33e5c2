import { beforeEach, expect, test } from 'vitest';
import type { Email } from '#domain/accounts/email.ts';
import { DAY_MS, MINUTE_MS } from '#kernel/clock.ts';
import type { Id } from '#kernel/ids.ts';
import { findAccount } from '#store/accounts.repository.ts';
import { newMails, tokenInMail } from '#testing/mail-reader.ts';
import { confirmedAccount, GOOD_PASSWORD } from '#testing/test-account.ts';
import { emptyDatabase } from '#testing/test-database.ts';
import { testHouse, type TestHouse } from '#testing/test-house.ts';
import { cancelEmailChange, confirmEmailChange, requestEmailChange } from './change-email.ts';
import { sessionStore } from './session-store.ts';
import { signIn } from './sign-in.ts';

const ADA = 'ada@example.org' as Email;
const NEW = 'ada@example.com' as Email;
const HOME = { device: 'Firefox, Android', network: '192.0.2.0/24' };
let house: TestHouse;
let accountId: Id<'account'>;
let sessionId: Id<'session'>;
let cookie: string;

beforeEach(async () => {
  await emptyDatabase();
  house = await testHouse();
  accountId = await confirmedAccount(house, ADA);
  const opened = await sessionStore(house).open({ kind: 'member', accountId, remember: false, secondFactor: false, ...HOME });
  sessionId = opened.session.id;
  cookie = opened.token;
});

const ask = (email: Email, password = GOOD_PASSWORD) => requestEmailChange(house, { accountId, sessionId, email, password });
const emailNow = async () => (await findAccount(house.db, accountId))?.email;

test('the new address confirms, the old one is told which, and all sessions end', async () => {
  expect(await ask(NEW)).toEqual({ ok: true, value: undefined });
  const mails = await newMails(house);
  expect(mails.map(({ to }) => to).sort()).toEqual([NEW, ADA].sort());
  expect(mails.find(({ to }) => to === ADA)?.text).toContain(NEW);
  expect(await emailNow()).toBe(ADA);
  const token = await tokenInMail(house, '/compte/email/confirmer/');
  expect(await confirmEmailChange(house, { token })).toEqual({ ok: true, value: undefined });
  expect(await emailNow()).toBe(NEW);
  expect(await sessionStore(house).find(cookie)).toBeNull();
});

test('a wrong password changes nothing', async () => {
  expect(await ask(NEW, 'wrong')).toEqual({ ok: false, error: { reason: 'proof.wrong' } });
  expect(await newMails(house)).toEqual([]);
});

test('the old address undoes the change within 72 hours, and the password known to the thief is worth nothing', async () => {
  await ask(NEW);
  await confirmEmailChange(house, { token: await tokenInMail(house, '/compte/email/confirmer/') });
  const token = await tokenInMail(house, '/compte/email/annuler/');
  house.pass(3 * DAY_MS - MINUTE_MS);
  expect(await cancelEmailChange(house, { token })).toEqual({ ok: true, value: undefined });
  expect(await emailNow()).toBe(ADA);
  expect((await signIn(house, { email: ADA, password: GOOD_PASSWORD, place: HOME })).ok).toBe(false);
  expect((await newMails(house)).map(({ to, subject }) => [to, subject])).toEqual([[ADA, 'Choisissez un nouveau mot de passe']]);
});

test('changing twice does not take the way back from the first owner', async () => {
  await ask(NEW);
  await confirmEmailChange(house, { token: await tokenInMail(house, '/compte/email/confirmer/') });
  const wayBack = await tokenInMail(house, '/compte/email/annuler/');
  house.pass(MINUTE_MS);
  await ask('thief@example.net' as Email);
  await confirmEmailChange(house, { token: await tokenInMail(house, '/compte/email/confirmer/') });
  expect(await emailNow()).toBe('thief@example.net');
  expect((await cancelEmailChange(house, { token: wayBack })).ok).toBe(true);
  expect(await emailNow()).toBe(ADA);
});

test('after 72 hours the change stands', async () => {
  await ask(NEW);
  const token = await tokenInMail(house, '/compte/email/annuler/');
  house.pass(3 * DAY_MS);
  expect(await cancelEmailChange(house, { token })).toEqual({ ok: false, error: 'mail_link.dead' });
});

test('an address of another account gets the same answer, and only that account is told', async () => {
  await confirmedAccount(house, 'other@example.org');
  expect(await ask('other@example.org' as Email)).toEqual({ ok: true, value: undefined });
  expect((await newMails(house)).map(({ to, subject }) => [to, subject])).toEqual([
    ['other@example.org', 'Vous avez déjà un compte'],
  ]);
});

test('an account without password must have signed in just now', async () => {
  await house.db.updateTable('account').set({ passwordHash: null }).execute();
  house.pass(11 * MINUTE_MS);
  expect(await ask(NEW, '')).toEqual({ ok: false, error: { reason: 'proof.wrong' } });
  await sessionStore(house).markProved(sessionId);
  expect((await ask(NEW, '')).ok).toBe(true);
});
