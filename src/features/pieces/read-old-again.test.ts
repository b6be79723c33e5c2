import { sql } from 'kysely';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { READER } from '#domain/findings/facts.ts';
import type { CivilMonth } from '#kernel/civil-date.ts';
import type { Id } from '#kernel/ids.ts';
import { startTenant } from '#main/seed.ts';
import { payslip } from '#specimens/papers.ts';
import { SPECIMEN_PEOPLE } from '#specimens/people.ts';
import { openJobQueue, type JobQueue } from '#store/job-queue.ts';
import { fullHouse, type FullHouse } from '#testing/full-house.ts';
import { emptyDatabase } from '#testing/test-database.ts';
import { examinePiece } from './examine-piece.ts';
import { readOldAgain } from './read-old-again.ts';
import { savePiece } from './save-piece.ts';
import { uploadFile } from './upload-file.ts';

const [camille] = SPECIMEN_PEOPLE;
const START_MS = 240_000;
let house: FullHouse;
let queue: JobQueue | undefined;
let pieceId: Id<'piece'>;

async function* once(bytes: Uint8Array) {
  yield bytes;
}

/** The same house, whose jobs go to the real queue instead of running at once. */
const queued = () => ({ ...house, jobs: queue ?? house.jobs });

const waiting = async () =>
  (
    await sql<{ payload: { pieceId: string; revision: number; dossierId: string }; priority: number }>`
      select data->'payload' as payload, priority from pgboss.job where state < 'completed'`.execute(house.db)
  ).rows;

const fileNow = () => house.db.selectFrom('file').selectAll().executeTakeFirstOrThrow();
const asOlder = () =>
  house.db
    .updateTable('file')
    .set({ reader: READER - 1 })
    .execute();

beforeEach(async () => {
  await emptyDatabase();
  house = await fullHouse();
  queue ??= await openJobQueue(house.db, { embedded: true, onFault: () => {} });
  await sql`delete from pgboss.job`.execute(house.db);
  const tenant = await startTenant(house, 'camille@tenants.test');
  const saved = await savePiece(house, { ...tenant, category: 'income', situation: 'income.salary.over_3_months', amount: 1900 });
  if (!saved.ok) throw new Error(saved.error);
  pieceId = saved.value.pieceId;
  const { bytes, name } = await payslip(camille, '2026-10' as CivilMonth);
  await uploadFile(house, { ...tenant, pieceId, name, bytes: once(bytes) });
  await house.work();
}, START_MS);
afterAll(() => queue?.stop());

test('a file that the present reader read is not read again', async () => {
  expect((await fileNow()).reader).toBe(READER);
  expect(await readOldAgain(queued())).toBe(0);
});

test('one that an older reader read is asked for once, after all other work, and is then up to date', async () => {
  await house.db.updateTable('file').set({ reader: null }).execute();
  expect(await readOldAgain(queued())).toBe(1);
  expect(await readOldAgain(queued())).toBe(0);
  const [job] = await waiting();
  expect(job?.payload).toMatchObject({ pieceId, revision: 2 });
  expect(job?.priority).toBeLessThan(-199);
  const { examinedAt } = await fileNow();
  house.pass(60_000);
  await examinePiece(house, job!.payload, { last: true });
  await sql`update pgboss.job set state = 'completed'`.execute(house.db);
  const after = await fileNow();
  expect([after.reader, after.examinedAt! > examinedAt!]).toEqual([READER, true]);
  expect(await readOldAgain(queued())).toBe(0);
});

test('a piece that is decided stays as it was', async () => {
  await asOlder();
  await house.db.updateTable('piece').set({ status: 'accepted' }).execute();
  expect(await readOldAgain(queued())).toBe(0);
  await house.db.updateTable('piece').set({ status: 'to_correct' }).execute();
  expect(await readOldAgain(queued())).toBe(0);
});

test('a job that failed for good is not tried again by itself', async () => {
  await asOlder();
  const payload = JSON.stringify({ pieceId, revision: 2 });
  await house.db
    .insertInto('deadJob')
    .values({ id: house.ids.next(), name: 'piece.examine', payload, code: 'engine_failed' })
    .execute();
  expect(await readOldAgain(queued())).toBe(0);
});
