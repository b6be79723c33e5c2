import { sql } from 'kysely';
import type { Id } from '#kernel/ids.ts';
import type { Tx } from './unit-of-work.ts';

/**
 * Destroys the keys of files and hands their blobs' addresses to the eraser. From the commit on nothing can read them, and nothing quotes them.
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
  // What was found in them quotes them: names and amounts as they were read. It goes in every revision of their pieces.
  await sql`
    delete from finding quoting using file f
    where f.id = any(${[...fileIds]}::uuid[]) and quoting.piece_id = f.piece_id
      and quoting.evidence @> jsonb_build_array(jsonb_build_object('file', f.id::text))`.execute(tx);
  // Alerts of papers that are the same no more: nothing tells that they were.
  await sql`
    delete from duplicate_alert a using file f
    where f.id = any(${[...fileIds]}::uuid[]) and f.piece_id in (a.piece_id, a.other_piece_id) and not exists (
      select 1 from fingerprint mine join file own on own.id = mine.file_id
        join fingerprint other on other.kind = mine.kind and other.hash = mine.hash
        join file found on found.id = other.file_id
      where mine.kind <> 'layout' and own.piece_id = a.piece_id and found.piece_id = a.other_piece_id)`.execute(tx);
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
