import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { sql } from 'kysely';
import { testDatabase } from '#testing/test-database.ts';
import { JobFault } from '#domain/jobs/job-fault.ts';
import { err } from '#kernel/result.ts';
import { openJobQueue, type JobQueue } from './job-queue.ts';
import type { Database } from './open-database.ts';
import { makeTransact, type Transact } from './unit-of-work.ts';

let db: Database;
let queue: JobQueue;
let transact: Transact;
const faults: unknown[] = [];
const prepared: string[] = [];
let release: () => void;
const held = new Promise<void>((resolve) => (release = resolve));

beforeAll(async () => {
  ({ db } = await testDatabase());
  queue = await openJobQueue(db, { embedded: true, onFault: (error) => faults.push(error) });
  transact = makeTransact(db, (tx) => queue.committed(tx));
  let failures = 1;
  await queue.work(
    {
      'file.prepare': async ({ fileId }) => {
        if (fileId === 'fails-once' && failures-- > 0) throw new Error('first try');
        if (fileId === 'fails') throw new JobFault('antivirus_unavailable');
        if (fileId === 'holds') await held;
        prepared.push(fileId);
      },
      'copy.prepare': async () => {},
      'piece.examine': async () => {},
      'export.prepare': async () => {},
    },
    1,
  );
});

afterAll(async () => {
  await queue.stop();
  expect(faults).toEqual([]);
});

test('a job runs after the transaction that wrote it has committed', async () => {
  await transact(async (tx) => {
    await queue.send(tx, 'file.prepare', { fileId: 'one', dossierId: 'a' });
    expect(prepared).not.toContain('one');
  });
  await vi.waitFor(() => expect(prepared).toContain('one'), { timeout: 2000 });
});

test('a transaction that gives a reason leaves neither row nor job', async () => {
  const result = await transact(async (tx) => {
    await sql`insert into stat_key (year, key) values (1999, '')`.execute(tx);
    await queue.send(tx, 'file.prepare', { fileId: 'never', dossierId: 'a' });
    return err('no' as const);
  });
  expect(result).toEqual({ ok: false, error: 'no' });
  const rows = await sql`select 1 from stat_key where year = 1999`.execute(db);
  const jobs = await sql`select 1 from pgboss.job where data->'payload'->>'fileId' = 'never'`.execute(db);
  expect([...rows.rows, ...jobs.rows]).toEqual([]);
});

test('after a failing query, later queries get their own answers', async () => {
  const answers = await Promise.all(
    Array.from({ length: 30 }, async (_, index) => {
      if (index % 3 === 0) {
        await expect(sql`select * from no_such_table where x = ${index}`.execute(db)).rejects.toThrow();
        return index;
      }
      const { rows } = await sql<{ answer: number }>`select ${index}::int as answer`.execute(db);
      return rows[0]?.answer;
    }),
  );
  expect(answers).toEqual(Array.from({ length: 30 }, (_, index) => index));
});

const give = (fileId: string, dossierId: string) => transact((tx) => queue.send(tx, 'file.prepare', { fileId, dossierId }));
const jobOf = async (fileId: string) =>
  (
    await sql<{ state: string; tries: number; wait: number }>`
      select state, retry_count as tries, round(extract(epoch from start_after - now()))::int as wait
      from pgboss.job where data->'payload'->>'fileId' = ${fileId}`.execute(db)
  ).rows[0];
/** Lets the next try of a job begin now. */
const hurry = (fileId: string) =>
  sql`update pgboss.job set start_after = now() where data->'payload'->>'fileId' = ${fileId}`.execute(db);

test('dossiers take turns: the only document of one comes before the second of another that came first', async () => {
  await give('holds', 'crowd');
  await vi.waitFor(async () => expect((await jobOf('holds'))?.state).toBe('active'), { timeout: 5000 });
  for (const fileId of ['crowd-1', 'crowd-2', 'crowd-3']) await give(fileId, 'crowd');
  await give('alone-1', 'alone');
  release();
  await vi.waitFor(() => expect(prepared).toContain('crowd-3'), { timeout: 10_000 });
  expect(prepared.slice(prepared.indexOf('crowd-1'))).toEqual(['crowd-1', 'alone-1', 'crowd-2', 'crowd-3']);
});

test('a job that fails is tried after 5 s, 30 s and 5 min, then stands among the dead with its cause until it succeeds', async () => {
  await give('fails', 'a');
  for (const [index, wait] of [5, 30, 300].entries()) {
    await vi.waitFor(async () => expect(await jobOf('fails')).toMatchObject({ state: 'retry', tries: index }), {
      timeout: 10_000,
    });
    const left = (await jobOf('fails'))?.wait ?? 0;
    expect(left).toBeLessThanOrEqual(wait);
    expect(left).toBeGreaterThan(index === 0 ? 0 : ([5, 30, 300][index - 1] ?? 0));
    await hurry('fails');
  }
  const dead = () => db.selectFrom('deadJob').select(['name', 'code', 'failures', 'payload']).execute();
  await vi.waitFor(async () => expect(await dead()).toHaveLength(1), { timeout: 10_000 });
  expect(await dead()).toEqual([
    { name: 'file.prepare', code: 'antivirus_unavailable', failures: 1, payload: { fileId: 'fails', dossierId: 'a' } },
  ]);
}, 60_000);

test.each([
  ['file.prepare', { fileId: 'orphan', dossierId: 'orphan' }],
  ['copy.prepare', { copyId: 'orphan', dossierId: 'orphan' }],
  ['piece.examine', { pieceId: 'orphan', revision: 1, dossierId: 'orphan' }],
  ['export.prepare', { exportId: 'orphan' }],
] as const)(
  '%s of a worker that was killed is taken by another one when its time is over',
  async (name, payload) => {
    await transact((tx) => queue.send(tx, name, payload, 600));
    const mine = sql`name = 'engine' and data->>'name' = ${name} and data->'payload' = ${JSON.stringify(payload)}::jsonb`;
    // As a worker leaves it that took it an hour ago and was never heard of again.
    await sql`update pgboss.job set state = 'active', start_after = now(), started_on = now() - interval '1 hour'
    where ${mine}`.execute(db);
    await vi.waitFor(
      async () => {
        await sql`update pgboss.job set start_after = now() where ${mine} and state = 'retry'`.execute(db);
        const { rows } = await sql<{ state: string; tries: number }>`
        select state, retry_count as tries from pgboss.job where ${mine}`.execute(db);
        expect(rows).toEqual([{ state: 'completed', tries: 1 }]);
      },
      { timeout: 30_000, interval: 200 },
    );
  },
  40_000,
);
