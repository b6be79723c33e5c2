import type { Id } from '#kernel/ids.ts';
import type { House } from '#features/house.ts';
import type { BlobAddress } from '#ports/blob-store.ts';
import type { WrappedKey } from '#ports/vault.ts';

/** Bytes of a copy that is ready; `null` when it is not, or no longer. */
export async function readCopy(
  house: Pick<House, 'db' | 'vault'>,
  copyId: Id<'copy'>,
): Promise<{ bytes: Buffer; pages: number; traceCode: string } | null> {
  const copy = await house.db
    .selectFrom('copy')
    .selectAll()
    .where('id', '=', copyId)
    .where('state', '=', 'ready')
    .executeTakeFirst();
  if (!copy?.address || !copy.wrappedKey) return null;
  const name = { fileId: copy.id as string as Id<'file'>, address: copy.address as BlobAddress, role: 'copy' } as const;
  const opened = await house.vault.open(copy.wrappedKey as WrappedKey, name);
  if (!opened.ok) return null;
  const chunks: Uint8Array[] = [];
  for await (const chunk of opened.value) chunks.push(chunk);
  return { bytes: Buffer.concat(chunks), pages: copy.pages ?? 0, traceCode: copy.traceCode };
}
