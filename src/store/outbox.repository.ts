import type { Id } from '#kernel/ids.ts';
import type { Database } from './open-database.ts';
import type { Tx } from './unit-of-work.ts';

export interface NewMail {
  readonly id: Id<'outbox'>;
  /** Which mail, e.g. `dossier.to_correct`. */
  readonly topic: string;
  /** Ids and codes only; names and addresses are read when the mail is written. */
  readonly payload: Readonly<Record<string, string | number | boolean | null>>;
  /** What it is about, so that it can be voided when that is undone or erased. */
  readonly about?: string;
  readonly at: Date;
  /** Earliest departure; `at` when absent. */
  readonly notBefore?: Date;
}

/** Puts a mail in the outbox, in the transaction of the act that causes it. */
export async function enqueueMail(tx: Tx, mail: NewMail): Promise<void> {
  await tx
    .insertInto('outbox')
    .values({
      id: mail.id,
      channel: 'mail',
      topic: mail.topic,
      payload: JSON.stringify(mail.payload),
      about: mail.about ?? null,
      state: 'waiting',
      nextAt: mail.notBefore ?? mail.at,
      createdAt: mail.at,
    })
    .execute();
}

/** Mails whose time has come, oldest first. */
export function dueMails(db: Database, now: Date, limit: number) {
  return db
    .selectFrom('outbox')
    .select(['id', 'topic', 'payload', 'tries', 'createdAt'])
    .where('channel', '=', 'mail')
    .where('state', '=', 'waiting')
    .where('nextAt', '<=', now)
    .orderBy('nextAt')
    .limit(limit)
    .execute();
}

/** Marks what became of a mail. @param nextAt when to try again, for `waiting` */
export async function markMail(
  db: Database,
  id: Id<'outbox'>,
  outcome:
    | { state: 'sent' | 'void'; at: Date }
    | { state: 'waiting'; nextAt: Date; failure: string }
    | { state: 'dead'; at: Date; failure: string },
): Promise<void> {
  const change =
    outcome.state === 'waiting'
      ? { nextAt: outcome.nextAt, failure: outcome.failure }
      : { state: outcome.state, doneAt: outcome.at, failure: outcome.state === 'dead' ? outcome.failure : null };
  await db
    .updateTable('outbox')
    .set((eb) => ({ ...change, tries: eb('tries', '+', 1) }))
    .where('id', '=', id)
    .execute();
}
