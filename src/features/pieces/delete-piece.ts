import type { Id } from '#kernel/ids.ts';
import { err, ok, type Result } from '#kernel/result.ts';
import { touchesOthers } from '#domain/pieces/revisions.ts';
import { membershipOf, may } from '#features/dossiers/api.ts';
import { destroyFiles } from '#features/erasure/api.ts';
import type { House } from '#features/house.ts';
import { refreshStatuses } from '#features/statuses/api.ts';
import { lockDossier, outdateCopies } from '#store/dossiers.repository.ts';
import { insertEvent } from '#store/events.repository.ts';
import { pieceOfPerson } from './find-piece.ts';
import { reviseCoherent } from './save-piece.ts';

/** Deletes a piece with its files, at the wish of its people. */
export async function deletePiece(
  house: Pick<House, 'transact' | 'clock' | 'ids' | 'random' | 'jobs'>,
  input: { accountId: Id<'account'>; dossierId: Id<'dossier'>; personId: Id<'person'>; pieceId: Id<'piece'> },
): Promise<Result<void, 'not_found'>> {
  const now = house.clock.now();
  return house.transact(async (tx) => {
    await lockDossier(tx, input.dossierId);
    const membership = await membershipOf(tx, input.accountId, input.dossierId, now);
    const piece =
      membership && may(membership, input.personId, 'fill') ? await pieceOfPerson(tx, input.personId, input.pieceId) : null;
    if (!piece) return err('not_found');
    const files = await tx
      .selectFrom('file')
      .select('id')
      .where('pieceId', '=', piece.id)
      .where('wrappedKey', 'is not', null)
      .execute();
    await destroyFiles(
      tx,
      files.map((file) => file.id),
      now,
      'removed',
    );
    await tx.deleteFrom('piece').where('id', '=', piece.id).execute();
    await insertEvent(tx, {
      id: house.ids.next(),
      at: now,
      actor: input.accountId,
      dossierId: input.dossierId,
      personId: input.personId,
      type: 'piece.deleted',
      data: { pieceId: piece.id },
    });
    await outdateCopies(tx, input.dossierId);
    if (touchesOthers(piece.category, piece, null)) await reviseCoherent(tx, house, input, piece.id);
    await refreshStatuses(tx, house, input.dossierId, input.accountId);
    return ok();
  });
}
