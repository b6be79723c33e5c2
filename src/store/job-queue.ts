import { CompiledQuery, sql } from 'kysely';
import PgBoss from 'pg-boss';
import type { JobAttempt, JobName, JobPayloads } from '#ports/job-queue.ts';
import type { Database } from './open-database.ts';
import type { DbOrTx, Tx } from './unit-of-work.ts';

const QUEUE = 'engine';

/** Higher first: what a person waits for on a screen comes before reading in the background. */
const PRIORITY: Readonly<Record<JobName, number>> = {
  'file.prepare': 30,
  'copy.prepare': 20,
  'piece.examine': 10,
  'export.prepare': 5,
};

/** Seconds after which a job of a dead worker is taken again. */
const EXPIRES: Readonly<Record<JobName, number>> = {
  'file.prepare': 90,
  'copy.prepare': 150,
  'piece.examine': 120,
  'export.prepare': 600,
};

const RETRIES = 3;
const TICK_SECONDS = 5;

export type JobHandlers = { readonly [Name in JobName]: (payload: JobPayloads[Name], attempt: JobAttempt) => Promise<void> };

interface QueuedJob {
  readonly name: JobName;
  readonly payload: unknown;
}

/** Jobs written in the business transaction and run at once after its commit. */
export interface JobQueue {
  /** Enqueues with the transaction: it exists if and only if the transaction commits. @param delaySeconds wait before the first try */
  send<Name extends JobName>(tx: Tx, name: Name, payload: JobPayloads[Name], delaySeconds?: number): Promise<void>;
  /** To be told of commits, so that a job just written starts in milliseconds instead of at the next poll. */
  committed(tx: Tx): void;
  /** Starts the workers of this process. @param slots jobs at a time */
  work(handlers: JobHandlers, slots: number): Promise<void>;
  /** Waits for running jobs, then stops. */
  stop(): Promise<void>;
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
      await boss.send(QUEUE, job, {
        db: bossInside(tx),
        priority: PRIORITY[name],
        expireInSeconds: EXPIRES[name],
        retryLimit: RETRIES,
        retryDelay: 5,
        retryBackoff: true,
        startAfter: delaySeconds,
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
