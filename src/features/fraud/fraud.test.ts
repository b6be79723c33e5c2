import { beforeEach, describe, expect, test } from 'vitest';
import type { CivilMonth } from '#kernel/civil-date.ts';
import type { Id } from '#kernel/ids.ts';
import { readLooks } from '#features/audit/api.ts';
import { deletePiece } from '#features/pieces/delete-piece.ts';
import { readFindings } from '#features/pieces/api.ts';
import { removeFile } from '#features/pieces/remove-file.ts';
import { savePiece } from '#features/pieces/save-piece.ts';
import { uploadFile } from '#features/pieces/upload-file.ts';
import { deleteAccount } from '#features/retention/delete-account.ts';
import { addAccount, startTenant, type Tenant } from '#main/seed.ts';
import { payslip } from '#specimens/papers.ts';
import { SPECIMEN_PEOPLE, type SpecimenPerson } from '#specimens/people.ts';
import { fullHouse, type FullHouse } from '#testing/full-house.ts';
import { newMails } from '#testing/mail-reader.ts';
import { emptyDatabase } from '#testing/test-database.ts';
import { countAlerts, readAlerts } from './read-alerts.ts';
import { readAlert, type AlertView } from './read-alert.ts';
import { readAlertPage } from './read-alert-page.ts';
import { settleAlert } from './settle-alert.ts';

const [camille, , , , mohamed] = SPECIMEN_PEOPLE;
const START_MS = 240_000;
const NETWORK = '192.0.2.0/24';

let house: FullHouse;
let referent: Id<'account'>;
let reviewer: Id<'account'>;
let hers: Owned;
let his: Owned;

interface Owned extends Tenant {
  readonly pieceId: Id<'piece'>;
}

async function* once(bytes: Uint8Array) {
  yield bytes;
}

async function tenantWith(email: string, who: SpecimenPerson): Promise<Owned> {
  const tenant = await startTenant(house, email);
  const named = { firstNames: who.firstNames, birthName: who.lastName };
  await house.db.updateTable('person').set(named).where('id', '=', tenant.personId).execute();
  const saved = await savePiece(house, { ...tenant, category: 'income', situation: 'income.salary.over_3_months', amount: 1900 });
  if (!saved.ok) throw new Error(saved.error);
  return { ...tenant, pieceId: saved.value.pieceId };
}

/** Sends a payslip of a month, with the name of its sender on it and all else alike. */
async function send(owner: Owned, who: SpecimenPerson, month: string): Promise<Id<'file'>> {
  const { bytes, name } = await payslip({ ...who, street: camille.street }, month as CivilMonth, 245_000);
  const done = await uploadFile(house, { ...owner, name, bytes: once(bytes) });
  if (!done.ok || !done.value.fileId) throw new Error('not taken');
  await house.work();
  return done.value.fileId;
}

const alerts = () => readAlerts(house, { accountId: referent });

async function opened(): Promise<AlertView> {
  const [line] = (await alerts()) ?? [];
  const view = line && (await readAlert(house, { accountId: referent, alertId: line.id, network: NETWORK }));
  if (!view) throw new Error('no alert');
  return view;
}

const copiesTold = async (owner: Owned, audience: 'tenant' | 'agent') => {
  const piece = await house.db.selectFrom('piece').selectAll().where('id', '=', owner.pieceId).executeTakeFirstOrThrow();
  return (await readFindings(house.db, piece, audience)).filter(({ rule }) => rule.startsWith('copy.')).map(({ rule }) => rule);
};

beforeEach(async () => {
  await emptyDatabase();
  house = await fullHouse();
  referent = await addAccount(house, 'referente@agents.test', 'fraud_referent');
  reviewer = await addAccount(house, 'un@agents.test', 'reviewer');
  hers = await tenantWith('camille@tenants.test', camille);
  his = await tenantWith('mohamed@tenants.test', mohamed);
  await send(hers, camille, '2026-08');
}, START_MS);

describe('one payslip under two names in two accounts', () => {
  test('alerts the referent by a mail that names nobody, once, and by a line in the list', async () => {
    await send(his, mohamed, '2026-08');
    await send(his, mohamed, '2026-09');
    expect(await alerts()).toMatchObject([{ category: 'income', outcome: null, papers: 1 }]);
    expect(await countAlerts(house, { accountId: referent })).toBe(1);
    const mails = (await newMails(house)).filter(({ text }) => text.includes('/console/fraude'));
    expect(mails.map(({ to }) => to)).toEqual(['referente@agents.test']);
    for (const word of [mohamed.lastName, camille.lastName, 'tenants.test', 'paie', '.pdf'])
      expect(`${mails[0]?.subject} ${mails[0]?.text}`).not.toContain(word);
  });

  test('shows the referent whose they are and both pages, each look on record', async () => {
    const file = await send(his, mohamed, '2026-08');
    const view = await opened();
    expect(view.sides.map(({ person }) => person.birthName).sort()).toEqual(['Ben Conte', 'Exemplaire']);
    expect(view.pairs).toMatchObject([{ equal: ['figures'], files: [{ id: file, pages: 1 }, { pages: 1 }] }]);
    for (const one of view.pairs.flatMap(({ files }) => files)) {
      const asked = { accountId: referent, alertId: view.id, fileId: one.id, page: 0, network: NETWORK };
      expect([...((await readAlertPage(house, asked)) ?? [])].slice(0, 2)).toEqual([0xff, 0xd8]);
      expect(await readAlertPage(house, { ...asked, page: 1 })).toBeNull();
    }
    const log = await house.db
      .selectFrom('accessLog')
      .select(['accountId', 'role', 'act', 'result', 'purposeId'])
      .orderBy('seq')
      .execute();
    expect(log.map(({ act, result }) => `${act} ${result}`)).toEqual([
      'alert.read allowed',
      ...['page.read allowed', 'page.read denied', 'page.read allowed', 'page.read denied'],
    ]);
    expect(log.every((row) => row.accountId === referent && row.role === 'fraud_referent' && row.purposeId === view.id)).toBe(
      true,
    );
    // Both people are told that an agent looked at a document of theirs, never why.
    for (const { dossierId } of [hers, his]) expect(await readLooks(house, dossierId)).toMatchObject([{ documents: 1 }]);
  });

  test('says to other agents "elsewhere" on either side and never where, and nothing to the people', async () => {
    await send(his, mohamed, '2026-08');
    const view = await opened();
    for (const owner of [hers, his]) {
      expect(await copiesTold(owner, 'agent')).toContain('copy.figures');
      expect(await copiesTold(owner, 'tenant')).toEqual([]);
    }
    const asked = { accountId: reviewer, alertId: view.id, network: NETWORK };
    expect(await readAlerts(house, asked)).toBeNull();
    expect(await countAlerts(house, asked)).toBeNull();
    expect(await readAlert(house, asked)).toBeNull();
    expect(await readAlertPage(house, { ...asked, fileId: view.pairs[0]!.files[0].id, page: 0 })).toBeNull();
    expect((await settleAlert(house, { ...asked, outcome: 'to_follow' })).ok).toBe(false);
    const tries = await house.db.selectFrom('accessLog').select('result').where('accountId', '=', reviewer).execute();
    expect(tries.map(({ result }) => result)).toEqual(['denied', 'denied']);
  });

  test('a page of a file that the alert is not about is not shown', async () => {
    const other = await send(his, mohamed, '2026-09');
    await send(his, mohamed, '2026-08');
    const view = await opened();
    const asked = { accountId: referent, alertId: view.id, fileId: other, page: 0, network: NETWORK };
    expect(await readAlertPage(house, asked)).toBeNull();
  });

  const erasures: readonly (readonly [string, () => Promise<unknown>])[] = [
    ['the file', async () => removeFile(house, { ...his, fileId: await fileOf(his) })],
    ['the piece', () => deletePiece(house, his)],
    ['one account', () => house.transact((tx) => deleteAccount(tx, house, his.accountId))],
    ['the other account', () => house.transact((tx) => deleteAccount(tx, house, hers.accountId))],
  ];
  test.each(erasures)('after erasure of %s there is no hit and no alert', async (_, erase) => {
    await send(his, mohamed, '2026-08');
    const view = await opened();
    await erase();
    expect(await alerts()).toEqual([]);
    expect(await readAlert(house, { accountId: referent, alertId: view.id, network: NETWORK })).toBeNull();
    expect(await house.db.selectFrom('duplicateAlert').selectAll().execute()).toEqual([]);
    for (const owner of [hers, his]) {
      const left = await house.db.selectFrom('piece').select('id').where('id', '=', owner.pieceId).execute();
      if (left.length > 0) expect(await copiesTold(owner, 'agent')).toEqual([]);
    }
    expect((await newMails(house)).filter(({ text }) => text.includes('/console/fraude'))).toEqual([]);
  });

  test('what the referent found is kept and changes nothing; a paper that comes later opens the alert again', async () => {
    await send(his, mohamed, '2026-08');
    const before = await house.db.selectFrom('piece').selectAll().orderBy('id').execute();
    const view = await opened();
    house.pass(1000);
    expect((await settleAlert(house, { accountId: referent, alertId: view.id, outcome: 'one_household' })).ok).toBe(true);
    expect(await alerts()).toMatchObject([{ outcome: 'one_household' }]);
    expect(await house.db.selectFrom('piece').selectAll().orderBy('id').execute()).toEqual(before);
    house.pass(1000);
    await send(his, mohamed, '2026-10');
    expect(await alerts()).toMatchObject([{ outcome: 'one_household', papers: 1 }]);
    await send(hers, camille, '2026-10');
    expect(await alerts()).toMatchObject([{ outcome: null, papers: 2 }]);
  });
});

const fileOf = async ({ pieceId }: Owned) =>
  (await house.db.selectFrom('file').select('id').where('pieceId', '=', pieceId).executeTakeFirstOrThrow()).id;
