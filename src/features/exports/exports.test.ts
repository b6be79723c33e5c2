import { promisify } from 'node:util';
import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { fromBuffer, type Entry, type ZipFile } from 'yauzl';
import { parseMasterKeys } from '#adapters/master-keys.ts';
import { vault } from '#adapters/vault.ts';
import { DAY_MS } from '#kernel/clock.ts';
import type { Id } from '#kernel/ids.ts';
import { sweepDue } from '#features/retention/sweep.ts';
import type { House } from '#features/house.ts';
import { givenMember, givenOther, givenPiece, type Member } from '#testing/given-people.ts';
import { LOCALES } from '#i18n/locales.ts';
import { translator } from '#i18n/translate.ts';
import { newMails } from '#testing/mail-reader.ts';
import { memoryBlobs } from '#testing/memory-blobs.ts';
import { GOOD_PASSWORD } from '#testing/test-account.ts';
import { emptyDatabase } from '#testing/test-database.ts';
import { testHouse, type TestHouse } from '#testing/test-house.ts';
import { prepareExport } from './prepare-export.ts';
import { openExport, readExport } from './read-exports.ts';
import { requestExport } from './request-export.ts';

let house: TestHouse & Pick<House, 'vault'>;
let ana: Member;
let bo: Member;

beforeEach(async () => {
  await emptyDatabase();
  const keys = parseMasterKeys(`1:${Buffer.alloc(32, 3).toString('base64')}`);
  house = { ...(await testHouse()), vault: vault(keys, memoryBlobs()) };
  ana = await givenMember(house, 'ana@example.org');
  bo = await givenOther(house, ana, 'flatshare', 'bo@example.org');
  await house.db.updateTable('person').set({ firstNames: 'Zéphyrine' }).where('id', '=', ana.personId).execute();
  await house.db.updateTable('person').set({ firstNames: 'Barnabé' }).where('id', '=', bo.personId).execute();
  await givenFile(ana, 'ma-carte.pdf', 'octets de Zéphyrine');
  await givenFile(bo, 'sa-carte.pdf', 'octets de Barnabé');
  await newMails(house);
});

async function givenFile(who: Member, name: string, content: string): Promise<void> {
  const pieceId = await givenPiece(house, who.personId);
  const { id } = await house.db.selectFrom('file').select('id').where('pieceId', '=', pieceId).executeTakeFirstOrThrow();
  const [wrappedKey, address] = [house.vault.newKey(id), house.vault.newAddress()];
  const bytes = (async function* () {
    yield Buffer.from(content);
  })();
  await house.vault.seal(wrappedKey, { fileId: id, address, role: 'original' }, bytes);
  const nameSealed = house.vault.sealText(wrappedKey, id, 'name', name);
  await house.db.updateTable('file').set({ wrappedKey, originalAddress: address, nameSealed }).where('id', '=', id).execute();
}

async function ask(password = GOOD_PASSWORD) {
  const sessionId = house.ids.next<'session'>();
  return requestExport(house, { accountId: ana.accountId, sessionId, password });
}

async function prepare(): Promise<void> {
  const copy = await readExport(house, { accountId: ana.accountId });
  await prepareExport(house, { exportId: copy?.id ?? '' }, { last: true });
}

/** Files of the archive that an account can download, by name. */
async function archiveOf(accountId: Id<'account'>): Promise<ReadonlyMap<string, string>> {
  const opened = await openExport(house, { accountId });
  if (!opened.ok) throw new Error(opened.error);
  const chunks: Uint8Array[] = [];
  for await (const chunk of opened.value.bytes) chunks.push(chunk);
  expect(Buffer.concat(chunks)).toHaveLength(opened.value.size);
  const zip = await promisify<Buffer, { lazyEntries: boolean }, ZipFile>(fromBuffer)(Buffer.concat(chunks), {
    lazyEntries: true,
  });
  const found = new Map<string, string>();
  for await (const entry of zip.eachEntry() as AsyncIterable<Entry>) {
    const parts: Buffer[] = [];
    for await (const part of await zip.openReadStreamPromise(entry)) parts.push(part as Buffer);
    found.set(entry.fileName, Buffer.concat(parts).toString('utf8'));
  }
  return found;
}

test('the copy holds answers and originals of the person, and nothing about the flatmate', async () => {
  expect(await ask()).toMatchObject({ ok: true });
  await prepare();
  expect((await newMails(house)).map((mail) => mail.subject)).toEqual(['La copie de vos données est prête']);
  const files = await archiveOf(ana.accountId);
  const names = [...files.keys()];
  expect(names.slice(0, 5)).toEqual(['LISEZMOI.txt', 'compte.json', 'personnes.json', 'liens.json', 'evenements.json']);
  const original = names.find((name) => name.endsWith('-ma-carte.pdf')) ?? '';
  expect(files.get(original)).toBe('octets de Zéphyrine');
  const all = [...files].flat().join('\n');
  expect(all).toContain('ana@example.org');
  expect(all).toContain('mes parents');
  for (const word of ['Barnabé', 'sa-carte.pdf', bo.personId, bo.accountId]) expect(all).not.toContain(word);
});

test.each(LOCALES)('the archive explains itself in %s: every file of it is named in its readme', async (locale) => {
  await house.db.updateTable('account').set({ locale }).where('id', '=', ana.accountId).execute();
  await ask();
  await prepare();
  const files = await archiveOf(ana.accountId);
  const readme = files.get('LISEZMOI.txt') ?? '';
  const t = translator(locale);
  expect(readme).toContain(t('data.readme_title'));
  expect(readme).toContain(t('data.others'));
  expect(readme).not.toMatch(/[{}]|data\.[a-z_]+/);
  for (const name of files.keys())
    if (name !== 'LISEZMOI.txt') expect(readme, name).toContain(name.includes('/') ? `${name.split('/')[0] ?? ''}/` : name);
});

test('a wrong password starts nothing; asking twice prepares one', async () => {
  expect(await ask('autre-chose-12')).toMatchObject({ ok: false });
  expect(await readExport(house, { accountId: ana.accountId })).toBeNull();
  await ask();
  await ask();
  expect(await house.db.selectFrom('dataExport').select('id').execute()).toHaveLength(1);
});

test('a copy is its owner’s alone, and is erased after seven days', async () => {
  await ask();
  await prepare();
  expect(await openExport(house, { accountId: bo.accountId })).toMatchObject({ ok: false });
  house.pass(7 * DAY_MS);
  expect(await openExport(house, { accountId: ana.accountId })).toMatchObject({ ok: false });
  await sweepDue(house);
  expect(await house.db.selectFrom('dataExport').select('id').execute()).toEqual([]);
  expect(await house.db.selectFrom('blobToErase').select('address').execute()).toHaveLength(1);
});

/** Tables that name an account, a person or one of their pieces, and are in the copy. */
const HELD = [
  ...[
    'access',
    'account_code',
    'account_role',
    'consent',
    'copy',
    'data_export',
    'decision',
    'event',
    'examination',
    'explanation',
  ],
  ...['file', 'finding', 'invitation', 'mail_token', 'passkey', 'piece', 'piece_revision', 'session', 'visit'],
];
/** Tables that do too and hold no information about the person: agents' work and keyed hashes. */
const OF_AGENTS = ['access_log', 'decision_draft', 'duplicate_alert', 'lease', 'page_seen'];

test('every table that names an account, a person or a piece is in the copy, or is known to hold nothing about them', async () => {
  const { rows } = await sql<{ name: string }>`
    select distinct table_name as name from information_schema.columns
      where table_schema = 'public' and column_name in ('account_id', 'person_id', 'piece_id')`.execute(house.db);
  expect(rows.map((row) => row.name).sort()).toEqual([...HELD, ...OF_AGENTS].sort());
});
