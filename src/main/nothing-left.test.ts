/**
 * Follows one person from their first page to the end of the grace of their deletion, and then looks for them everywhere that something
 * can stay: rows, payloads of jobs, stored bytes, lines of the log, the journal of erasures.
 */
import { Writable } from 'node:stream';
import { sql } from 'kysely';
import { pino } from 'pino';
import { beforeAll, expect, test } from 'vitest';
import { DAY_MS } from '#kernel/clock.ts';
import { eraseDueBlobs } from '#features/erasure/erase-due-blobs.ts';
import { journalReceipts } from '#features/erasure/api.ts';
import { readLinks } from '#features/links/read-links.ts';
import { deleteDueAccounts } from '#features/retention/request-deletion.ts';
import { sweepDue } from '#features/retention/sweep.ts';
import type { App } from '#http/app.ts';
import { SPECIMEN_PEOPLE } from '#specimens/people.ts';
import { devMailer } from '#store/dev-mail.mailer.ts';
import { landlordAt } from '#testing/full-site.ts';
import { fullHouse, type FullHouse } from '#testing/full-house.ts';
import { fillPart } from '#testing/household-site.ts';
import { newMails } from '#testing/mail-reader.ts';
import { GOOD_PASSWORD } from '#testing/test-account.ts';
import { emptyDatabase } from '#testing/test-database.ts';
import { Browser, TEST_FORM_SECRET, testServer, type Answer } from '#testing/test-site.ts';
import { doorsOf } from './doors.ts';

const START_MS = 240_000;
const EMAIL = 'zenobie.martinpecheur@tenants.test';
const LANDLORD = 'colvert@landlords.test';
const FILE = 'Scan Héron Cendré.pdf';
/** What names the person; the landlord's address reached the service by their dossier alone, so it goes with it. */
const CANARIES = ['Zénobie', 'Martinpêcheur', EMAIL, 'martinpecheur', FILE, 'Héron', LANDLORD];
/** Tables that keep a word of the person for a time after the deletion: mails that left, on an instance without mail server, 30 days. */
const MAILS_THAT_LEFT = ['dev_mail'];

/** Every way in which a word may be written down. */
const spellings = (word: string): string[] =>
  [word, word.toLowerCase(), word.toUpperCase()].flatMap((one) => [
    one,
    one.normalize('NFD'),
    encodeURIComponent(one),
    encodeURIComponent(one).toLowerCase(),
    encodeURIComponent(one).replaceAll('%20', '+'),
    Buffer.from(one).toString('base64').slice(0, -4),
    Buffer.from(one).toString('hex'),
    JSON.stringify(one).slice(1, -1),
  ]);
const SPELLINGS = [...new Set(CANARIES.flatMap(spellings))];
const named = (text: string) => SPELLINGS.filter((one) => text.includes(one));

let house: FullHouse;
let app: App;
let log = '';
const payloads: string[] = [];
/** What was found while the person was there: the search can find. */
let before: readonly string[];
let storedBefore: number;
let soon: readonly string[];

/** Tables with a row that holds a word of the person, as text; bytes are written in hexadecimal, which the spellings hold. */
async function tablesNaming(): Promise<string[]> {
  const { rows: tables } = await sql<{ schema: string; name: string }>`
    select schemaname as schema, tablename as name from pg_tables
    where schemaname not in ('pg_catalog', 'information_schema')`.execute(house.db);
  expect(tables.length).toBeGreaterThan(40);
  const found = new Set<string>();
  for (const { schema, name } of tables) {
    const { rows } = await sql<{ text: string }>`select t::text as text from ${sql.table(`${schema}.${name}`)} t`.execute(
      house.db,
    );
    for (const { text } of rows) if (named(text).length > 0) found.add(name);
  }
  return [...found].toSorted();
}

const went = (answer: Answer): Answer => {
  if (answer.status >= 400) throw new Error(`${answer.status}: ${answer.body}`);
  return answer;
};

beforeAll(async () => {
  await emptyDatabase();
  const made = await fullHouse();
  const kept = devMailer(made);
  house = {
    ...made,
    mailer: { send: async (mail) => (await made.mailer.send(mail), kept.send(mail)) },
    jobs: { send: async (tx, name, payload) => (payloads.push(JSON.stringify(payload)), made.jobs.send(tx, name, payload)) },
  };
  const lines = new Writable({ write: (chunk, _encoding, done) => ((log += String(chunk)), done()) });
  app = testServer(house, doorsOf(house, { formSecret: TEST_FORM_SECRET }), {}, pino({ level: 'trace' }, lines));

  const browser = new Browser(app);
  const post = async (path: string, fields: Readonly<Record<string, string>> = {}) => went(await browser.post(path, fields));
  await browser.get('/inscription');
  await post('/inscription', { email: EMAIL, password: GOOD_PASSWORD, terms: 'on' });
  const confirm = (await newMails(house)).map(({ text }) => /\/inscription\/confirmer\/\S+/.exec(text)?.[0]).find(Boolean) ?? '';
  await browser.get(confirm);
  await post(confirm);
  const dossier = (await browser.get('/dossier')).location ?? '';
  const person = await house.db
    .selectFrom('person')
    .innerJoin('access', 'access.personId', 'person.id')
    .select(['person.id as personId', 'dossierId', 'accountId'])
    .executeTakeFirstOrThrow();
  await browser.get(`${dossier}/${person.personId}/etat-civil`);
  const names = { firstNames: 'Zénobie', birthName: 'Martinpêcheur', postcode: '' };
  const who = { ...SPECIMEN_PEOPLE[0], firstNames: names.firstNames, lastName: names.birthName };
  await fillPart(house, person, who, 1987, FILE);
  await post(`${dossier}/${person.personId}/etat-civil`, names);
  await browser.get(`${dossier}/${person.personId}/garants`);
  await post(`${dossier}/${person.personId}/garants`, { answer: 'none' });
  await browser.get(`${dossier}/envoyer`);
  await post(`${dossier}/envoyer`, { message: 'Zénobie cherche un nid', sworn: 'on' });
  await browser.get(`${dossier}/liens/nouveau`);
  await post(`${dossier}/liens/nouveau`, {
    title: 'Nid de Martinpêcheur',
    days: '30',
    door: 'any_address',
    copies: 'on',
    acknowledged: 'on',
  });
  const [link] = await readLinks(house, person.dossierId);
  const url = new URL(link?.url ?? '').pathname;
  const landlord = await landlordAt({ house, app }, url, LANDLORD);
  expect((await landlord.get(url)).body).toContain('Zénobie');
  await landlord.get(`${url}/dossier.pdf`);
  await browser.get('/compte/donnees');
  await post('/compte/donnees', { password: GOOD_PASSWORD });
  await house.work();
  await newMails(house);
  expect((await browser.get('/compte/donnees/copie.zip')).status).toBe(200);
  // What people mistype lands in addresses too.
  await browser.get(`/aide?recherche=${encodeURIComponent('Zénobie Martinpêcheur')}`);

  before = await tablesNaming();
  storedBefore = house.blobs.held.size;
  await browser.get('/compte/supprimer');
  await post('/compte/supprimer', { password: GOOD_PASSWORD });
  await newMails(house);
  house.pass(7 * DAY_MS);
  expect(await deleteDueAccounts(house)).toBe(1);
  await newMails(house);
  await eraseDueBlobs(house);
  await journalReceipts(house);
  await sweepDue(house);
  soon = await tablesNaming();
}, START_MS);

test('while they were there, the search found the person in rows, and their files were stored', () => {
  expect(before).toEqual(expect.arrayContaining(['account', 'person', 'link', 'visit', 'dev_mail']));
  expect(storedBefore).toBeGreaterThan(3);
});

test('after the grace, no table names them but the mails that left; after 30 days, those neither', async () => {
  expect(soon).toEqual(MAILS_THAT_LEFT);
  house.pass(31 * DAY_MS);
  await sweepDue(house);
  expect(await tablesNaming()).toEqual([]);
});

test('no stored bytes are left', () => {
  expect([...house.blobs.held.keys()]).toEqual([]);
});

test('no job carried a word of theirs', () => {
  expect(payloads.length).toBeGreaterThan(2);
  expect(payloads.flatMap(named)).toEqual([]);
});

test('no line of the log, however talkative, holds a word of theirs', () => {
  expect(log.split('\n').length).toBeGreaterThan(20);
  expect(log.split('\n').filter((line) => named(line).length > 0)).toEqual([]);
});

test('the journal of erasures tells of the erasure, and holds no word of theirs', () => {
  expect(house.journaled.map(({ kind }) => kind)).toContain('account');
  expect(named(JSON.stringify(house.journaled))).toEqual([]);
});
