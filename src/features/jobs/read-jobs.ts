import { sql } from 'kysely';
import { MINUTE_MS } from '#kernel/clock.ts';
import type { Id } from '#kernel/ids.ts';
import type { JobFaultCode } from '#domain/jobs/job-fault.ts';
import type { House } from '#features/house.ts';
import type { JobName } from '#ports/job-queue.ts';

/** What the worker has to do now, by job. */
export interface JobsWaiting {
  readonly name: JobName;
  readonly waiting: number;
  readonly running: number;
  /** Minutes that the oldest one which is due has waited; `null` when none is. */
  readonly oldestMinutes: number | null;
}

/** A job that failed for good. */
export interface DeadJob {
  readonly id: Id<'deadJob'>;
  readonly name: JobName;
  readonly code: JobFaultCode;
  /** Times that all its tries failed. */
  readonly failures: number;
  /** Minutes since the first time. */
  readonly minutes: number;
}

const MOST_SHOWN = 200;

/** Numbers of the queue, and what failed for good, oldest first. No name, no text: ids and codes only. */
export async function readJobs(
  house: Pick<House, 'db' | 'clock'>,
): Promise<{ readonly waiting: readonly JobsWaiting[]; readonly dead: readonly DeadJob[]; readonly deadCount: number }> {
  const now = house.clock.now().getTime();
  const minutes = (since: Date) => Math.max(0, Math.floor((now - since.getTime()) / MINUTE_MS));
  const { rows } = await sql<{ job: JobName; waiting: number; running: number; oldest: Date | null }>`
    select data->>'name' as job, count(*) filter (where state < 'active')::int as waiting,
      count(*) filter (where state = 'active')::int as running,
      min(created_on) filter (where state < 'active' and start_after <= now()) as oldest
    from pgboss.job where name = 'engine' and state <= 'active' group by 1 order by 1`.execute(house.db);
  const dead = await house.db.selectFrom('deadJob').selectAll().orderBy('firstFailedAt').limit(MOST_SHOWN).execute();
  const { count } = await house.db
    .selectFrom('deadJob')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow();
  return {
    waiting: rows.map(({ job, waiting, running, oldest }) => ({
      name: job,
      waiting,
      running,
      oldestMinutes: oldest && minutes(oldest),
    })),
    dead: dead.map(({ id, name, code, failures, firstFailedAt }) => ({
      id,
      name,
      code,
      failures,
      minutes: minutes(firstFailedAt),
    })),
    deadCount: Number(count),
  };
}
