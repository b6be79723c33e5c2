import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openEmbedded, type OpenDatabase } from './open-database.ts';

describe('statements of the embedded database', () => {
  let opened: OpenDatabase;
  beforeAll(async () => {
    opened = await openEmbedded(null);
    await sql`create table kept (id int primary key, word text)`.execute(opened.db);
  });
  afterAll(() => opened.close());

  const prepared = async () =>
    (
      await sql<{
        statement: string;
      }>`select statement from pg_prepared_statements where statement like '%kept%' order by statement`.execute(opened.db)
    ).rows.map(({ statement }) => statement);

  it('prepares what is asked again, with the answers of each time', async () => {
    for (const [id, word] of [
      [1, 'un'],
      [2, 'deux'],
      [3, 'trois'],
    ] as const)
      await sql`insert into kept values (${id}, ${word})`.execute(opened.db);
    const words = [];
    for (const id of [3, 1, 2, 4])
      words.push((await sql<{ word: string }>`select word from kept where id = ${id}`.execute(opened.db)).rows);
    expect(words).toEqual([[{ word: 'trois' }], [{ word: 'un' }], [{ word: 'deux' }], []]);
    expect(await prepared()).toEqual(['insert into kept values ($1, $2)', 'select word from kept where id = $1']);
  });

  it('goes on after a prepared statement that failed, also inside a transaction', async () => {
    const add = (id: number) => sql`insert into kept values (${id}, ${'x'})`.execute(opened.db);
    await add(10);
    await expect(add(10)).rejects.toThrow('kept_pkey');
    await expect(
      opened.db.transaction().execute(async (tx) => {
        await sql`insert into kept values (${11}, ${'x'})`.execute(tx);
        await sql`insert into kept values (${10}, ${'x'})`.execute(tx);
      }),
    ).rejects.toThrow('kept_pkey');
    await add(12);
    const { rows } = await sql<{ id: number }>`select id from kept where id >= ${10} order by id`.execute(opened.db);
    expect(rows).toEqual([{ id: 10 }, { id: 12 }]);
  });

  it('keeps a limited number of them', async () => {
    for (let width = 2; width < 420; width += 1) {
      const values = sql.join(Array.from({ length: width }, (_, index) => index));
      for (const _time of [1, 2]) await sql`select id from kept where id in (${values})`.execute(opened.db);
    }
    const all = await sql<{ count: number }>`select count(*)::int as count from pg_prepared_statements`.execute(opened.db);
    expect(all.rows[0]?.count).toBe(400);
    const { rows } = await sql<{
      id: number;
    }>`select id from kept where id in (${sql.join(Array.from({ length: 419 }, (_, i) => i))})`.execute(opened.db);
    expect(rows.map(({ id }) => id)).toContain(1);
  });
});
