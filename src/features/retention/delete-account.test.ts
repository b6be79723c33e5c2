import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { DAY_MS } from '#kernel/clock.ts';
import type { Id } from '#kernel/ids.ts';
import type { Email } from '#domain/accounts/email.ts';
import { journalReceipts } from '#features/erasure/api.ts';
import { inviteFlatmate } from '#features/household/add-tenant.ts';
import { eraseSetAside } from '#features/household/set-aside.ts';
import { loadHousehold } from '#features/household/api.ts';
import { devMailer } from '#store/dev-mail.mailer.ts';
import type { JournalLine } from '#ports/erasure-journal.ts';
import { givenMember, givenOther, givenPiece, type Member } from '#testing/given-people.ts';
import { newMails } from '#testing/mail-reader.ts';
import { GOOD_PASSWORD } from '#testing/test-account.ts';
import { emptyDatabase } from '#testing/test-database.ts';
import { testHouse, type TestHouse } from '#testing/test-house.ts';
import { deleteAccount } from './delete-account.ts';
import { archivePeople } from './archive-people.ts';
import { replayErasures } from './replay-erasures.ts';
import { cancelDeletion, deleteDueAccounts, requestDeletion } from './request-deletion.ts';
import { sweepDue } from './sweep.ts';

const ANA = 'ana.quatrebarbes@example.org';
let house: TestHouse;
let ana: Member;
let bo: Member;
let cy: Member;

beforeEach(async () => {
  await emptyDatabase();
  const made = await testHouse();
  // Mails are kept in the table of development too, as on an instance without mail server.
  const kept = devMailer(made);
  house = {
    ...made,
    mailer: { send: async (mail) => (await made.mailer.send(mail), kept.send(mail)) },
  };
  ana = await givenMember(house, ANA);
  bo = await givenOther(house, ana, 'flatshare', 'bo@example.org');
  cy = await givenOther(house, ana, 'flatshare', 'cy@example.org');
  for (const one of [ana, bo, cy]) await givenPiece(house, one.personId);
  const names = { firstNames: 'Zéphyrine', birthName: 'Quatrebarbes', contactEmail: ANA };
  await house.db.updateTable('person').set(names).where('id', '=', ana.personId).execute();
  await newMails(house);
});

const sessionOf = async (who: Member) => {
  const id = house.ids.next<'session'>();
  const now = house.clock.now();
  await house.db
    .insertInto('session')
    .values({
      id,
      tokenHash: Buffer.from(id),
      accountId: who.accountId,
      kind: 'member',
      remember: false,
      device: 'Firefox',
      network: '192.0.2.0/24',
      createdAt: now,
      seenAt: now,
      expiresAt: new Date(now.getTime() + DAY_MS),
    })
    .execute();
  return id;
};
const ask = async (who: Member, atOnce: boolean, password = GOOD_PASSWORD) =>
  requestDeletion(house, { accountId: who.accountId, sessionId: await sessionOf(who), password, email: '', atOnce });
const accounts = async () => (await house.db.selectFrom('account').select('id').orderBy('id').execute()).map((row) => row.id);

/** A link with everything that could name its maker, opened by somebody, copied and destroyed. */
async function givenLink(who: Member): Promise<Id<'link'>> {
  const id = house.ids.next<'link'>();
  const now = house.clock.now();
  await house.db
    .insertInto('link')
    .values({
      id,
      dossierId: who.dossierId,
      madeBy: who.accountId,
      kind: 'url',
      scope: 'full',
      title: 'Zéphyrine pour l’agence',
      door: 'none',
      tokenHash: Buffer.from(id),
      tokenSealed: 'sealed',
      copiesAllowed: true,
      message: 'Je suis Zéphyrine Quatrebarbes',
      expiresAt: new Date(now.getTime() + 30 * DAY_MS),
      createdAt: now,
    })
    .execute();
  await house.db
    .insertInto('copy')
    .values({
      id: house.ids.next(),
      dossierId: who.dossierId,
      linkId: id,
      kind: 'dossier',
      recipient: 'Agence',
      contentRev: 1,
      day: '2026-11-23',
      locale: 'fr',
      traceCode: 'ABC',
      state: 'ready',
      address: 'copy/1',
      wrappedKey: 'key',
      keyVersion: 1,
      issued: JSON.stringify({ verified: true, names: ['Zéphyrine Q.'] }),
      requestedAt: now,
    })
    .execute();
  return id;
}

/** Every row of every table, as text, that holds one of the words. */
async function rowsNaming(words: readonly string[]): Promise<string[]> {
  const { rows: tables } = await sql<{ name: string }>`
    select quote_ident(tablename) as name from pg_tables where schemaname = 'public'`.execute(house.db);
  expect(tables.length).toBeGreaterThan(40);
  const found: string[] = [];
  for (const { name } of tables) {
    const { rows } = await sql<{ text: string }>`select t::text as text from ${sql.raw(name)} t`.execute(house.db);
    for (const { text } of rows)
      if (words.some((word) => text.toLowerCase().includes(word.toLowerCase()))) found.push(`${name}: ${text}`);
  }
  return found;
}

test('the lead of three deletes their account: no row of any table names them; two accounts and their pieces remain, one leads, kind stays', async () => {
  await givenLink(ana);
  await house.db.updateTable('dossier').set({ message: 'Zéphyrine', messageBy: ana.accountId }).execute();
  await inviteFlatmate(house, { accountId: ana.accountId, dossierId: ana.dossierId, email: 'dee@example.org' as Email });
  await newMails(house);
  expect(await rowsNaming(['zéphyrine', 'quatrebarbes'])).not.toEqual([]);

  expect(await ask(ana, true)).toMatchObject({ ok: true, value: 'deleted' });
  await newMails(house);
  expect(house.sent.at(-1)).toMatchObject({ to: ANA, subject: 'Votre compte est supprimé' });
  await house.db.deleteFrom('devMail').where('recipient', '=', ANA).execute();
  await sweepDue(house);

  expect(await rowsNaming(['zéphyrine', 'quatrebarbes'])).toEqual([]);
  const after = await loadHousehold(house.db, ana.dossierId);
  expect(after).toMatchObject({ kind: 'flatshare', leadId: bo.personId });
  expect(after?.tenants.map((tenant) => tenant.accountId)).toEqual([bo.accountId, cy.accountId]);
  expect(await house.db.selectFrom('piece').select('personId').orderBy('personId').execute()).toEqual(
    [bo.personId, cy.personId].sort().map((personId) => ({ personId })),
  );
});

test('the receipt, and the journal outside the database, hold hashes, kinds and dates', async () => {
  await ask(ana, true);
  await journalReceipts(house);
  expect(await journalReceipts(house)).toBe(0);
  expect(house.journaled.map((line) => line.kind).sort()).toEqual(['account', 'person']);
  expect(JSON.stringify(house.journaled)).not.toContain(ana.accountId);
  const receipts = await house.db.selectFrom('erasureReceipt').select(['kind', 'subjectHash']).execute();
  expect(receipts.map((row) => Buffer.from(row.subjectHash).toString('hex')).sort()).toEqual(
    house.journaled.map((line) => line.subject).sort(),
  );
});

test('seven days pass before the data go; links stop at once; signing in offers to undo', async () => {
  const link = await givenLink(ana);
  expect(await ask(ana, false)).toMatchObject({ ok: true, value: 'waiting' });
  expect((await newMails(house)).map((mail) => mail.subject)).toEqual(['Votre compte sera supprimé le 30 novembre 2026']);
  const ended = await house.db.selectFrom('link').select('revokedAt').where('id', '=', link).executeTakeFirst();
  expect(ended?.revokedAt).not.toBeNull();
  house.pass(6 * DAY_MS);
  expect(await deleteDueAccounts(house)).toBe(0);
  house.pass(DAY_MS);
  expect(await deleteDueAccounts(house)).toBe(1);
  expect(await accounts()).toEqual([bo.accountId, cy.accountId].sort());
});

test('a deletion that is undone deletes nothing', async () => {
  await ask(ana, false);
  expect(await cancelDeletion(house, { accountId: ana.accountId })).toMatchObject({ ok: true });
  house.pass(8 * DAY_MS);
  expect(await deleteDueAccounts(house)).toBe(0);
  expect(await accounts()).toHaveLength(3);
});

test('a wrong password deletes nothing', async () => {
  expect(await ask(ana, true, 'autre-chose-12')).toMatchObject({ ok: false, error: { reason: 'proof.wrong' } });
  expect(await accounts()).toHaveLength(3);
});

test('the lead of a couple leaves, and the other goes on alone as the lead', async () => {
  const dee = await givenMember(house, 'dee@example.org');
  const eve = await givenOther(house, dee, 'couple', 'eve@example.org');
  await ask(dee, true);
  expect(await loadHousehold(house.db, dee.dossierId)).toMatchObject({ kind: 'alone', leadId: eve.personId });
});

test('the last tenant of a dossier takes it along: no dossier is left behind', async () => {
  const dee = await givenMember(house, 'dee@example.org');
  await givenPiece(house, dee.personId);
  await ask(dee, true);
  expect(await house.db.selectFrom('dossier').select('id').where('id', '=', dee.dossierId).execute()).toEqual([]);
});

test('after a restore, who was erased since the backup is erased again, others are not, and twice is once', async () => {
  let journal = '';
  class Restored extends Error {}
  // What a restored backup is: the rows of before, and a journal that says more.
  const erased = house.transact(async (tx) => {
    await deleteAccount(tx, house, ana.accountId);
    await archivePeople(tx, house, { dossierId: bo.dossierId, personIds: [bo.personId], guarantorIds: [] });
    const rows = await tx.selectFrom('erasureReceipt').selectAll().orderBy('id').execute();
    journal = rows
      .map((row): JournalLine => {
        const subject = Buffer.from(row.subjectHash).toString('hex');
        return { receipt: row.id, kind: row.kind, subject, at: row.at.toISOString() };
      })
      .map((line) => `${JSON.stringify(line)}\n`)
      .join('');
    throw new Restored();
  });
  await expect(erased).rejects.toBeInstanceOf(Restored);
  expect(await accounts()).toHaveLength(3);

  const done = await replayErasures(house, journal);
  expect(done).toMatchObject({ lines: 3, accounts: 1, archived: 1 });
  expect(await accounts()).toEqual([bo.accountId, cy.accountId].sort());
  expect(await house.db.selectFrom('piece').select('personId').execute()).toEqual([{ personId: cy.personId }]);
  expect(await replayErasures(house, journal)).toMatchObject({ accounts: 0, people: 0, archived: 0 });
});

test('a line whose erasure the restored database already holds is passed over', async () => {
  await ask(ana, true);
  await journalReceipts(house);
  const journal = house.journaled.map((line) => JSON.stringify(line)).join('\n');
  expect(await replayErasures(house, journal)).toEqual({ lines: 0, accounts: 0, people: 0, archived: 0 });
});

test('people set aside are erased after 30 days, with a receipt', async () => {
  await house.db.updateTable('person').set({ setAsideAt: house.clock.now() }).where('id', '=', cy.personId).execute();
  house.pass(29 * DAY_MS);
  await eraseSetAside(house);
  expect(await house.db.selectFrom('person').select('id').where('id', '=', cy.personId).execute()).toHaveLength(1);
  house.pass(DAY_MS);
  await eraseSetAside(house);
  expect(await house.db.selectFrom('person').select('id').where('id', '=', cy.personId).execute()).toEqual([]);
  await journalReceipts(house);
  expect(house.journaled.map((line) => line.kind)).toEqual(['person']);
});
