import { sql } from 'kysely';
import { migrate } from '#store/migrate.ts';
import { openEmbedded, openServer, type OpenDatabase } from '#store/open-database.ts';

const MIGRATIONS = new URL('../../db/migrations', import.meta.url).pathname;

let opened: Promise<OpenDatabase> | undefined;

async function open(): Promise<OpenDatabase> {
  const server = process.env['TEST_DATABASE_URL'];
  const database = server ? openServer(`${server}${process.env['VITEST_POOL_ID'] ?? '1'}`, 5) : await openEmbedded(null);
  await migrate(database.db, MIGRATIONS);
  return database;
}

/** The database of this test worker: real PostgreSQL, embedded unless `TEST_DATABASE_URL` names a server: the worker's number is added to it. Migrated once. */
export function testDatabase(): Promise<OpenDatabase> {
  opened ??= open();
  return opened;
}

/** Empties every table of ours between tests. */
export async function emptyDatabase(): Promise<void> {
  const { db } = await testDatabase();
  const { rows } = await sql<{ name: string }>`
    select quote_ident(tablename) as name from pg_tables where schemaname = 'public' and tablename <> 'schema_migration'`.execute(
    db,
  );
  await sql.raw(`truncate ${rows.map((row) => row.name).join(', ')} restart identity cascade`).execute(db);
}
