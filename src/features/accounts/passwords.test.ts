import { beforeEach, expect, test } from 'vitest';
import type { Email } from '#domain/accounts/email.ts';
import { HOUR_MS } from '#kernel/clock.ts';
import type { Id } from '#kernel/ids.ts';
import { newMails, tokenInMail } from '#testing/mail-reader.ts';
import { confirmedAccount, GOOD_PASSWORD } from '#testing/test-account.ts';
import { emptyDatabase } from '#testing/test-database.ts';
import { testHouse, type TestHouse } from '#testing/test-house.ts';
import { changePassword } from './change-password.ts';
import { requestReset, resetPassword } from './reset-password.ts';
import { sessionStore } from './session-store.ts';
import { signIn } from './sign-in.ts';
import { signUp } from './sign-up.ts';

const ADA = 'ada@example.org' as Email;
const HOME = { device: 'Firefox, Android', network: '192.0.2.0/24' };
const NEXT = 'quatre-Zèbres-3-patins';
let house: TestHouse;
let accountId: Id<'account'>;

beforeEach(async () => {
  await emptyDatabase();
  house = await testHouse();
  accountId = await confirmedAccount(house, ADA);
});

const openSession = () => sessionStore(house).open({ kind: 'member', accountId, remember: false, secondFactor: false, ...HOME });

test('a forgotten password is replaced by the mailed link, once, and all sessions end', async () => {
  const { token: cookie } = await openSession();
  await requestReset(house, { email: ADA });
  const token = await tokenInMail(house, '/mot-de-passe/');
  expect(await resetPassword(house, { token, password: NEXT })).toEqual({ ok: true, value: { accountId } });
  expect(await sessionStore(house).find(cookie)).toBeNull();
  expect((await signIn(house, { email: ADA, password: NEXT, place: HOME })).ok).toBe(true);
  expect((await newMails(house)).map(({ subject }) => subject)).toEqual(['Votre mot de passe a changé']);
  expect(await resetPassword(house, { token, password: GOOD_PASSWORD })).toEqual({ ok: false, error: 'mail_link.dead' });
});

test('a reset link is dead after an hour, and when a newer one was asked', async () => {
  await requestReset(house, { email: ADA });
  const first = await tokenInMail(house, '/mot-de-passe/');
  house.pass(1000);
  await requestReset(house, { email: ADA });
  const second = await tokenInMail(house, '/mot-de-passe/');
  expect(await resetPassword(house, { token: first, password: NEXT })).toEqual({ ok: false, error: 'mail_link.dead' });
  house.pass(HOUR_MS);
  expect(await resetPassword(house, { token: second, password: NEXT })).toEqual({ ok: false, error: 'mail_link.dead' });
});

test('a weak new password leaves the link working', async () => {
  await requestReset(house, { email: ADA });
  const token = await tokenInMail(house, '/mot-de-passe/');
  expect((await resetPassword(house, { token, password: 'court' })).ok).toBe(false);
  expect((await resetPassword(house, { token, password: NEXT })).ok).toBe(true);
});

test('asking a reset for an unknown address sends nothing', async () => {
  await requestReset(house, { email: 'nobody@example.org' as Email });
  expect(await newMails(house)).toEqual([]);
});

test('an account opened by a stranger belongs to who reads the address, once they choose a password', async () => {
  const victim = 'victim@example.org' as Email;
  await signUp(house, { email: victim, password: 'the-Stranger-5-knows', locale: 'fr' });
  await signUp(house, { email: victim, password: GOOD_PASSWORD, locale: 'fr' });
  const token = await tokenInMail(house, '/mot-de-passe/');
  expect((await resetPassword(house, { token, password: NEXT })).ok).toBe(true);
  const stranger = await signIn(house, { email: victim, password: 'the-Stranger-5-knows', place: HOME });
  expect(stranger).toEqual({ ok: false, error: { reason: 'sign_in.wrong' } });
});

test('changing the password asks for the present one and ends the other sessions', async () => {
  const here = await openSession();
  const there = await openSession();
  const change = (present: string) => changePassword(house, { accountId, sessionId: here.session.id, present, next: NEXT });
  expect(await change('wrong')).toEqual({ ok: false, error: { reason: 'proof.wrong' } });
  expect(await change(GOOD_PASSWORD)).toEqual({ ok: true, value: undefined });
  expect(await sessionStore(house).find(here.token)).not.toBeNull();
  expect(await sessionStore(house).find(there.token)).toBeNull();
});
