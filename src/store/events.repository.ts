import type { Id } from '#kernel/ids.ts';
import type { Tx } from './unit-of-work.ts';

export interface NewEvent {
  readonly id: Id<'event'>;
  readonly at: Date;
  readonly actor: Id<'account'> | null;
  readonly dossierId?: Id<'dossier'>;
  readonly personId?: Id<'person'>;
  /** Dotted type, e.g. `piece.accepted`. */
  readonly type: string;
  /** Ids and codes only: never a name, an address, a file name. */
  readonly data?: Readonly<Record<string, string | number | boolean | null>>;
}

/** Appends to the stream of what happened. */
export async function insertEvent(tx: Tx, event: NewEvent): Promise<void> {
  await tx
    .insertInto('event')
    .values({
      id: event.id,
      at: event.at,
      actor: event.actor,
      dossierId: event.dossierId ?? null,
      personId: event.personId ?? null,
      type: event.type,
      data: JSON.stringify(event.data ?? {}),
    })
    .execute();
}
