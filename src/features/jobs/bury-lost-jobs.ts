import { sql } from 'kysely';
import type { House } from '#features/house.ts';

/**
 * Jobs whose worker died with them in its hands, at every try, leave no other trace than the queue's own: they are put with those that
 * failed for good. Rows of failures that were noted already go. @returns how many were lost
 */
export async function buryLostJobs(house: Pick<House, 'db'>): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    with failed as (
      delete from pgboss.job where name = 'engine' and state = 'failed' returning id, data, output
    )
    insert into dead_job (id, name, payload, code)
    select id, data->>'name', data->'payload', 'worker_lost' from failed
    where output->'value'->>'message' like '%timeout%'
    on conflict do nothing
    returning id`.execute(house.db);
  return rows.length;
}
