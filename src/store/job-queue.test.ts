import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { sql } from 'kysely';
import { testDatabase } from '#testing/test-database.ts';
import { err } from '#kernel/result.ts';
import { openJobQueue, type JobQueue } from './job-queue.ts';
import type { Database } from './open-database.ts';
import { makeTransact, type Transact } from './unit-of-work.ts';

let db: Database;
let queue: JobQueue;
let transact: Transact;
const faults: unknown[] = [];
const prepared: string[] = [];

beforeAll(async () => {
  ({ db } = await testDatabase());
  queue = await openJobQueue(db, { embedded: true, onFault: (error) => faults.push(error) });
  transact = makeTransact(db, (tx) => queue.committed(tx));
  let failures = 1;
  await queue.work(
    {
      'file.prepare': async ({ fileId }) => {
        if (fileId === 'fails-once' && failures-- > 0) throw new Error('first try');
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
    await queue.send(tx, 'file.prepare', { fileId: 'one' });
    expect(prepared).not.toContain('one');
  });
  await vi.waitFor(() => expect(prepared).toContain('one'), { timeout: 2000 });
});

test('a transaction that gives a reason leaves neither row nor job', async () => {
  const result = await transact(async (tx) => {
    await sql`insert into stat_key (year, key) values (1999, '')`.execute(tx);
    await queue.send(tx, 'file.prepare', { fileId: 'never' });
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
