import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { sql, type Kysely } from 'kysely';

/**
 * Brings a database to the newest schema: plain SQL files, in the order of their names, each in one transaction, forward only.
 * A file that changed after it ran stops the start: write a new one instead.
 * @returns names of the files that ran now
 */
export async function migrate<Schema>(db: Kysely<Schema>, directory: string): Promise<string[]> {
  await sql`create table if not exists schema_migration (name text primary key, sha256 text not null, at timestamptz not null default now())`.execute(
    db,
  );
  const ran = new Map(
    (await sql<{ name: string; sha256: string }>`select name, sha256 from schema_migration`.execute(db)).rows.map((row) => [
      row.name,
      row.sha256,
    ]),
  );
  const files = (await readdir(directory)).filter((name) => name.endsWith('.sql')).sort();
  const news: string[] = [];
  for (const name of files) {
    const text = await readFile(path.join(directory, name), 'utf8');
    const sha256 = createHash('sha256').update(text).digest('hex');
    const known = ran.get(name);
    if (known && known !== sha256) throw new Error(`migration ${name} changed after it ran: add a new file instead`);
    if (known) continue;
    await db.transaction().execute(async (trx) => {
      for (const statement of statementsOf(text)) await sql.raw(statement).execute(trx);
      await sql`insert into schema_migration (name, sha256) values (${name}, ${sha256})`.execute(trx);
    });
    news.push(name);
  }
  return news;
}

/** Splits SQL text at the semicolons that end a line, outside `$$ … $$` bodies. */
export function statementsOf(text: string): string[] {
  const statements: string[] = [];
  let current: string[] = [];
  let inBody = false;
  for (const line of text.split('\n')) {
    if (!inBody && /^\s*--/.test(line)) continue;
    current.push(line);
    if ((line.match(/\$\$/g)?.length ?? 0) % 2 === 1) inBody = !inBody;
    if (!inBody && line.trimEnd().endsWith(';')) {
      statements.push(current.join('\n').trim());
      current = [];
    }
  }
  if (current.join('').trim()) statements.push(current.join('\n').trim());
  return statements;
}
