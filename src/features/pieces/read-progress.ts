import { SECOND_MS } from '#kernel/clock.ts';
import type { Id } from '#kernel/ids.ts';
import type { House } from '#features/house.ts';

/** How long somebody is kept looking at "we are reading"; then the result will be in their dossier. */
const WATCHED_MS = 60 * SECOND_MS;

/** What is still being done with the documents of a piece: opened, read, read for longer than one waits, or nothing. */
export type Progress = 'opening' | 'reading' | 'late' | null;

/** Tells it of the piece as it is now. A file kept by our fault is not waited for. */
export async function readProgress(
  house: Pick<House, 'db' | 'clock'>,
  piece: { id: Id<'piece'>; rev: number },
): Promise<Progress> {
  const unopened = await house.db
    .selectFrom('file')
    .select('id')
    .where('pieceId', '=', piece.id)
    .where('state', '=', 'received')
    .where('code', 'is', null)
    .executeTakeFirst();
  if (unopened) return 'opening';
  const unread = await house.db
    .selectFrom('examination')
    .select('waitingSince')
    .where('pieceId', '=', piece.id)
    .where('rev', '=', piece.rev)
    .where('state', '=', 'waiting')
    .executeTakeFirst();
  if (!unread) return null;
  return house.clock.now().getTime() - unread.waitingSince.getTime() < WATCHED_MS ? 'reading' : 'late';
}
