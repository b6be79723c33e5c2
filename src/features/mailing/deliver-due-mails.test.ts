import { beforeEach, expect, test } from 'vitest';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#kernel/clock.ts';
import type { Composer } from '#features/composer.ts';
import { devMailer } from '#store/dev-mail.mailer.ts';
import { enqueueMail } from '#store/outbox.repository.ts';
import { emptyDatabase } from '#testing/test-database.ts';
import { testHouse, type TestHouse } from '#testing/test-house.ts';
import { deliverDueMails, waitAfter } from './deliver-due-mails.ts';

let house: TestHouse;

beforeEach(async () => {
  await emptyDatabase();
  house = await testHouse();
});

const hello: Composer = async () => ({
  to: 'ada@example.org',
  locale: 'ar',
  content: ({ serviceName }) => ({ subject: `Hello\r\n${serviceName}`, paragraphs: ['<b>1 < 2</b>'] }),
});
const enqueue = (topic: string) =>
  house.transact((tx) => enqueueMail(tx, { id: house.ids.next(), topic, payload: {}, at: house.clock.now() }));
const deliver = (composers: Record<string, Composer>) => deliverDueMails(house, composers);
const rows = () => house.db.selectFrom('outbox').select(['topic', 'state', 'tries', 'failure']).orderBy('createdAt').execute();

test('a due mail leaves once, in the language of its reader', async () => {
  await enqueue('hello');
  expect(await deliver({ hello })).toMatchObject({ sent: 1 });
  expect(await deliver({ hello })).toMatchObject({ sent: 0 });
  expect(house.sent).toHaveLength(1);
  expect(house.sent[0]?.html).toContain('<html lang="ar" dir="rtl">');
});

test('words never become markup, nor a second header', async () => {
  await enqueue('hello');
  await deliver({ hello });
  expect(house.sent[0]?.html).toContain('&lt;b&gt;1 &lt; 2&lt;/b&gt;');
  expect(house.sent[0]?.subject).toBe('Hello Dossier de location');
});

test('a mail with nothing left to say is void', async () => {
  await enqueue('gone');
  expect(await deliver({ gone: async () => null })).toMatchObject({ void: 1 });
  expect(await rows()).toMatchObject([{ state: 'void' }]);
});

test('a mail that fails waits longer each time, is given up after eight tries and stays visible, without the address', async () => {
  const failing = { ...house, mailer: { send: () => Promise.reject(new Error('550 <ada@example.org> unknown')) } };
  await enqueue('hello');
  for (let tries = 1; tries < 8; tries += 1) {
    expect(await deliverDueMails(failing, { hello })).toMatchObject({ failed: 1 });
    house.pass(waitAfter(tries) - 1);
    expect(await deliverDueMails(failing, { hello })).toMatchObject({ failed: 0 });
    house.pass(1);
  }
  expect(await deliverDueMails(failing, { hello })).toMatchObject({ dead: 1 });
  expect(await rows()).toEqual([{ topic: 'hello', state: 'dead', tries: 8, failure: 'Error: 550 …@… unknown' }]);
});

test('one failing mail holds up no other', async () => {
  await enqueue('broken');
  await enqueue('hello');
  expect(await deliver({ hello })).toMatchObject({ sent: 1, failed: 1 });
});

test('a mail delivered again after a crash keeps its message id, and the development table shows it once', async () => {
  await enqueue('hello');
  await deliver({ hello });
  await house.db.updateTable('outbox').set({ state: 'waiting' }).execute();
  await deliver({ hello });
  expect(new Set(house.sent.map(({ messageId }) => messageId)).size).toBe(1);
  const mailer = devMailer(house);
  for (const mail of house.sent) await mailer.send(mail);
  expect(await house.db.selectFrom('devMail').select('recipient').execute()).toEqual([{ recipient: 'ada@example.org' }]);
});

test.each([
  [1, MINUTE_MS],
  [2, 5 * MINUTE_MS],
  [4, 125 * MINUTE_MS],
  [5, 625 * MINUTE_MS],
  [6, DAY_MS],
  [7, DAY_MS],
])('after %i failures a mail waits %i ms', (tries, wait) => {
  expect(waitAfter(tries)).toBe(wait);
  expect(wait).toBeLessThanOrEqual(24 * HOUR_MS);
});
