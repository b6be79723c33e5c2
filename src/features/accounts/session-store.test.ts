import { beforeEach, expect, test } from 'vitest';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#kernel/clock.ts';
import type { Id } from '#kernel/ids.ts';
import type { NewSession } from '#ports/sessions.ts';
import { confirmedAccount } from '#testing/test-account.ts';
import { emptyDatabase } from '#testing/test-database.ts';
import { testHouse, type TestHouse } from '#testing/test-house.ts';
import { rateLimiter } from './rate-limiter.ts';
import { sessionStore } from './session-store.ts';
import { endOtherSessions, endSession, listSessions } from './sessions.ts';

let house: TestHouse;
let accountId: Id<'account'>;

beforeEach(async () => {
  await emptyDatabase();
  house = await testHouse();
  accountId = await confirmedAccount(house, 'ada@example.org');
});

const open = (wanted: Partial<NewSession> = {}) =>
  sessionStore(house).open({
    kind: 'member',
    accountId,
    remember: false,
    secondFactor: false,
    device: 'Firefox, Linux',
    network: '192.0.2.0/24',
    ...wanted,
  });
const find = (token: string) => sessionStore(house).find(token);

test('a session gives the account as it is now', async () => {
  const { token } = await open({ state: { step: 1 } });
  await house.db.insertInto('accountRole').values({ accountId, role: 'tenant', givenAt: house.clock.now() }).execute();
  expect(await find(token)).toMatchObject({
    kind: 'member',
    state: { step: 1 },
    account: { email: 'ada@example.org', emailVerified: true, roles: ['tenant'] },
  });
  expect(await find('unknown')).toBeNull();
});

test.each<[string, Partial<NewSession>, number, number]>([
  ['of a person', {}, 30 * MINUTE_MS, DAY_MS],
  ['of a person who stays signed in', { remember: true }, 14 * DAY_MS, 30 * DAY_MS],
  ['of an agent, who cannot stay signed in', { kind: 'agent', secondFactor: true, remember: true }, 30 * MINUTE_MS, 12 * HOUR_MS],
])('a session %s ends when idle and at its absolute end', async (_, wanted, idle, absolute) => {
  const left = await open(wanted);
  house.pass(idle);
  expect(await find(left.token)).not.toBeNull();
  house.pass(idle + 1);
  expect(await find(left.token)).toBeNull();
  const used = await open(wanted);
  for (let past = 0; past + idle < absolute; past += idle) {
    expect(await find(used.token)).not.toBeNull();
    house.pass(idle);
  }
  house.pass(idle);
  expect(await find(used.token)).toBeNull();
});

test('a session of an agent without second factor is never opened', async () => {
  await expect(open({ kind: 'agent' })).rejects.toThrow('second factor');
});

test('signing in ends the session that the browser had before', async () => {
  const before = await open({ kind: 'anonymous', accountId: null });
  await open({ replaces: before.session.id });
  expect(await find(before.token)).toBeNull();
});

test('the token is not in the database', async () => {
  const { token } = await open();
  const rows = JSON.stringify(await house.db.selectFrom('session').selectAll().execute());
  expect(rows).not.toContain(token);
});

test('a disabled account has no session any more', async () => {
  const { token } = await open();
  await house.db.updateTable('account').set({ disabledAt: house.clock.now() }).execute();
  expect(await find(token)).toBeNull();
});

test('people see where they are signed in and end one or all others, never those of somebody else', async () => {
  const here = await open();
  house.pass(MINUTE_MS);
  const there = await open({ device: 'Safari, iOS' });
  await open({ device: 'Edge, Windows' });
  expect((await listSessions(house, { accountId })).map(({ device }) => device)).toContain('Safari, iOS');
  const other = await confirmedAccount(house, 'eve@example.org');
  expect((await endSession(house, { accountId: other, sessionId: there.session.id })).ok).toBe(false);
  expect((await endSession(house, { accountId, sessionId: there.session.id })).ok).toBe(true);
  await endOtherSessions(house, { accountId, sessionId: here.session.id });
  expect((await listSessions(house, { accountId })).map(({ id }) => id)).toEqual([here.session.id]);
});

test('hits are counted within a window, all of those sent at once too', async () => {
  const limiter = rateLimiter(house);
  const rule = { limit: 3, windowMs: MINUTE_MS };
  const answers = await Promise.all(Array.from({ length: 5 }, () => limiter.take('upload|x', rule)));
  expect(answers.filter(({ allowed }) => allowed)).toHaveLength(3);
  expect((await limiter.take('upload|y', rule)).allowed).toBe(true);
  house.pass(40_000);
  expect(await limiter.take('upload|x', rule)).toEqual({ allowed: false, retryAfterMs: 20_000 });
  house.pass(20_000);
  expect((await limiter.take('upload|x', rule)).allowed).toBe(true);
});
