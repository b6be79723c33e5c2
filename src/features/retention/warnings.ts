import { DAY_MS } from '#kernel/clock.ts';
import type { Id } from '#kernel/ids.ts';
import type { House } from '#features/house.ts';
import type { Tx } from '#store/unit-of-work.ts';

/** Mails that warn of an end, first and second of each silence. */
export const WARNINGS = {
  pieces: ['keep.first', 'keep.second'],
  account: ['account.ending_1', 'account.ending_2'],
} as const;
export type WarningKind = (typeof WARNINGS)['pieces' | 'account'][number];

/** A mail that its server refuses is tried anew for this long; then the address is taken for dead, and the end waits no more. */
const GIVEN_UP_AFTER_MS = 30 * DAY_MS;

/** What became of the warnings of one silence. */
export interface Warned {
  /** Instants at which they left, not at which they were written. */
  readonly went: readonly Date[];
  /** One is still on its way: nothing is due before it left. */
  readonly waiting: boolean;
}

/** Reads the warnings of a subject since its last contact. One that could not be delivered is put on its way again. */
export async function warningsOf(
  tx: Tx,
  house: Pick<House, 'clock'>,
  subject: { readonly id: Id<'person'> | Id<'account'>; readonly since: Date; readonly kinds: readonly WarningKind[] },
): Promise<Warned> {
  const now = house.clock.now();
  const rows = await tx
    .selectFrom('noticeSent')
    .leftJoin('outbox', 'outbox.id', 'noticeSent.outboxId')
    .select(['noticeSent.sentAt', 'outbox.id', 'outbox.state', 'outbox.doneAt', 'outbox.createdAt'])
    .where('noticeSent.subjectId', '=', subject.id)
    .where('noticeSent.kind', 'in', subject.kinds)
    .where('noticeSent.sentAt', '>', subject.since)
    .execute();
  const again = rows.filter(
    (row) => row.state === 'dead' && row.createdAt !== null && now.getTime() - row.createdAt.getTime() < GIVEN_UP_AFTER_MS,
  );
  for (const { id } of again)
    if (id)
      await tx
        .updateTable('outbox')
        .set({ state: 'waiting', tries: 0, nextAt: now, doneAt: null })
        .where('id', '=', id)
        .execute();
  return {
    went: rows.map((row) => row.doneAt ?? row.sentAt),
    waiting: again.length > 0 || rows.some((row) => row.state === 'waiting'),
  };
}

/** Notes that a warning was written, with the mail that carries it. */
export async function noteWarning(
  tx: Tx,
  house: Pick<House, 'clock'>,
  warning: {
    readonly subjectId: Id<'person'> | Id<'account'>;
    readonly kind: WarningKind;
    readonly since: Date;
    readonly outboxId: Id<'outbox'>;
  },
): Promise<void> {
  await tx
    .insertInto('noticeSent')
    .values({
      subjectId: warning.subjectId,
      kind: warning.kind,
      about: warning.since,
      sentAt: house.clock.now(),
      outboxId: warning.outboxId,
    })
    .execute();
}
