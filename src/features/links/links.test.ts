import { beforeEach, describe, expect, test } from 'vitest';
import { PDF } from '@libpdf/core';
import type { Id } from '#kernel/ids.ts';
import { deliverDueMails } from '#features/mailing/deliver-due-mails.ts';
import { MAIL_TOPICS } from '#features/mailing/topics.ts';
import { savePiece } from '#features/pieces/save-piece.ts';
import { Filling, startTenant, type Tenant } from '#main/seed.ts';
import { SPECIMEN_PEOPLE } from '#specimens/people.ts';
import { fullHouse, type FullHouse } from '#testing/full-house.ts';
import { emptyDatabase } from '#testing/test-database.ts';
import { changeLink } from './change-link.ts';
import { askLinkCode, tryLinkCode } from './codes.ts';
import { createLink, type CreateLink } from './create-link.ts';
import { openLink } from './open-link.ts';
import { prepareCopy } from './prepare-copy.ts';
import { readCopy } from './read-copy.ts';
import { readLinks, readVisits } from './read-links.ts';
import { readShownDossier } from './read-shown-dossier.ts';
import { recordVisit } from './record-visit.ts';
import { requestCopy } from './request-copy.ts';
import { codeInPdf, verifyCopy } from './verify-copy.ts';

let house: FullHouse;
let tenant: Tenant;

beforeEach(async () => {
  await emptyDatabase();
  house = await fullHouse();
  tenant = await startTenant(house, 'camille@tenants.test');
  await new Filling(house, tenant, house.work).everything(SPECIMEN_PEOPLE[0]);
});

const wanted = (change: Partial<CreateLink> = {}): CreateLink => ({
  ...tenant,
  title: 'Agence du Port',
  days: 30,
  door: 'any_address',
  addresses: [],
  send: false,
  message: '',
  copiesAllowed: true,
  acknowledged: true,
  ...change,
});

const make = async (change: Partial<CreateLink> = {}) => {
  const made = await createLink(house, wanted(change));
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  const links = await readLinks(house, tenant.dossierId);
  const link = links.find((one) => one.id === made.value.linkId)!;
  return { linkId: made.value.linkId, token: link.url!.split('/').at(-1)! };
};

const codeFor = async (linkId: Id<'link'>, email: string): Promise<string | null> => {
  await askLinkCode(house, { linkId, email, locale: 'fr' });
  house.sent.splice(0);
  await deliverDueMails(house, MAIL_TOPICS);
  const mail = house.sent.find((one) => one.to === email && /\d{6}/.test(one.subject));
  return mail ? /\d{6}/.exec(mail.subject)![0] : null;
};

describe('making links', () => {
  test('answers that make no link are refused, each by the name of its question', async () => {
    const wrong = [
      [{ days: 31 }, 'link.days'],
      [{ days: 0 }, 'link.days'],
      [{ title: ' ' }, 'link.title'],
      [{ title: 'x'.repeat(101) }, 'link.title'],
      [{ door: 'everyone' }, 'link.door'],
      [{ door: 'listed_address' }, 'link.addresses'],
      [{ message: 'x'.repeat(2001) }, 'link.message'],
    ] as const;
    for (const [change, error] of wrong)
      expect(await createLink(house, wanted(change)), JSON.stringify(change)).toEqual({ ok: false, error });
  });

  test('the eleventh link of a day is refused, and says when it becomes possible', async () => {
    for (let count = 0; count < 10; count += 1) await make();
    const refused = await createLink(house, wanted());
    expect(refused).toEqual({ ok: false, error: { tooMany: new Date(house.clock.now().getTime() + 24 * 3_600_000) } });
    house.pass(24 * 3_600_000);
    expect((await createLink(house, wanted())).ok).toBe(true);
  });

  test('nobody makes a link to the dossier of another', async () => {
    const stranger = await startTenant(house, 'sacha@tenants.test');
    expect(await createLink(house, wanted({ accountId: stranger.accountId }))).toEqual({ ok: false, error: 'not_found' });
  });
});

describe('the door', () => {
  test('a code mailed to the address opens, for this link only and for twelve hours', async () => {
    const { linkId, token } = await make();
    expect(await openLink(house, token, undefined)).toEqual({ kind: 'door', linkId });
    const code = await codeFor(linkId, 'bailleur@agences.test');
    const opened = await tryLinkCode(house, { linkId, email: 'bailleur@agences.test', code: code! });
    if (!opened.ok) throw new Error(opened.error);
    expect(await openLink(house, token, opened.value.sessionToken)).toMatchObject({
      kind: 'open',
      recipient: 'bailleur@agences.test',
    });
    expect((await tryLinkCode(house, { linkId, email: 'bailleur@agences.test', code: code! })).ok).toBe(false);
    const other = await make();
    expect((await openLink(house, other.token, opened.value.sessionToken)).kind).toBe('door');
    house.pass(12 * 3_600_000);
    expect((await openLink(house, token, opened.value.sessionToken)).kind).toBe('door');
  });

  test('an address that is not listed gets the same answer, and no mail', async () => {
    const { linkId } = await make({ door: 'listed_address', addresses: ['bailleur@agences.test'] });
    expect(await codeFor(linkId, 'curieux@ailleurs.test')).toBeNull();
    expect(await codeFor(linkId, 'bailleur@agences.test')).toMatch(/^\d{6}$/);
  });

  test('a code dies after five wrong tries', async () => {
    const { linkId } = await make();
    const code = await codeFor(linkId, 'bailleur@agences.test');
    const wrong = code === '000000' ? '000001' : '000000';
    for (let tries = 0; tries < 5; tries += 1) await tryLinkCode(house, { linkId, email: 'bailleur@agences.test', code: wrong });
    expect((await tryLinkCode(house, { linkId, email: 'bailleur@agences.test', code: code! })).ok).toBe(false);
  });

  test('an unknown token tells nothing; a paused, revoked or expired one only that', async () => {
    const { linkId, token } = await make({ door: 'none' });
    expect((await openLink(house, 'not-a-token', undefined)).kind).toBe('unknown');
    expect((await openLink(house, '00000000-0000-4000-8000-000000000000', undefined)).kind).toBe('unknown');
    expect((await openLink(house, token, undefined)).kind).toBe('open');
    await changeLink(house, { ...tenant, linkId, change: 'pause' });
    expect((await openLink(house, token, undefined)).kind).toBe('closed');
    await changeLink(house, { ...tenant, linkId, change: 'resume' });
    expect((await openLink(house, token, undefined)).kind).toBe('open');
    await changeLink(house, { ...tenant, linkId, change: 'revoke' });
    expect((await openLink(house, token, undefined)).kind).toBe('closed');
    expect(await changeLink(house, { ...tenant, linkId, change: 'resume' })).toEqual({ ok: false, error: 'not_found' });
    const short = await make({ door: 'none', days: 7 });
    house.pass(8 * 24 * 3_600_000);
    expect((await openLink(house, short.token, undefined)).kind).toBe('closed');
  });
});

describe('visits', () => {
  test('the first of each recipient is mailed once; the same page within half an hour is one visit', async () => {
    const { linkId } = await make({ door: 'none' });
    const visit = {
      dossierId: tenant.dossierId,
      linkId,
      kind: 'page' as const,
      pieceId: null,
      recipient: 'Agence du Port',
      network: '192.0.2.0/24',
      traceCode: null,
    };
    await recordVisit(house, visit);
    await recordVisit(house, visit);
    house.pass(31 * 60_000);
    await recordVisit(house, visit);
    expect(await readVisits(house, tenant.dossierId)).toHaveLength(2);
    const mails = await house.db.selectFrom('outbox').select('id').where('topic', '=', 'link.opened').execute();
    expect(mails).toHaveLength(1);
  });
});

describe('copies', () => {
  const copyFor = async (linkId: Id<'link'>, recipient: string) => {
    const dossier = (await readShownDossier(house, tenant.dossierId))!;
    const copy = await requestCopy(house, {
      dossierId: tenant.dossierId,
      linkId,
      accountId: null,
      kind: 'dossier',
      pieceId: null,
      pieceRev: null,
      recipient,
      contentRev: dossier.contentRev,
      locale: 'fr',
    });
    await house.work();
    return { copy, ready: await readCopy(house, copy.id) };
  };

  test('each recipient has a copy of their own, signed, with its own trace code; asking again gives the same', async () => {
    const { linkId } = await make();
    const one = await copyFor(linkId, 'un@agences.test');
    const two = await copyFor(linkId, 'deux@agences.test');
    expect(one.copy.traceCode).not.toBe(two.copy.traceCode);
    expect((await copyFor(linkId, 'un@agences.test')).copy.id).toBe(one.copy.id);
    const pdf = await PDF.load(one.ready!.bytes);
    // Cover, index, then one sheet for each of the nine pages: the band of unchecked papers pushes no picture to the next sheet.
    expect(pdf.getPageCount()).toBe(11);
    expect(codeInPdf(one.ready!.bytes)).toBe(one.copy.traceCode);
    expect(one.ready!.bytes.includes('/ByteRange')).toBe(true);
  });

  test('a copy is genuine as issued, altered by one byte, outdated after an edit, revoked with its link', async () => {
    const { linkId } = await make();
    const { copy, ready } = await copyFor(linkId, 'un@agences.test');
    const check = async (file: Uint8Array | null, code = copy.traceCode) => (await verifyCopy(house, { code, file })).verdict;
    expect(await check(ready!.bytes)).toBe('genuine');
    expect(await check(null)).toBe('genuine');
    const spoiled = Buffer.from(ready!.bytes);
    spoiled[5000] = (spoiled[5000] ?? 0) ^ 1;
    expect(await check(spoiled)).toBe('altered');
    expect(await check(null, '0000-0000-00')).toBe('unknown');
    await savePiece(house, { ...tenant, category: 'home', situation: 'home.owner' });
    expect(await check(ready!.bytes)).toBe('outdated');
    await changeLink(house, { ...tenant, linkId, change: 'revoke' });
    expect(await check(ready!.bytes)).toBe('revoked');
    expect(await readCopy(house, copy.id)).toBeNull();
  });

  test('a copy is outdated by any new revision of a piece, also one that changes neither its status nor its level', async () => {
    const income = await house.db
      .selectFrom('piece')
      .selectAll()
      .where('personId', '=', tenant.personId)
      .where('category', '=', 'income')
      .executeTakeFirstOrThrow();
    const { id: pieceId, situation } = income;
    const revisions = new Set<number>();
    for (const amount of [1801, 1802, 1803]) {
      expect(await savePiece(house, { ...tenant, category: 'income', pieceId, situation, amount })).toMatchObject({ ok: true });
      revisions.add((await readShownDossier(house, tenant.dossierId))!.contentRev);
    }
    expect(revisions.size).toBe(3);
  });

  test('a copy is not handed out when the dossier changed while it was made', async () => {
    const { linkId } = await make();
    const { contentRev } = (await readShownDossier(house, tenant.dossierId))!;
    const { dossierId } = tenant;
    const request = { dossierId, linkId, accountId: null, kind: 'dossier', pieceId: null, pieceRev: null } as const;
    const copy = await requestCopy(house, { ...request, recipient: 'un@agences.test', contentRev, locale: 'fr' });
    const bind: typeof house.engine.bind = async (input) => {
      await savePiece(house, { ...tenant, category: 'home', situation: 'home.owner' });
      return house.engine.bind(input);
    };
    await prepareCopy({ ...house, engine: { ...house.engine, bind } }, { copyId: copy.id }, { last: false });
    expect(await readCopy(house, copy.id)).toBeNull();
    expect(await house.db.selectFrom('copy').select(['state', 'failure']).executeTakeFirst()).toEqual({
      state: 'failed',
      failure: 'changed',
    });
  });

  test('a piece being corrected is named, not shown', async () => {
    await savePiece(house, { ...tenant, category: 'activity', situation: 'activity.student' });
    await house.db.updateTable('piece').set({ status: 'to_correct' }).where('category', '=', 'activity').execute();
    const shown = (await readShownDossier(house, tenant.dossierId))!;
    const activity = shown.people[0]!.pieces.find((piece) => piece.category === 'activity')!;
    expect(activity).toMatchObject({ withheld: true, files: 0, pages: 0 });
  });
});
