import type { Id } from '#kernel/ids.ts';
import { err, ok, type Result } from '#kernel/result.ts';
import { membershipOf, may } from '#features/dossiers/api.ts';
import { destroyFiles } from '#features/erasure/api.ts';
import type { House } from '#features/house.ts';
import { refreshStatuses } from '#features/statuses/api.ts';
import { lockDossier, outdateCopies } from '#store/dossiers.repository.ts';
import { revisePiece } from './revise-piece.ts';

export interface FileAddress {
  readonly accountId: Id<'account'>;
  readonly dossierId: Id<'dossier'>;
  readonly personId: Id<'person'>;
  readonly pieceId: Id<'piece'>;
  readonly fileId: Id<'file'>;
}

/** Removes a file of a piece: its key is destroyed with the commit. A rejected file's row is dismissed. */
export async function removeFile(
  house: Pick<House, 'transact' | 'clock' | 'ids' | 'random' | 'jobs'>,
  input: FileAddress,
): Promise<Result<void, 'not_found'>> {
  const now = house.clock.now();
  return house.transact(async (tx) => {
    await lockDossier(tx, input.dossierId);
    const membership = await membershipOf(tx, input.accountId, input.dossierId, now);
    if (!membership || !may(membership, input.personId, 'fill')) return err('not_found');
    const file = await tx
      .selectFrom('file')
      .innerJoin('piece', 'piece.id', 'file.pieceId')
      .select(['file.id', 'file.state', 'piece.id as pieceId'])
      .where('file.id', '=', input.fileId)
      .where('piece.id', '=', input.pieceId)
      .where('piece.personId', '=', input.personId)
      .where('file.state', '<>', 'removed')
      .executeTakeFirst();
    if (!file) return err('not_found');
    if (file.state === 'rejected') {
      await tx.deleteFrom('file').where('id', '=', file.id).execute();
      return ok();
    }
    await destroyFiles(tx, [file.id], now, 'removed');
    if (file.state === 'ready') {
      await revisePiece(
        tx,
        house,
        { id: file.pieceId, dossierId: input.dossierId, personId: input.personId },
        'file_removed',
        input.accountId,
      );
    }
    await refreshStatuses(tx, house, input.dossierId, input.accountId);
    return ok();
  });
}

/** Moves a file one place up or down among those of its piece; the order is that of copies. */
export async function moveFile(
  house: Pick<House, 'transact' | 'clock' | 'ids' | 'random' | 'jobs'>,
  input: FileAddress & { step: -1 | 1 },
): Promise<Result<void, 'not_found'>> {
  const now = house.clock.now();
  return house.transact(async (tx) => {
    await lockDossier(tx, input.dossierId);
    const membership = await membershipOf(tx, input.accountId, input.dossierId, now);
    if (!membership || !may(membership, input.personId, 'fill')) return err('not_found');
    const files = await tx
      .selectFrom('file')
      .innerJoin('piece', 'piece.id', 'file.pieceId')
      .select(['file.id', 'file.position'])
      .where('piece.id', '=', input.pieceId)
      .where('piece.personId', '=', input.personId)
      .where('file.state', 'in', ['received', 'ready'])
      .orderBy('file.position')
      .execute();
    const at = files.findIndex((file) => file.id === input.fileId);
    const [moved, other] = [files[at], files[at + input.step]];
    if (!moved) return err('not_found');
    if (!other) return ok();
    await tx.updateTable('file').set({ position: other.position }).where('id', '=', moved.id).execute();
    await tx.updateTable('file').set({ position: moved.position }).where('id', '=', other.id).execute();
    await outdateCopies(tx, input.dossierId);
    return ok();
  });
}
