import { beforeEach, expect, test } from 'vitest';
import type { CivilMonth } from '#kernel/civil-date.ts';
import type { Id } from '#kernel/ids.ts';
import { savePiece } from '#features/pieces/save-piece.ts';
import { startTenant, type Tenant } from '#main/seed.ts';
import { payslip } from '#specimens/papers.ts';
import { SPECIMEN_PEOPLE } from '#specimens/people.ts';
import { fullSite, memberAt, type FullSite } from '#testing/full-site.ts';
import { emptyDatabase } from '#testing/test-database.ts';
import type { Browser } from '#testing/test-site.ts';
import { uploadFile } from '#features/pieces/upload-file.ts';

const START_MS = 240_000;
const MINUTE_MS = 60_000;

let site: FullSite;
let tenant: Tenant;
let browser: Browser;
let page: string;
let state: string;
let pieceId: Id<'piece'>;

const secondSlip = async () => (await payslip(SPECIMEN_PEOPLE[0], '2026-03' as CivilMonth)).bytes;

async function* once(bytes: Uint8Array) {
  yield bytes;
}

const pendingSeen = async (seen: string): Promise<unknown> => {
  const { body } = await browser.get(`${state}?vu=${seen}`);
  return (JSON.parse(body) as { pending: unknown }).pending;
};

/** Opens what was sent; reading waits. */
const openOnly = async () => {
  const { fileId } = await site.house.db.selectFrom('file').select('id as fileId').executeTakeFirstOrThrow();
  const { prepareFile } = await import('#features/pieces/prepare-file.ts');
  await prepareFile(site.house, { fileId }, { last: false });
};

beforeEach(async () => {
  await emptyDatabase();
  site = await fullSite();
  tenant = await startTenant(site.house, 'camille@tenants.test');
  const saved = await savePiece(site.house, {
    ...tenant,
    category: 'income',
    situation: 'income.salary.over_3_months',
    amount: 1912,
  });
  if (!saved.ok) throw new Error(saved.error);
  pieceId = saved.value.pieceId;
  const { bytes } = await payslip(SPECIMEN_PEOPLE[0], '2026-04' as CivilMonth);
  await uploadFile(site.house, { ...tenant, pieceId, name: 'bulletin.pdf', bytes: once(bytes) });
  browser = await memberAt(site, 'camille@tenants.test');
  page = `/dossiers/${tenant.dossierId}/${tenant.personId}/ressources/${pieceId}`;
  state = `/dossiers/${tenant.dossierId}/${tenant.personId}/pieces/${pieceId}/etat`;
}, START_MS);

test(
  'while documents are opened, then read, the page asks by itself, with or without script; at the end it says what to mend',
  async () => {
    const opening = (await browser.get(page)).body;
    expect(opening).toContain('Nous regardons vos documents');
    expect(opening).toContain('http-equiv="refresh" content="5');
    expect(await pendingSeen('opening')).toBe(true);

    await openOnly();
    expect(await pendingSeen('opening')).toBe(false);
    const reading = (await browser.get(page)).body;
    expect(reading).toContain('Nous lisons vos documents');
    expect(reading).toContain('http-equiv="refresh" content="5');
    expect(reading).toContain('/apercu');
    expect(await pendingSeen('reading')).toBe(true);

    await site.house.work();
    expect(await pendingSeen('reading')).toBe(false);
    const done = (await browser.get(page)).body;
    expect(done).not.toContain('http-equiv="refresh"');
    expect(done).toContain('À vérifier avant d’envoyer');
  },
  START_MS,
);

/** What happens each time that the service waits a little; the waits so far are counted. */
const whileWaiting = (happens: (waits: number) => Promise<void>): (() => number) => {
  let waits = 0;
  Object.assign(site.house.clock, { pause: () => happens((waits += 1)) });
  return () => waits;
};

test(
  'a page asked for right after sending waits until the documents are opened, three seconds at most, and shows them at once',
  async () => {
    const waits = whileWaiting(async (count) => (count === 3 ? openOnly() : undefined));
    const opened = (await browser.get(page)).body;
    expect(waits()).toBe(3);
    expect(opened).toContain('/apercu');
    expect(opened).not.toContain('Nous regardons vos documents');

    await uploadFile(site.house, { ...tenant, pieceId, name: 'autre.pdf', bytes: once(await secondSlip()) });
    const looked = whileWaiting(async () => {});
    expect((await browser.get(page)).body).toContain('Nous regardons vos documents');
    expect(looked()).toBe(30);
  },
  START_MS,
);

test(
  'the question whether something changed is answered when it did, two seconds later at most',
  async () => {
    await openOnly();
    const waits = whileWaiting(async (count) => (count === 2 ? site.house.work() : undefined));
    expect(await pendingSeen('reading')).toBe(false);
    expect(waits()).toBe(2);
  },
  START_MS,
);

test(
  'somebody else is told of no such page, and is not kept waiting',
  async () => {
    const waits = whileWaiting(async () => {});
    await startTenant(site.house, 'sacha@tenants.test');
    const other = await memberAt(site, 'sacha@tenants.test');
    expect((await other.get(`${state}?vu=opening`)).status).toBe(404);
    expect(waits()).toBe(0);
  },
  START_MS,
);

test(
  'after a minute nobody is kept waiting: the page stops asking and says where the result will be',
  async () => {
    await openOnly();
    site.house.pass(MINUTE_MS);
    expect(await pendingSeen('reading')).toBe(false);
    const late = (await browser.get(page)).body;
    expect(late).toContain('Le résultat sera dans votre dossier.');
    expect(late).not.toContain('http-equiv="refresh"');
  },
  START_MS,
);

test(
  'what was refused beside documents that are being read stays on the page, with a way to the news; asked for again, the address leads there',
  async () => {
    await openOnly();
    const sent = state.replace('/etat', '/fichiers');
    await browser.get(page);
    const refused = await browser.postMultipart(sent);
    expect(refused.status).toBe(422);
    expect(refused.body).toContain('Nous lisons vos documents');
    expect(refused.body).not.toContain('http-equiv="refresh"');
    expect(refused.body).toContain(`href="${page}#verifications"`);
    const again = await browser.get(sent);
    expect([again.status, again.location]).toEqual([303, page]);
  },
  START_MS,
);
