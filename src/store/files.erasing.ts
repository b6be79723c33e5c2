import { sql } from 'kysely';
import type { Id } from '#kernel/ids.ts';
import type { Tx } from './unit-of-work.ts';

/**
 * Destroys the keys of files and hands their blobs' addresses to the eraser. From the commit on nothing can read them.
 * @param state what the rows become: `removed` (a person's act), `rejected` (intake) or null to leave it
 */
export async function destroyFileKeys(
  tx: Tx,
  fileIds: readonly Id<'file'>[],
  at: Date,
  state: 'removed' | 'rejected' | null,
): Promise<void> {
  if (fileIds.length === 0) return;
  await sql`
    insert into blob_to_erase (address, since, next_at)
    select a.address, ${at}, ${at} from file f,
      unnest(array[f.original_address, f.working_address, f.preview_address, f.facts_address]) as a(address)
    where f.id = any(${[...fileIds]}::uuid[]) and a.address is not null
    on conflict (address) do nothing`.execute(tx);
  await tx.deleteFrom('fingerprint').where('fileId', 'in', fileIds).execute();
  await tx
    .updateTable('file')
    .set({
      wrappedKey: null,
      keyVersion: null,
      workingAddress: null,
      previewAddress: null,
      factsAddress: null,
      passwordSealed: null,
      nameSealed: null,
      ...(state === null ? {} : { state }),
      ...(state === 'removed' ? { removedAt: at } : {}),
    })
    .where('id', 'in', fileIds)
    .execute();
}
