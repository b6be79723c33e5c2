import { beforeEach, expect, test } from 'vitest';
import { isOptionalMail, MAIL_FAMILIES, OPTIONAL_MAILS } from '#domain/accounts/mail-kinds.ts';
import { MAIL_TOPICS } from '#features/mailing/topics.ts';
import { startDossier } from '#features/dossiers/start-dossier.ts';
import type { Id } from '#kernel/ids.ts';
import type { OutgoingMail } from '#ports/mailer.ts';
import { enqueueMail } from '#store/outbox.repository.ts';
import { newMails } from '#testing/mail-reader.ts';
import { confirmedAccount } from '#testing/test-account.ts';
import { emptyDatabase } from '#testing/test-database.ts';
import { testHouse, type TestHouse } from '#testing/test-house.ts';
import { readMailChoices, readStop, saveMailChoices, stopMail } from './mail-choices.ts';

let house: TestHouse;
let accountId: Id<'account'>;
let dossierId: Id<'dossier'>;

beforeEach(async () => {
  await emptyDatabase();
  house = await testHouse();
  accountId = await confirmedAccount(house, 'ada@example.org');
  const started = await startDossier(house, { accountId });
  dossierId = started.ok ? started.value.dossierId : ('' as Id<'dossier'>);
});

const enqueue = (topic: string) =>
  house.transact((tx) =>
    enqueueMail(tx, { id: house.ids.next(), topic, payload: { dossierId, accountId }, at: house.clock.now() }),
  );
const mailOf = async (topic: string): Promise<OutgoingMail | undefined> => {
  await enqueue(topic);
  return (await newMails(house))[0];
};
const tokenIn = (mail: OutgoingMail | undefined) => mail?.unsubscribe?.split('/').at(-1) ?? '';

test('every kind of mail that exists can be turned off, or is explained, or answers somebody’s own act', () => {
  for (const topic of Object.keys(MAIL_TOPICS)) expect(MAIL_FAMILIES, topic).toHaveProperty(topic.split('.')[0] ?? '');
  for (const topic of OPTIONAL_MAILS) expect(MAIL_TOPICS, topic).toHaveProperty([topic]);
});

test('everything comes until a person says otherwise', async () => {
  expect(await readMailChoices(house, { accountId })).toEqual({ 'dossier.unfinished': true, 'link.opened': true });
  expect(await mailOf('dossier.unfinished')).toBeDefined();
});

test('a mail turned off does not leave, even when it was written before; the others do', async () => {
  await enqueue('dossier.unfinished');
  await saveMailChoices(house, { accountId, wanted: ['link.opened'] });
  expect(await newMails(house)).toEqual([]);
  expect(await house.db.selectFrom('outbox').select('state').where('topic', '=', 'dossier.unfinished').execute()).toEqual([
    { state: 'void' },
  ]);
  expect(await mailOf('dossier.submitted')).toBeDefined();
  await saveMailChoices(house, { accountId, wanted: OPTIONAL_MAILS });
  expect(await mailOf('dossier.unfinished')).toBeDefined();
});

test('an optional mail carries the address that ends it, in its header and its text; a mail of the service carries none', async () => {
  const reminder = await mailOf('dossier.unfinished');
  expect(reminder?.unsubscribe).toMatch(/^http:\/\/localhost:3000\/ne-plus-recevoir\/[A-Za-z0-9_-]+$/);
  expect(reminder?.text).toContain(reminder?.unsubscribe);
  expect(reminder?.html).toContain(reminder?.unsubscribe);
  const submitted = await mailOf('dossier.submitted');
  expect(submitted?.unsubscribe).toBeUndefined();
  expect(submitted?.text).not.toContain('ne-plus-recevoir');
});

test('the address of a mail ends that kind for its reader only, as often as it is pressed', async () => {
  const other = await confirmedAccount(house, 'eve@example.org');
  const token = tokenIn(await mailOf('dossier.unfinished'));
  for (let times = 0; times < 3; times += 1)
    expect(await stopMail(house, { token })).toEqual({ ok: true, value: 'dossier.unfinished' });
  expect(await readMailChoices(house, { accountId })).toEqual({ 'dossier.unfinished': false, 'link.opened': true });
  expect(await readMailChoices(house, { accountId: other })).toEqual({ 'dossier.unfinished': true, 'link.opened': true });
});

test('reading what an address would end changes nothing', async () => {
  const token = tokenIn(await mailOf('dossier.unfinished'));
  for (let times = 0; times < 10; times += 1) expect(await readStop(house, { token })).toMatchObject({ accountId });
  expect(await readMailChoices(house, { accountId })).toMatchObject({ 'dossier.unfinished': true });
});

test.each(['', 'x', 'x'.repeat(43), Buffer.from('v1:aaaa:bbbb').toString('base64url')])(
  'a made-up token ends nothing (%j)',
  async (token) => {
    expect(await stopMail(house, { token })).toEqual({ ok: false, error: 'not_found' });
  },
);

test('a mail of the service can never be turned off, not even by a row that says so', async () => {
  await house.db
    .updateTable('account')
    .set({ mutedMails: Object.keys(MAIL_TOPICS) })
    .execute();
  expect(isOptionalMail('dossier.submitted')).toBe(false);
  expect(await mailOf('dossier.submitted')).toBeDefined();
});
