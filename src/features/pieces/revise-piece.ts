import { parisDate } from '#kernel/civil-date.ts';
import type { Id } from '#kernel/ids.ts';
import type { PersonName } from '#domain/people/names.ts';
import type { House } from '#features/house.ts';
import { insertEvent } from '#store/events.repository.ts';
import { outdateCopies } from '#store/dossiers.repository.ts';
import type { Tx } from '#store/unit-of-work.ts';
import { filesOfPiece } from './find-piece.ts';

export type RevisionCause =
  'saved' | 'file_added' | 'file_removed' | 'coherence' | 'identity' | 'look_again' | 'contested' | 'reopened';

/** What a revision may carry beside its cause. */
export interface RevisionDetails {
  /** What the person wrote with it, for "look again" and "contested". */
  readonly note?: string;
  /** Whose name changed, and what it was: agents see both names side by side. */
  readonly renamed?: { readonly personId: Id<'person'>; readonly before: PersonName };
}

const EXAMINE_AFTER_SECONDS = 1;

/**
 * Makes a new revision of a piece: what was decided or found on the one before no longer counts. Asks for a new examination.
 */
export async function revisePiece(
  tx: Tx,
  house: Pick<House, 'clock' | 'ids' | 'jobs'>,
  piece: { id: Id<'piece'>; dossierId: Id<'dossier'>; personId: Id<'person'> },
  cause: RevisionCause,
  actor: Id<'account'> | null,
  details: RevisionDetails = {},
): Promise<number> {
  const now = house.clock.now();
  const row = await tx
    .updateTable('piece')
    .set((eb) => ({ rev: eb('rev', '+', 1), savedOn: parisDate(now) }))
    .where('id', '=', piece.id)
    .returningAll()
    .executeTakeFirstOrThrow();
  await recordRevision(tx, house, { ...row, dossierId: piece.dossierId }, cause, actor, details);
  return row.rev;
}

/** Writes the row of a revision, its event and its examination; copies of the dossier made before are outdated. Called for the first revision of a new piece, too. */
export async function recordRevision(
  tx: Tx,
  house: Pick<House, 'clock' | 'ids' | 'jobs'>,
  piece: {
    id: Id<'piece'>;
    rev: number;
    dossierId: Id<'dossier'>;
    personId: Id<'person'>;
    situation: string;
    amount: number | null;
    text: string | null;
    cannotProvide: boolean;
    statementAt: Date | null;
  },
  cause: RevisionCause,
  actor: Id<'account'> | null,
  details: RevisionDetails = {},
): Promise<void> {
  const now = house.clock.now();
  await outdateCopies(tx, piece.dossierId);
  const files = await filesOfPiece(tx, piece.id);
  const content = {
    situation: piece.situation,
    amount: piece.amount,
    text: piece.text,
    cannotProvide: piece.cannotProvide,
    statementAt: piece.statementAt?.toISOString() ?? null,
    fileIds: files.map((file) => file.id),
    ...(details.renamed ? { renamed: details.renamed } : {}),
  };
  await tx
    .insertInto('pieceRevision')
    .values({
      pieceId: piece.id,
      rev: piece.rev,
      cause,
      at: now,
      actor,
      content: JSON.stringify(content),
      note: details.note ?? null,
    })
    .execute();
  await insertEvent(tx, {
    id: house.ids.next(),
    at: now,
    actor,
    dossierId: piece.dossierId,
    personId: piece.personId,
    type: piece.rev === 1 ? 'piece.added' : 'piece.changed',
    data: { pieceId: piece.id, rev: piece.rev, cause },
  });
  if (files.length === 0) return;
  await tx.insertInto('examination').values({ pieceId: piece.id, rev: piece.rev, state: 'waiting', waitingSince: now }).execute();
  const job = { pieceId: piece.id, revision: piece.rev, dossierId: piece.dossierId };
  await house.jobs.send(tx, 'piece.examine', job, EXAMINE_AFTER_SECONDS);
}
