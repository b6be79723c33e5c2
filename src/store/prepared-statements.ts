import type { PostgresPool, PostgresPoolClient } from 'kysely';
import type pg from 'pg';

/** Each keeps its plan in memory as long as the program lives. */
const MOST_STATEMENTS = 400;

/**
 * A pool whose statements are parsed and planned once and then called by name: the embedded engine spends more on planning a query than on
 * running it. What is asked only once, or without values, is left as it is. Only for a database whose tables no other process alters: a
 * plan kept over an altered table fails.
 */
export function preparing(pool: pg.Pool): PostgresPool {
  const seen = new Set<string>();
  const names = new Map<string, string>();
  const nameOf = (text: string): string | undefined => {
    const known = names.get(text);
    if (known || names.size >= MOST_STATEMENTS) return known;
    if (!seen.has(text)) {
      if (seen.size >= MOST_STATEMENTS) seen.clear();
      seen.add(text);
      return undefined;
    }
    const name = `s${names.size}`;
    names.set(text, name);
    return name;
  };
  const clients = new WeakMap<pg.PoolClient, PostgresPoolClient>();
  const wrap = (client: pg.PoolClient): PostgresPoolClient => {
    const query = (text: string, values: readonly unknown[]) => {
      const name = values.length > 0 ? nameOf(text) : undefined;
      return client.query({ text, values: [...values], ...(name ? { name } : {}) });
    };
    // Kysely's type has a form for cursors too, which nobody opens here.
    return { query: query as unknown as PostgresPoolClient['query'], release: () => client.release() };
  };
  return {
    async connect() {
      const client = await pool.connect();
      const known = clients.get(client) ?? wrap(client);
      clients.set(client, known);
      return known;
    },
    end: () => pool.end(),
  };
}
