/**
 * Writes or checks `src/store/schema.ts`: the types of the tables, read from a database that ran every migration.
 * `tsx checks/schema.ts --write` writes; without it the check fails when the file is not what the migrations say.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { PGlite } from '@electric-sql/pglite';
import { PostgresDialect, Kysely, sql } from 'kysely';
import pg from 'pg';
import { createPgConfig } from '@electric-sql/pglite/node-postgres';
import { migrate } from '../src/store/migrate.ts';

const target = new URL('../src/store/schema.ts', import.meta.url);

const TYPES: Record<string, string> = {
  uuid: 'string',
  text: 'string',
  date: 'string',
  timestamptz: 'Date',
  bool: 'boolean',
  int2: 'number',
  int4: 'number',
  int8: 'number',
  numeric: 'number',
  bytea: 'Buffer',
  jsonb: 'Json',
  _text: 'string[]',
  _uuid: 'string[]',
};

/** Columns that hold the id of something their name does not say. */
const ALIASES: Record<string, string> = {
  case_id: 'review_case',
  other_piece_id: 'piece',
  ...Object.fromEntries(
    [
      'actor',
      'by_account',
      'made_by',
      'invited_by',
      'message_by',
      'given_by',
      'looked_by',
      'reserved_for',
      'excluded_reviewers',
    ].map((name) => [name, 'account']),
  ),
};

const camel = (name: string) => name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
const pascal = (name: string) => camel(`_${name}`);

async function describe(): Promise<string> {
  const engine = await PGlite.create('memory://');
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool: new pg.Pool({ ...createPgConfig(engine), max: 1 }) }) });
  await migrate(db, new URL('../db/migrations', import.meta.url).pathname);
  const columns = (
    await sql<{ table: string; column: string; type: string; nullable: boolean; fallback: boolean; identity: boolean }>`
      select c.table_name as "table", c.column_name as "column", c.udt_name as type, c.is_nullable = 'YES' as nullable,
        c.column_default is not null as fallback, c.is_identity = 'YES' as identity
      from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
      where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.table_name <> 'schema_migration'
      order by c.table_name, c.ordinal_position`.execute(db)
  ).rows;
  const checks = (
    await sql<{ table: string; definition: string }>`
      select rel.relname as "table", pg_get_constraintdef(con.oid) as definition
      from pg_constraint con join pg_class rel on rel.oid = con.conrelid where con.contype = 'c'`.execute(db)
  ).rows;
  await db.destroy();
  await engine.close();
  const unions = new Map<string, string>();
  for (const { table, definition } of checks) {
    const match = /^CHECK \(\(\((?:\()?(\w+)\)?(?:::text)? = ANY \(\(?ARRAY\[(.*?)\]/s.exec(
      definition.replace('CHECK ((', 'CHECK ((('),
    );
    if (!match?.[1] || !match[2]) continue;
    const values = [...match[2].matchAll(/'((?:[^']|'')*)'/g)].map((value) => `'${value[1]}'`);
    if (values.length > 0) unions.set(`${table}.${match[1]}`, values.join(' | '));
  }
  const names = new Set(columns.map((column) => column.table));
  const idType = (table: string, column: string, base: string) => {
    if (base !== 'string' && base !== 'string[]') return base;
    const stem = column === 'id' ? table : (ALIASES[column] ?? /^(?:.*_)?([a-z]+?)_ids?$/.exec(column)?.[1]);
    const noun = [stem, column.replace(/_ids?$/, '')].find((name) => name !== undefined && names.has(name));
    return noun ? `Id<'${camel(noun)}'>${base.slice('string'.length)}` : base;
  };
  const tables = new Map<string, typeof columns>();
  for (const column of columns) tables.set(column.table, [...(tables.get(column.table) ?? []), column]);
  const lines = [
    '// Written by `tsx checks/schema.ts --write` from db/migrations. Do not edit.',
    "import type { ColumnType, Generated, GeneratedAlways } from 'kysely';",
    "import type { Id } from '#kernel/ids.ts';",
    '',
    '/** JSON goes in as text (`JSON.stringify`) and comes out parsed, to be read by a schema. */',
    'export type Json = ColumnType<unknown, string, string>;',
    '',
  ];
  for (const [table, own] of tables) {
    lines.push(`export interface ${pascal(table)}Table {`);
    for (const { column, type, nullable, fallback, identity } of own) {
      const plain = unions.get(`${table}.${column}`) ?? TYPES[type];
      const base = plain && /uuid$/.test(type) ? idType(table, column, plain) : plain;
      if (!base) throw new Error(`no type for ${table}.${column}: ${type}`);
      const full =
        base === 'Json' && nullable ? 'ColumnType<unknown, string | null, string | null>' : nullable ? `${base} | null` : base;
      const wrapped = identity
        ? `GeneratedAlways<${full}>`
        : fallback && base === 'Json'
          ? 'ColumnType<unknown, string | undefined, string>'
          : fallback
            ? `Generated<${full}>`
            : full;
      lines.push(`  ${camel(column)}: ${wrapped};`);
    }
    lines.push('}', '');
  }
  lines.push(
    'export interface Schema {',
    ...[...tables.keys()].map((table) => `  ${camel(table)}: ${pascal(table)}Table;`),
    '}',
    '',
  );
  return lines.join('\n');
}

const wanted = await describe();
if (process.argv.includes('--write')) {
  await writeFile(target, wanted);
  console.log('schema written');
} else if ((await readFile(target, 'utf8').catch(() => '')) !== wanted) {
  console.error('src/store/schema.ts is not what db/migrations say: run `npx tsx checks/schema.ts --write`');
  process.exitCode = 1;
} else {
  console.log('schema agrees with the migrations');
}
