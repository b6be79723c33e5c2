import { mkdir } from 'node:fs/promises';
import { CamelCasePlugin, Kysely, PostgresDialect, type PostgresPool } from 'kysely';
import pg from 'pg';
import { preparing } from './prepared-statements.ts';
import type { Schema } from './schema.ts';

/** The database as acts see it: typed by the migrations, camelCase names. */
export type Database = Kysely<Schema>;

export interface OpenDatabase {
  readonly db: Database;
  readonly kind: 'embedded' | 'server';
  close(): Promise<void>;
}

const DATE = 1082;
const BIGINT = 20;
const NUMERIC = 1700;

/** Civil dates stay text, counters and decimals become numbers: nothing of ours exceeds 2^53. */
const parsers = new Map<number, (text: string) => unknown>([
  [DATE, (text) => text],
  [BIGINT, Number],
  [NUMERIC, Number],
]);

const parserOf = (oid: number): ((text: string) => unknown) =>
  parsers.get(oid) ?? (pg.types.getTypeParser(oid, 'text') as (text: string) => unknown);

const types: pg.CustomTypesConfig = { getTypeParser: parserOf as pg.CustomTypesConfig['getTypeParser'] };

const kyselyOver = (pool: PostgresPool): Database =>
  new Kysely<Schema>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });

/**
 * Opens a PostgreSQL server.
 * @param url `postgres://…`
 * @param connections size of the pool
 */
export function openServer(url: string, connections = 10): OpenDatabase {
  const pool = new pg.Pool({ connectionString: url, max: connections, types });
  const db = kyselyOver(pool);
  return { db, kind: 'server', close: () => db.destroy() };
}

/**
 * Opens the embedded engine: the same SQL, one connection, no server to install. Meant for trying out, tests and small sites.
 * Only Kysely may talk to it: after a failing raw query of the pool, later queries were given another query's answer.
 * @param directory folder of the data, made when absent; `null` keeps everything in memory
 */
export async function openEmbedded(directory: string | null): Promise<OpenDatabase> {
  const [{ PGlite }, { createPgConfig }] = await Promise.all([
    import('@electric-sql/pglite'),
    import('@electric-sql/pglite/node-postgres'),
  ]);
  if (directory) await mkdir(directory, { recursive: true });
  const engine = await PGlite.create(directory ?? 'memory://');
  const pool = new pg.Pool({ ...createPgConfig(engine), max: 1, types });
  const db = kyselyOver(preparing(pool));
  return {
    db,
    kind: 'embedded',
    close: async () => {
      await db.destroy();
      if (!engine.closed) await engine.close();
    },
  };
}
