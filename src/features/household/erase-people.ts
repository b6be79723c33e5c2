import type { Id } from '#kernel/ids.ts';
import { destroyFilesOf } from '#features/erasure/api.ts';
import type { Tx } from '#store/unit-of-work.ts';

/** Erases people of a dossier with their pieces and files, guarantors first. */
export async function erasePeople(tx: Tx, personIds: readonly Id<'person'>[], at: Date): Promise<void> {
  if (personIds.length === 0) return;
  await destroyFilesOf(tx, personIds, at);
  await tx.deleteFrom('piece').where('personId', 'in', personIds).execute();
  await tx.deleteFrom('person').where('id', 'in', personIds).where('role', '=', 'guarantor').execute();
  await tx.deleteFrom('person').where('id', 'in', personIds).execute();
}
