import { beforeEach, expect, test } from 'vitest';
import type { Email } from '#domain/accounts/email.ts';
import { newMails, tokenInMail } from '#testing/mail-reader.ts';
import { GOOD_PASSWORD } from '#testing/test-account.ts';
import { emptyDatabase } from '#testing/test-database.ts';
import { testHouse, type TestHouse } from '#testing/test-house.ts';
import { DAY_MS } from '#kernel/clock.ts';
import { findAccountByEmail } from '#store/accounts.repository.ts';
import { confirmEmail, resendConfirmation } from './confirm-email.ts';
import { signUp } from './sign-up.ts';

const ADA = 'ada@example.org' as Email;
const CONFIRM = '/inscription/confirmer/';
let house: TestHouse;

beforeEach(async () => {
  await emptyDatabase();
  house = await testHouse();
});

const join = (password = GOOD_PASSWORD) => signUp(house, { email: ADA, password, locale: 'en' });

test('a new account gets a mail in its language and is confirmed by the link in it', async () => {
  expect(await join()).toEqual({ ok: true, value: undefined });
  const token = await tokenInMail(house, CONFIRM);
  expect(house.sent).toMatchObject([{ to: ADA, subject: 'Confirm your e-mail address' }]);
  expect((await confirmEmail(house, { token })).ok).toBe(true);
  expect((await findAccountByEmail(house.db, ADA))?.emailVerifiedAt).toEqual(house.clock.now());
});

test('a confirmation link works once and for seven days', async () => {
  await join();
  const token = await tokenInMail(house, CONFIRM);
  house.pass(7 * DAY_MS);
  expect(await confirmEmail(house, { token })).toEqual({ ok: false, error: 'mail_link.dead' });
  const account = (await findAccountByEmail(house.db, ADA))!;
  await resendConfirmation(house, { accountId: account.id });
  const fresh = await tokenInMail(house, CONFIRM);
  expect((await confirmEmail(house, { token: fresh })).ok).toBe(true);
  expect(await confirmEmail(house, { token: fresh })).toEqual({ ok: false, error: 'mail_link.dead' });
});

test('somebody who signs up with a known address gets the same answer, and the address is told', async () => {
  await join();
  await newMails(house);
  expect(await join('other-Password-4-me')).toEqual({ ok: true, value: undefined });
  expect(await newMails(house)).toMatchObject([{ to: ADA, subject: 'You already have an account' }]);
  expect((await findAccountByEmail(house.db, ADA))?.passwordHash).toBe(`test:${GOOD_PASSWORD}`);
});

test('an address is not flooded with mails about the same account', async () => {
  await join();
  for (let i = 0; i < 6; i += 1) await join();
  expect((await newMails(house)).filter(({ subject }) => subject === 'You already have an account')).toHaveLength(1);
  const { count } = await house.db
    .selectFrom('mailToken')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('purpose', '=', 'reset')
    .executeTakeFirstOrThrow();
  expect(count).toBe(3);
});

test('a weak password is told what it lacks and opens nothing', async () => {
  expect(await join('court')).toEqual({ ok: false, error: ['password.too_short', 'password.no_digit', 'password.no_special'] });
  expect(await findAccountByEmail(house.db, ADA)).toBeNull();
});

test('asking for the confirmation again after it was given sends nothing', async () => {
  await join();
  await confirmEmail(house, { token: await tokenInMail(house, CONFIRM) });
  await resendConfirmation(house, { accountId: (await findAccountByEmail(house.db, ADA))!.id });
  expect(await newMails(house)).toEqual([]);
});

test('neither the token of a link nor the address is in the outbox', async () => {
  await join();
  const token = await tokenInMail(house, CONFIRM);
  const rows = JSON.stringify(await house.db.selectFrom('outbox').selectAll().execute());
  expect(rows).not.toContain(token);
  expect(rows).not.toContain(ADA);
});
