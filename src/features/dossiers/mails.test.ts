import { beforeEach, expect, test } from 'vitest';
import type { Id } from '#kernel/ids.ts';
import { enqueueMail } from '#store/outbox.repository.ts';
import { newMails } from '#testing/mail-reader.ts';
import { confirmedAccount } from '#testing/test-account.ts';
import { emptyDatabase } from '#testing/test-database.ts';
import { testHouse, type TestHouse } from '#testing/test-house.ts';
import { startDossier } from './start-dossier.ts';

let house: TestHouse;
let accountId: Id<'account'>;
let dossierId: Id<'dossier'>;
let personId: Id<'person'>;

beforeEach(async () => {
  await emptyDatabase();
  house = await testHouse();
  accountId = await confirmedAccount(house, 'ada@example.org');
  const started = await startDossier(house, { accountId });
  dossierId = started.ok ? started.value.dossierId : ('' as Id<'dossier'>);
  const person = await house.db.selectFrom('person').select('id').where('dossierId', '=', dossierId).executeTakeFirstOrThrow();
  personId = person.id;
});

async function mailsOf(topic: string): Promise<string[]> {
  const payload = { dossierId, personId, accountId };
  await house.transact((tx) => enqueueMail(tx, { id: house.ids.next(), topic, payload, at: house.clock.now() }));
  return (await newMails(house)).map(({ to, subject }) => `${to}: ${subject}`);
}
const setPerson = (status: 'to_correct' | 'verified') => house.db.updateTable('person').set({ status }).execute();
const setDossier = (status: 'verified' | 'to_correct') => house.db.updateTable('dossier').set({ status }).execute();

test('who sent the dossier is told that it arrived', async () => {
  expect(await mailsOf('dossier.submitted')).toEqual(['ada@example.org: Votre dossier est envoyé']);
});

test('a person is told that documents are to be corrected, unless they were meanwhile', async () => {
  await setPerson('to_correct');
  expect(await mailsOf('dossier.to_correct')).toEqual(['ada@example.org: Votre dossier est à corriger']);
  await setPerson('verified');
  expect(await mailsOf('dossier.to_correct')).toEqual([]);
});

test('a verified person is told of the whole dossier, or of their own part when others are waited for', async () => {
  await setPerson('verified');
  expect(await mailsOf('dossier.verified')).toEqual(['ada@example.org: Vos documents sont vérifiés']);
  await setDossier('verified');
  expect(await mailsOf('dossier.verified')).toEqual(['ada@example.org: Votre dossier est vérifié']);
});

test('all tenants are told, each once, that the dossier is no longer verified; not who only helps', async () => {
  const other = await confirmedAccount(house, 'eve@example.org');
  const helper = await confirmedAccount(house, 'helper@example.org');
  const person = { dossierId, role: 'tenant', position: 1, status: 'verified', statusSince: house.clock.now() } as const;
  const eve = house.ids.next<'person'>();
  await house.db
    .insertInto('person')
    .values({ id: eve, ...person, createdAt: house.clock.now() })
    .execute();
  const since = house.clock.now();
  await house.db
    .insertInto('access')
    .values([
      { personId: eve, accountId: other, basis: 'self', rights: ['see'], since },
      { personId, accountId: other, basis: 'spouse', rights: ['see'], since },
      { personId, accountId: helper, basis: 'helper', rights: ['see'], since },
    ])
    .execute();
  const mails = await mailsOf('dossier.status_lost');
  expect(mails.sort()).toEqual([
    'ada@example.org: Votre dossier n’est plus vérifié',
    'eve@example.org: Votre dossier n’est plus vérifié',
  ]);
  expect(new Set(house.sent.map(({ messageId }) => messageId)).size).toBe(house.sent.length);
  await setDossier('verified');
  expect(await mailsOf('dossier.status_lost')).toEqual([]);
});

test('mails about a dossier name no person and no document', async () => {
  await setPerson('to_correct');
  await mailsOf('dossier.to_correct');
  expect(house.sent.at(-1)?.text).toContain(`http://localhost:3000/dossiers/${dossierId}`);
});
