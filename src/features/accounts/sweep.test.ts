import { beforeEach, expect, test } from 'vitest';
import type { Email } from '#domain/accounts/email.ts';
import { DAY_MS, HOUR_MS } from '#kernel/clock.ts';
import { newMails, tokenInMail } from '#testing/mail-reader.ts';
import { confirmedAccount, GOOD_PASSWORD } from '#testing/test-account.ts';
import { emptyDatabase } from '#testing/test-database.ts';
import { testHouse, type TestHouse } from '#testing/test-house.ts';
import { confirmEmail } from './confirm-email.ts';
import { beginTry } from './guess-brake.ts';
import { remindUnconfirmed } from './remind-unconfirmed.ts';
import { sessionStore } from './session-store.ts';
import { signUp } from './sign-up.ts';
import { sweepAccounts } from './sweep.ts';

let house: TestHouse;

beforeEach(async () => {
  await emptyDatabase();
  house = await testHouse();
});

test('an address not confirmed after three days is reminded once, with a link that works', async () => {
  await confirmedAccount(house, 'eve@example.org');
  await signUp(house, { email: 'ada@example.org' as Email, password: GOOD_PASSWORD, locale: 'fr' });
  await newMails(house);
  house.pass(3 * DAY_MS - 1);
  expect(await remindUnconfirmed(house)).toBe(0);
  house.pass(1);
  expect(await remindUnconfirmed(house)).toBe(1);
  expect(await newMails(house)).toMatchObject([{ to: 'ada@example.org', subject: 'Votre adresse n’est pas encore confirmée' }]);
  expect(await remindUnconfirmed(house)).toBe(0);
  const token = await tokenInMail(house, '/inscription/confirmer/');
  expect((await confirmEmail(house, { token })).ok).toBe(true);
});

test('what is over is erased, what lives stays', async () => {
  const accountId = await confirmedAccount(house, 'ada@example.org');
  const place = { device: 'Firefox, Linux', network: '192.0.2.0/24', remember: true, secondFactor: false };
  const open = (kind: 'anonymous' | 'member') =>
    sessionStore(house).open({ kind, accountId: kind === 'member' ? accountId : null, ...place });
  await open('anonymous');
  const { token } = await open('member');
  await beginTry(house, 'somebody');
  expect(await sweepAccounts(house)).toBe(0);
  house.pass(DAY_MS + HOUR_MS);
  await sweepAccounts(house);
  expect(await sessionStore(house).find(token)).not.toBeNull();
  const left = async (table: 'session' | 'mailToken' | 'rateCounter') =>
    (await house.db.selectFrom(table).selectAll().execute()).length;
  expect([await left('session'), await left('rateCounter')]).toEqual([1, 0]);
  house.pass(91 * DAY_MS);
  await sweepAccounts(house);
  expect([await left('session'), await left('mailToken')]).toEqual([0, 0]);
});
