import { CompiledQuery, sql } from 'kysely';
import PgBoss from 'pg-boss';
import type { Id } from '#kernel/ids.ts';
import { JobFault, WAITS_SECONDS } from '#domain/jobs/job-fault.ts';
import type { JobAttempt, JobName, JobPayloads } from '#ports/job-queue.ts';
import type { Database } from './open-database.ts';
import type { DbOrTx, Tx } from './unit-of-work.ts';

const QUEUE = 'engine';

/**
 * Higher first: what a person waits for on a screen comes before reading in the background. Within a name dossiers take turns: each job of
 * one that waits already costs the next one a point, so the first of everybody comes before the second of anybody.
 */
const PRIORITY: Readonly<Record<JobName, number>> = {
  'file.prepare': 300,
  'copy.prepare': 200,
  'piece.examine': 100,
  'export.prepare': 0,
};
const MOST_TURNS = 99;
/** Below the last turn of every name. */
const IDLE_PRIORITY = -200;

/** Seconds after which a job of a dead worker is taken again. */
const EXPIRES: Readonly<Record<JobName, number>> = {
  'file.prepare': 90,
  'copy.prepare': 150,
  'piece.examine': 120,
  'export.prepare': 600,
};

const RETRIES = WAITS_SECONDS.length;
const TICK_SECONDS = 5;

export type JobHandlers = { readonly [Name in JobName]: (payload: JobPayloads[Name], attempt: JobAttempt) => Promise<void> };

interface QueuedJob {
  readonly name: JobName;
  readonly payload: JobPayloads[JobName];
}

/** Jobs written in the business transaction and run at once after its commit. */
export interface JobQueue {
  /**
   * Enqueues with the transaction: it exists if and only if the transaction commits.
   * @param delaySeconds wait before the first try; `'idle'`: after everything that anybody waits for
   */
  send<Name extends JobName>(tx: Tx, name: Name, payload: JobPayloads[Name], delaySeconds?: number | 'idle'): Promise<void>;
  /** To be told of commits, so that a job just written starts in milliseconds instead of at the next poll. */
  committed(tx: Tx): void;
  /** Starts the workers of this process. @param slots jobs at a time */
  work(handlers: JobHandlers, slots: number): Promise<void>;
  /** Waits for running jobs, then stops. */
  stop(): Promise<void>;
}

/** Keeps a job that failed for good where its operators see it; the same once more is counted. */
async function bury(db: Database, id: string, { name, payload }: QueuedJob, error: unknown): Promise<void> {
  const code = error instanceof JobFault ? error.code : 'unexpected';
  await db
    .insertInto('deadJob')
    .values({ id: id as Id<'deadJob'>, name, payload: JSON.stringify(payload), code })
    .onConflict((conflict) =>
      conflict.columns(['name', 'payload']).doUpdateSet((eb) => ({
        code,
        failures: eb('deadJob.failures', '+', 1),
        failedAt: sql<Date>`now()`,
      })),
    )
    .execute();
}

/** What was to be done is done: a failure of the same before is no failure any more. */
async function buryNot(db: Database, { name, payload }: QueuedJob): Promise<void> {
  await db
    .deleteFrom('deadJob')
    .where('name', '=', name)
    .where('payload', '=', sql<unknown>`${JSON.stringify(payload)}::jsonb`)
    .execute();
}

const NO_VALUES: unknown[] = [];

/** pg-boss speaks through Kysely; a failed multi-statement text leaves its connection in an aborted transaction, hence the rollback. */
const bossOver = (db: Database) => ({
  executeSql: (text: string, values: unknown[] = NO_VALUES) =>
    db
      .withoutPlugins()
      .connection()
      .execute(async (connection) => {
        try {
          const result = await connection.executeQuery<unknown>(CompiledQuery.raw(text, values));
          return { rows: result.rows };
        } catch (error) {
          await connection.executeQuery(CompiledQuery.raw('ROLLBACK'));
          throw error;
        }
      }),
});

const bossInside = (tx: DbOrTx) => ({
  executeSql: async (text: string, values: unknown[] = NO_VALUES) => {
    const result = await tx.withoutPlugins().executeQuery<unknown>(CompiledQuery.raw(text, values));
    return { rows: result.rows };
  },
});

/**
 * Opens the queue on a database, making its tables when absent.
 * @param embedded one process owns the data: jobs left active by its last life are taken again at once
 * @param onFault told of faults of the queue itself; a handler's error is a retry, not a fault
 */
export async function openJobQueue(
  db: Database,
  options: { embedded: boolean; onFault: (error: unknown) => void },
): Promise<JobQueue> {
  const boss = new PgBoss({
    db: bossOver(db),
    maintenanceIntervalSeconds: TICK_SECONDS,
    monitorStateIntervalSeconds: 60,
    schedule: false,
    archiveCompletedAfterSeconds: 3600,
    deleteAfterDays: 7,
  });
  boss.on('error', options.onFault);
  await boss.start();
  await boss.createQueue(QUEUE);
  if (options.embedded) await sql`update pgboss.job set state = 'retry' where name = ${QUEUE} and state = 'active'`.execute(db);
  const dirty = new WeakSet<Tx>();
  let workers: string[] = [];
  const wake = () => workers.forEach((worker) => boss.notifyWorker(worker));
  return {
    send: async (tx, name, payload, delaySeconds = 0) => {
      const job: QueuedJob = { name, payload };
      const idle = delaySeconds === 'idle';
      const { rows } = await sql<{ ahead: number }>`
        select count(*)::int as ahead from pgboss.job where name = ${QUEUE} and state < 'active'
        and data->>'name' = ${name} and data->'payload'->>'dossierId' = ${'dossierId' in payload ? payload.dossierId : null}`.execute(
        tx,
      );
      await boss.send(QUEUE, job, {
        db: bossInside(tx),
        priority: (idle ? IDLE_PRIORITY : PRIORITY[name]) - Math.min(MOST_TURNS, rows[0]?.ahead ?? 0),
        expireInSeconds: EXPIRES[name],
        retryLimit: RETRIES,
        retryDelay: WAITS_SECONDS[0],
        startAfter: idle ? 0 : delaySeconds,
      });
      if (delaySeconds === 0) dirty.add(tx);
    },
    committed: (tx) => {
      if (dirty.delete(tx)) wake();
    },
    work: async (handlers, slots) => {
      workers = await Promise.all(
        Array.from({ length: slots }, () =>
          boss.work<QueuedJob>(QUEUE, { pollingIntervalSeconds: 0.5, includeMetadata: true, priority: true }, async ([job]) => {
            if (!job) return;
            try {
              const run = handlers[job.data.name] as (payload: unknown, attempt: JobAttempt) => Promise<void>;
              await run(job.data.payload, { last: job.retryCount >= RETRIES });
              await buryNot(db, job.data);
            } catch (error) {
              const wait = WAITS_SECONDS[job.retryCount];
              if (wait === undefined) await bury(db, job.id, job.data, error);
              else await sql`update pgboss.job set retry_delay = ${wait} where name = ${QUEUE} and id = ${job.id}`.execute(db);
              throw error;
            } finally {
              wake();
            }
          }),
        ),
      );
    },
    stop: () => boss.stop({ graceful: true, wait: true, timeout: 20_000 }),
  };
}
