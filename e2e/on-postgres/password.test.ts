/** Somebody sends a locked PDF with its password. While its job waits, and after, the password is nowhere: no table, no job, no log, no file. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { flagLocked } from '#specimens/flag.ts';
import { HOSTILE_PASSWORD } from '#specimens/hostile.ts';
import { SPECIMEN_PEOPLE } from '#specimens/people.ts';
import { Applicant } from '../kit/applicant.ts';
import type { Program } from '../kit/program.ts';
import { splitProgram, until, type SplitProgram } from '../kit/split-program.ts';

const KEY = 'locked-document';
const TABLES_AT_LEAST = 40;

let program: SplitProgram;
const workers: Program[] = [];
const tenant = new Applicant(() => program.web, 'camille@locked.test');

const startWorker = async () => void workers.unshift(await program.startWorker());
const stateOf = async () =>
  (await program.database.db.selectFrom('file').selectAll().where('uploadKey', '=', KEY).executeTakeFirst()) ?? null;

/** Every row of every table, those of the queue too, as text. */
async function everyRow(): Promise<string> {
  const { db } = program.database;
  const { rows: tables } = await sql<{ name: string }>`
    select quote_ident(table_schema) || '.' || quote_ident(table_name) as name from information_schema.tables
    where table_schema not in ('pg_catalog', 'information_schema') and table_type = 'BASE TABLE'`.execute(db);
  expect(tables.length).toBeGreaterThan(TABLES_AT_LEAST);
  let all = '';
  for (const { name } of tables)
    all += JSON.stringify((await sql`select t::text as row from ${sql.raw(name)} t`.execute(db)).rows);
  return all;
}

/** Bytes of everything below the data folder. */
async function everyFile(): Promise<Buffer> {
  const entries = await readdir(program.dataDirectory, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  expect(files.length).toBeGreaterThan(2);
  return Buffer.concat(await Promise.all(files.map((file) => readFile(path.join(file.parentPath, file.name)))));
}

const everyWord = () => [program.web, ...workers].map((one) => one.said()).join('\n');

/** Holds that a text can be found in the rows, so that a look which finds nothing says something, and the password nowhere. */
async function expectNoTrace(known: string): Promise<void> {
  const rows = await everyRow();
  expect(rows.includes(known)).toBe(true);
  expect(rows.includes(HOSTILE_PASSWORD)).toBe(false);
  expect((await everyFile()).includes(HOSTILE_PASSWORD)).toBe(false);
  expect(everyWord()).toContain('is running');
  expect(everyWord().includes(HOSTILE_PASSWORD)).toBe(false);
}

beforeAll(async () => {
  program = await splitProgram({ LOG_LEVEL: 'debug' });
  await startWorker();
  await tenant.signUp(SPECIMEN_PEOPLE[0]);
});
afterAll(() => program?.end());

test('a locked PDF is refused with a field for its password; with it, it waits, is opened and leaves no trace of the word', async () => {
  const { page, documents } = await tenant.answer('activite', { situation: 'activity.permanent' });
  const bytes = await flagLocked(HOSTILE_PASSWORD);
  await tenant.client.upload(documents, 'first-try', 'contrat.pdf', bytes);
  await until('it is refused', async () => (await tenant.client.get(page)).body.includes('name="password"'));

  // Nobody opens it yet: the job lies in the queue.
  await workers[0]!.stop();
  await tenant.client.upload(documents, KEY, 'contrat.pdf', bytes, HOSTILE_PASSWORD);
  const waiting = await stateOf();
  expect(waiting).toMatchObject({ state: 'received', pages: null });
  expect(waiting?.passwordSealed).toBeTruthy();
  const { rows: jobs } = await sql`
    select 1 from pgboss.job where state = 'created' and data->'payload'->>'fileId' = ${waiting?.id}`.execute(
    program.database.db,
  );
  expect(jobs).toHaveLength(1);
  await expectNoTrace(waiting?.passwordSealed ?? '');

  await startWorker();
  await until('it is opened', async () => (await stateOf())?.state === 'ready');
  expect(await stateOf()).toMatchObject({ code: null, pages: 1, passwordSealed: null });
  await until('it is read', async () => (await stateOf())?.examinedAt !== null);
  await expectNoTrace(waiting?.id ?? '');
});
