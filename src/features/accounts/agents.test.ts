import { beforeEach, expect, test } from 'vitest';
import type { Email } from '#domain/accounts/email.ts';
import { DAY_MS, SECOND_MS } from '#kernel/clock.ts';
import type { Id } from '#kernel/ids.ts';
import { findAccount } from '#store/accounts.repository.ts';
import { newMails, tokenInMail } from '#testing/mail-reader.ts';
import { GOOD_PASSWORD } from '#testing/test-account.ts';
import { emptyDatabase } from '#testing/test-database.ts';
import { testHouse, type TestHouse } from '#testing/test-house.ts';
import { checkCode, currentCodeOf, prepareCodes } from './agent-codes.ts';
import { askNewPasskey, registerPasskey, signInWithPasskey } from './agent-passkeys.ts';
import { createAgent } from './create-agent.ts';
import { resetPassword } from './reset-password.ts';
import { readSecondFactors } from './second-factors.ts';

const GRACE = 'grace@example.org' as Email;
let house: TestHouse;
let accountId: Id<'account'>;

beforeEach(async () => {
  await emptyDatabase();
  house = await testHouse();
  const created = await createAgent(house, { email: GRACE, role: 'reviewer', by: null });
  accountId = created.ok ? created.value.accountId : ('' as Id<'account'>);
});

async function secretOf(): Promise<string> {
  const prepared = await prepareCodes(house, { accountId });
  if (!prepared.ok) throw new Error(prepared.error);
  return prepared.value.secret;
}
const check = (code: string) => checkCode(house, { accountId, code });

test('an agent is invited by mail and chooses a password within a week', async () => {
  const token = await tokenInMail(house, '/console/invitation/');
  house.pass(7 * DAY_MS - SECOND_MS);
  expect(await resetPassword(house, { token, password: GOOD_PASSWORD })).toEqual({ ok: true, value: { accountId } });
});

test('inviting an agent twice keeps one account and sends a new link', async () => {
  const first = await tokenInMail(house, '/console/invitation/');
  const again = await createAgent(house, { email: GRACE, role: 'reviewer', by: null });
  expect(again).toEqual({ ok: true, value: { accountId } });
  expect(await newMails(house)).toHaveLength(1);
  expect(await resetPassword(house, { token: first, password: GOOD_PASSWORD })).toEqual({ ok: false, error: 'mail_link.dead' });
});

test('a first right code confirms the secret, which is never shown again', async () => {
  const secret = await secretOf();
  expect(await secretOf()).toBe(secret);
  expect((await readSecondFactors(house, { accountId })).codes).toBe(false);
  expect((await check(house.totp.currentCode(secret, house.clock.now()))).ok).toBe(true);
  expect((await readSecondFactors(house, { accountId })).codes).toBe(true);
  expect(await prepareCodes(house, { accountId })).toEqual({ ok: false, error: 'codes.enrolled' });
});

test('a code passes once, and none of an earlier step passes after it', async () => {
  const secret = await secretOf();
  const earlier = house.totp.currentCode(secret, house.clock.now());
  house.pass(30 * SECOND_MS);
  const code = house.totp.currentCode(secret, house.clock.now());
  expect((await check(`${code.slice(0, 3)} ${code.slice(3)}`)).ok).toBe(true);
  expect(await check(code)).toEqual({ ok: false, error: { reason: 'code.wrong' } });
  expect(await check(earlier)).toEqual({ ok: false, error: { reason: 'code.wrong' } });
  house.pass(30 * SECOND_MS);
  expect((await check(house.totp.currentCode(secret, house.clock.now()))).ok).toBe(true);
});

test('guessing codes is slowed down', async () => {
  await secretOf();
  for (let i = 0; i < 5; i += 1) await check('000000');
  expect(await check('000000')).toMatchObject({ ok: false, error: { reason: 'code.wait' } });
});

test('the secret is sealed, and for one account only', async () => {
  const secret = await secretOf();
  const row = await findAccount(house.db, accountId);
  expect(row?.totpSealed).not.toContain(secret);
  const other = await createAgent(house, { email: 'joan@example.org' as Email, role: 'reviewer', by: null });
  const otherId = other.ok ? other.value.accountId : accountId;
  await house.db.updateTable('account').set({ totpSealed: row!.totpSealed }).where('id', '=', otherId).execute();
  const code = house.totp.currentCode(secret, house.clock.now());
  expect((await checkCode(house, { accountId: otherId, code })).ok).toBe(false);
});

test('the current code is told to development pages and never in production', async () => {
  const secret = await secretOf();
  expect(await currentCodeOf(house, { accountId })).toBe(house.totp.currentCode(secret, house.clock.now()));
  const production = { ...house, settings: { ...house.settings, production: true } };
  expect(await currentCodeOf(production, { accountId })).toBeNull();
});

test('the browser is asked for a passkey with user verification, bound to this host', async () => {
  const asked = await askNewPasskey(house, { accountId });
  expect(asked).toMatchObject({
    ok: true,
    value: { options: { rp: { id: 'localhost' }, authenticatorSelection: { userVerification: 'required' } } },
  });
});

test.each([null, 'text', {}, { id: 'x', response: {} }])('the answer %j is no passkey', async (answer) => {
  const challenge = 'abc';
  const registered = await registerPasskey(house, { accountId, challenge, answer, label: 'bureau' });
  expect(registered).toEqual({ ok: false, error: 'passkey.refused' });
  expect(await signInWithPasskey(house, { challenge, answer })).toEqual({ ok: false, error: 'passkey.refused' });
});
