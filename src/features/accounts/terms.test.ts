import { beforeEach, expect, test } from 'vitest';
import { TERMS, type TermsVersion } from '#domain/accounts/terms.ts';
import type { CivilDate } from '#kernel/civil-date.ts';
import { DAY_MS } from '#kernel/clock.ts';
import type { Id } from '#kernel/ids.ts';
import { LOCALES } from '#i18n/locales.ts';
import { newMails } from '#testing/mail-reader.ts';
import { confirmedAccount } from '#testing/test-account.ts';
import { emptyDatabase } from '#testing/test-database.ts';
import { testHouse, type TestHouse } from '#testing/test-house.ts';
import { acceptTerms } from './accept-terms.ts';
import { tellOfTerms } from './tell-of-terms.ts';

/** The terms change on 20 December, in substance; the spelling of one article had been mended on 1 December. */
const [FIRST] = TERMS;
const version = (id: string, from: string, substance: boolean): TermsVersion => ({
  id,
  from: from as CivilDate,
  substance,
  articles: ['object', 'law'],
  sha256: '',
});
const VERSIONS = [FIRST, version('2026-12-01', '2026-12-01', false), version('2026-12', '2026-12-20', true)].filter(
  (one): one is TermsVersion => one !== undefined,
);

let house: TestHouse;
let ada: Id<'account'>;

beforeEach(async () => {
  await emptyDatabase();
  const plain = await testHouse('2026-11-23T09:00:00Z');
  house = { ...plain, settings: { ...plain.settings, terms: VERSIONS } };
  ada = await confirmedAccount(house, 'ada@example.org');
  await newMails(house);
});

const days = (count: number) => house.pass(count * DAY_MS);
const told = async () => {
  await tellOfTerms(house);
  return (await newMails(house)).filter(({ subject }) => subject.includes('conditions')).map(({ to }) => to);
};
const accepted = () =>
  house.db.selectFrom('account').select(['termsVersion', 'termsAcceptedAt']).where('id', '=', ada).executeTakeFirstOrThrow();

test('a change of substance is told fifteen days before, once to each account, and not a day earlier', async () => {
  await confirmedAccount(house, 'eve@example.org');
  await newMails(house);
  days(11);
  expect(await told()).toEqual([]);
  days(1);
  expect((await told()).toSorted()).toEqual(['ada@example.org', 'eve@example.org']);
  for (let day = 0; day < 30; day += 1) {
    days(1);
    expect(await told()).toEqual([]);
  }
});

test('a mended spelling is told to nobody', async () => {
  days(9);
  expect(await told()).toEqual([]);
});

test('an outage of days delays the mail and never doubles it, not even when it stopped half-way', async () => {
  days(16);
  await house.transact((tx) =>
    tx
      .insertInto('noticeSent')
      .values({ subjectId: ada, kind: 'terms.changed', about: new Date('2026-12-20T00:00:00Z'), sentAt: house.clock.now() })
      .execute(),
  );
  const eve = await confirmedAccount(house, 'eve@example.org');
  await house.db
    .updateTable('account')
    .set({ termsVersion: FIRST?.id ?? '' })
    .where('id', '=', eve)
    .execute();
  await newMails(house);
  expect(await told()).toEqual(['eve@example.org']);
  expect(await told()).toEqual([]);
});

test('who signed up after the announcement is told too; who signed up under the new terms is not; who leaves is not', async () => {
  days(20);
  expect(await told()).toEqual(['ada@example.org']);
  await confirmedAccount(house, 'late@example.org');
  const leaving = await confirmedAccount(house, 'leaving@example.org');
  await house.db.updateTable('account').set({ deletionDueAt: house.clock.now() }).where('id', '=', leaving).execute();
  await newMails(house);
  expect(await told()).toEqual(['late@example.org']);
  days(10);
  await confirmedAccount(house, 'new@example.org');
  await newMails(house);
  expect(await told()).toEqual([]);
});

test('several hundred accounts are told in one turn, each once', async () => {
  const now = house.clock.now();
  const rows = Array.from({ length: 450 }, (_, index) => ({
    id: house.ids.next<'account'>(),
    email: `person${index}@example.org`,
    locale: 'fr',
    termsVersion: FIRST?.id ?? '',
    termsAcceptedAt: now,
    lastContactAt: now,
    createdAt: now,
  }));
  await house.db.insertInto('account').values(rows).execute();
  days(13);
  expect(await tellOfTerms(house)).toBe(451);
  expect(await tellOfTerms(house)).toBe(0);
});

test('accepting keeps the version and the moment, and what was accepted before stays as proof', async () => {
  const before = await accepted();
  expect(before.termsVersion).toBe('2026-11');
  days(28);
  await acceptTerms(house, { accountId: ada });
  await acceptTerms(house, { accountId: ada });
  expect(await accepted()).toEqual({ termsVersion: '2026-12', termsAcceptedAt: house.clock.now() });
  const events = await house.db.selectFrom('event').select('data').where('type', '=', 'terms.accepted').execute();
  expect(events).toEqual([{ data: { version: '2026-12', former: '2026-11', formerAt: before.termsAcceptedAt.toISOString() } }]);
});

test('a mail that waited is not sent any more to who accepted meanwhile', async () => {
  days(28);
  await tellOfTerms(house);
  await acceptTerms(house, { accountId: ada });
  expect(await newMails(house)).toEqual([]);
});

test.each(LOCALES)('the mail can be read in %s, names the day and leads to the new text', async (locale) => {
  await house.db.updateTable('account').set({ locale }).execute();
  days(13);
  await tellOfTerms(house);
  const [mail] = await newMails(house);
  expect(mail?.text).toContain('http://localhost:3000/cgu/versions/2026-12-20');
  expect(`${mail?.subject} ${mail?.text}`).toContain('2026');
  expect(`${mail?.subject} ${mail?.text}`).not.toMatch(/[{}]|terms\./);
  expect(mail?.unsubscribe).toBeUndefined();
});
