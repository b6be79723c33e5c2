import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { enqueueMail } from '#store/outbox.repository.ts';
import { LOCALES } from '#i18n/locales.ts';
import { confirmedAccount } from '#testing/test-account.ts';
import { emptyDatabase } from '#testing/test-database.ts';
import { newMails } from '#testing/mail-reader.ts';
import { testHouse, type TestHouse } from '#testing/test-house.ts';
import { sendLink } from '../accounts/mail-links.ts';
import { MAIL_TOPICS } from './topics.ts';

let house: TestHouse;

beforeEach(async () => {
  await emptyDatabase();
  house = await testHouse();
});

const LINKS = [
  ['confirm', 'account.confirm'],
  ['confirm', 'account.confirm_reminder'],
  ['reset', 'account.known_address'],
  ['sign_in', 'account.magic_link'],
  ['reset', 'account.reset'],
  ['change_email', 'account.email_change_new'],
  ['cancel_change', 'account.email_change_old'],
  ['reset', 'account.agent_invited'],
] as const;

test.each(LOCALES)('every mail of accounts can be read in %s', async (locale) => {
  const accountId = await confirmedAccount(house, 'ada@example.org');
  await house.db.updateTable('account').set({ locale }).execute();
  for (const [purpose, topic] of LINKS) {
    await house.transact((tx) => sendLink(tx, house, { accountId, purpose, topic }));
    const [mail] = await newMails(house);
    expect(mail?.text, topic).toMatch(/http:\/\/localhost:3000\/\S+[A-Za-z0-9_-]{43}\n/);
    expect(mail?.subject, topic).not.toMatch(/[{}]|mails\./);
    expect(mail?.text, topic).not.toMatch(/[{}]|mails\./);
  }
  for (const topic of ['account.password_changed', 'account.new_device']) {
    const payload = { accountId, at: house.clock.now().toISOString(), device: 'Firefox, Android' };
    await house.transact((tx) => enqueueMail(tx, { id: house.ids.next(), topic, payload, at: house.clock.now() }));
    expect((await newMails(house))[0]?.text, topic).toContain('http://localhost:3000/');
  }
});

test('every topic that some act puts in the outbox has a composer', async () => {
  const features = path.join(import.meta.dirname, '..');
  const names = (await readdir(features, { recursive: true })).filter((name) => /(?<!\.test)\.ts$/.test(name));
  const texts = await Promise.all(names.map((name) => readFile(path.join(features, name), 'utf8')));
  const topics = texts.flatMap((text) => [...text.matchAll(/topic: '([a-z_.]+)'/g)].map((match) => match[1] ?? ''));
  expect(topics.length).toBeGreaterThan(10);
  expect(topics.filter((topic) => !(topic in MAIL_TOPICS))).toEqual([]);
});
