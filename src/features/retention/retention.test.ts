import { beforeEach, describe, expect, it, test } from 'vitest';
import { DAY_MS } from '#kernel/clock.ts';
import { journalReceipts } from '#features/erasure/api.ts';
import { signIn } from '#features/accounts/sign-in.ts';
import type { Email } from '#domain/accounts/email.ts';
import { givenMember, givenOther, givenPiece, type Member } from '#testing/given-people.ts';
import { newMails, tokenInMail } from '#testing/mail-reader.ts';
import { GOOD_PASSWORD } from '#testing/test-account.ts';
import { emptyDatabase } from '#testing/test-database.ts';
import { testHouse, type TestHouse } from '#testing/test-house.ts';
import { archiveSilentPeople } from './archive-silent.ts';
import { endSilentAccounts } from './end-accounts.ts';
import { keepDossier } from './keep.ts';
import { sweepDue } from './sweep.ts';

const ANA = 'ana@example.org';
let house: TestHouse;
let ana: Member;
let begun: number;

beforeEach(async () => {
  await emptyDatabase();
  house = await testHouse();
  ana = await givenMember(house, ANA);
  await newMails(house);
  house.sent.length = 0;
  begun = house.clock.now().getTime();
});

const dayNow = () => Math.round((house.clock.now().getTime() - begun) / DAY_MS);
const goTo = (day: number) => house.pass((day - dayNow()) * DAY_MS);

/** Runs every job of a day; gives the subjects of the mails that left. */
async function runDay(mails = true): Promise<string[]> {
  await archiveSilentPeople(house);
  await endSilentAccounts(house);
  await sweepDue(house);
  await journalReceipts(house);
  return mails ? (await newMails(house)).map((mail) => `${dayNow()}: ${mail.to}: ${mail.subject}`) : [];
}
async function runDays(days: readonly number[]): Promise<string[]> {
  const seen: string[] = [];
  for (const day of days) {
    goTo(day);
    seen.push(...(await runDay()));
  }
  return seen;
}
const every = (from: number, to: number, step = 1) => Array.from({ length: (to - from) / step + 1 }, (_, i) => from + i * step);
const person = (who: Member) => house.db.selectFrom('person').selectAll().where('id', '=', who.personId).executeTakeFirst();
const pieces = async () => (await house.db.selectFrom('piece').select('id').execute()).length;

const FIRST = 'Voulez-vous garder vos documents ?';
const SECOND = 'Vos documents seront bientôt effacés';
const GONE = 'Vos documents sont effacés';

test('two years of silence: each mail once, the pieces after 45 days, the account after 12 months, nothing after', async () => {
  await givenPiece(house, ana.personId);
  const seen = await runDays([...every(29, 46), 100, 300, ...every(333, 350), 364, 365, 366, 500, 730]);
  expect(seen).toEqual([
    `30: ${ANA}: ${FIRST}`,
    `37: ${ANA}: ${SECOND}`,
    `45: ${ANA}: ${GONE}`,
    `334: ${ANA}: Votre compte va être supprimé`,
    `349: ${ANA}: Votre compte va être supprimé`,
    `365: ${ANA}: Votre compte est supprimé`,
  ]);
  expect(await house.db.selectFrom('account').select('id').execute()).toEqual([]);
  expect(await house.db.selectFrom('dossier').select('id').execute()).toEqual([]);
  expect(house.journaled.map((line) => line.kind).sort()).toEqual(['account', 'person', 'pieces']);
  expect(await house.db.selectFrom('blobToErase').select('address').execute()).toHaveLength(1);
});

test('jobs that were off from day 29 to 50 delay both mails and the archive, and lose none', async () => {
  await givenPiece(house, ana.personId);
  const seen = await runDays([29, ...every(50, 70)]);
  expect(seen).toEqual([`50: ${ANA}: ${FIRST}`, `57: ${ANA}: ${SECOND}`, `64: ${ANA}: ${GONE}`]);
});

test('a mail server that is down for five days across the date sends the reminder once afterwards, and the archive waits', async () => {
  await givenPiece(house, ana.personId);
  const broken = { ...house, mailer: { send: () => Promise.reject(new Error('down')) } } as TestHouse;
  const seen: string[] = [];
  for (const day of every(29, 60)) {
    goTo(day);
    await archiveSilentPeople(house);
    const down = day >= 30 && day < 35;
    // The outbox tries often within a day.
    for (let tries = 0; tries < 8; tries += 1) {
      await newMails(down ? broken : house);
      house.pass(tries < 7 ? 60 * 60_000 : 0);
    }
    house.pass(-7 * 60 * 60_000);
    seen.push(...house.sent.splice(0).map((mail) => `${day}: ${mail.subject}`));
  }
  expect(seen.map((line) => line.replace(/^\d+: /, ''))).toEqual([FIRST, SECOND, GONE]);
  const [first, second, gone] = seen.map((line) => Number.parseInt(line, 10));
  expect(first).toBeGreaterThanOrEqual(35);
  expect(second! - first!).toBeGreaterThanOrEqual(7);
  expect(gone! - second!).toBeGreaterThanOrEqual(7);
});

describe('an archived dossier', () => {
  const silent = async () => {
    await givenPiece(house, ana.personId);
    await house.db.updateTable('person').set({ firstNames: 'Ana', postcode: '75011' }).where('id', '=', ana.personId).execute();
    await house.db
      .updateTable('dossier')
      .set({ message: 'Bonjour', messageBy: ana.accountId, messageAt: house.clock.now() })
      .execute();
    await runDays([30, 37, 45]);
  };

  it('keeps names, and loses pieces, file keys, postcode and message', async () => {
    await silent();
    expect(await person(ana)).toMatchObject({ firstNames: 'Ana', postcode: null, status: 'archived' });
    expect(await pieces()).toBe(0);
    const dossier = await house.db.selectFrom('dossier').select(['status', 'message']).executeTakeFirst();
    expect(dossier).toEqual({ status: 'archived', message: null });
  });

  it('comes back when its account signs in', async () => {
    await silent();
    const place = { device: 'Firefox', network: '192.0.2.0/24' };
    await signIn(house, { email: ANA as Email, password: GOOD_PASSWORD, place });
    expect(await person(ana)).toMatchObject({ archivedAt: null, status: 'incomplete' });
  });

  it('comes back when "keep" is pressed in a mail, which works once', async () => {
    await silent();
    const token = await tokenInMail(house, '/conserver/');
    expect(await keepDossier(house, { token })).toMatchObject({ ok: true });
    expect(await person(ana)).toMatchObject({ archivedAt: null });
    expect(await keepDossier(house, { token })).toMatchObject({ ok: false });
  });
});

test('"keep" pressed before the end begins a new silence, with both mails again', async () => {
  await givenPiece(house, ana.personId);
  await runDays([30, 37]);
  await keepDossier(house, { token: await tokenInMail(house, '/conserver/') });
  const seen = await runDays(every(38, 83));
  expect(seen).toEqual([`67: ${ANA}: ${FIRST}`, `74: ${ANA}: ${SECOND}`, `82: ${ANA}: ${GONE}`]);
});

test('a dossier without piece is archived without a mail', async () => {
  expect(await runDays([30, 37, 44])).toEqual([]);
  expect(await person(ana)).toMatchObject({ archivedAt: null });
  expect(await runDays([45])).toEqual([]);
  expect(await person(ana)).toMatchObject({ status: 'archived' });
});

test('a contact of one of a couple counts for both, one of a flatmate does not', async () => {
  const bo = await givenOther(house, ana, 'couple', 'bo@example.org');
  await givenPiece(house, ana.personId);
  await newMails(house);
  goTo(40);
  await house.db.updateTable('account').set({ lastContactAt: house.clock.now() }).where('id', '=', bo.accountId).execute();
  expect(await runDays([41, 60])).toEqual([]);
  await house.db.updateTable('dossier').set({ kind: 'flatshare' }).where('id', '=', ana.dossierId).execute();
  expect(await runDays([61])).toEqual([`61: ${ANA}: ${FIRST}`]);
});

test('a person in the hands of an agent is archived after the case is released', async () => {
  await givenPiece(house, ana.personId);
  const now = house.clock.now();
  await house.db
    .insertInto('reviewCase')
    .values({
      id: house.ids.next(),
      dossierId: ana.dossierId,
      personIds: [ana.personId],
      passNo: 1,
      kind: 'first',
      submittedAt: now,
      firstSubmittedAt: now,
      dueAt: now,
      effectiveDueAt: now,
      state: 'leased',
      createdAt: now,
    })
    .execute();
  await runDays([30, 37, 45]);
  expect(await pieces()).toBe(1);
  await house.db.updateTable('reviewCase').set({ state: 'cancelled' }).execute();
  expect(await runDays([46])).toEqual([`46: ${ANA}: ${GONE}`]);
});

test('an account signed in weekly for 13 months is neither warned nor ended', async () => {
  await givenPiece(house, ana.personId);
  for (const day of every(7, 396, 7)) {
    goTo(day);
    await house.db.updateTable('account').set({ lastContactAt: house.clock.now() }).execute();
    expect(await runDay()).toEqual([]);
  }
  expect(await pieces()).toBe(1);
});
