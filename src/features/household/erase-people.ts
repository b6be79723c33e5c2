import type { Id } from '#kernel/ids.ts';
import { destroyFiles } from '#features/erasure/api.ts';
import type { Tx } from '#store/unit-of-work.ts';

/** Erases people of a dossier with their pieces and files, guarantors first. */
export async function erasePeople(tx: Tx, personIds: readonly Id<'person'>[], at: Date): Promise<void> {
  if (personIds.length === 0) return;
  const files = await tx
    .selectFrom('file')
    .innerJoin('piece', 'piece.id', 'file.pieceId')
    .select('file.id')
    .where('piece.personId', 'in', personIds)
    .where('file.wrappedKey', 'is not', null)
    .execute();
  await destroyFiles(
    tx,
    files.map((file) => file.id),
    at,
    'removed',
  );
  await tx.deleteFrom('piece').where('personId', 'in', personIds).execute();
  await tx.deleteFrom('person').where('id', 'in', personIds).where('role', '=', 'guarantor').execute();
  await tx.deleteFrom('person').where('id', 'in', personIds).execute();
}
