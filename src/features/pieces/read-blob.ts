import type { FileFacts } from '#domain/findings/facts.ts';
import type { House } from '#features/house.ts';
import type { BlobRole, WrappedKey } from '#ports/vault.ts';
import type { BlobAddress } from '#ports/blob-store.ts';
import type { FileType } from '#domain/pieces/file-type.ts';
import type { FileRow } from '#store/dossiers.repository.ts';

/** Collects one blob of a file; `null` when its key or bytes are gone. At most some 10 MB: uploads are limited. */
export async function readBlob(
  house: Pick<House, 'vault'>,
  file: Pick<FileRow, 'id' | 'wrappedKey'>,
  address: string | null,
  role: BlobRole,
): Promise<Buffer | null> {
  if (!file.wrappedKey || !address) return null;
  const opened = await house.vault.open(file.wrappedKey as WrappedKey, {
    fileId: file.id,
    address: address as BlobAddress,
    role,
  });
  if (!opened.ok) return null;
  const chunks: Uint8Array[] = [];
  for await (const chunk of opened.value) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/**
 * What the engine reads of a file: the working copy when there is one, else the original. `converted` when that copy is of another type: a JPEG made from
 * a HEIC.
 */
export async function readForEngine(
  house: Pick<House, 'vault'>,
  file: FileRow,
): Promise<{ bytes: Buffer; type: FileType; converted: boolean } | null> {
  const working = file.workingAddress !== null;
  const bytes = working
    ? await readBlob(house, file, file.workingAddress, 'working')
    : await readBlob(house, file, file.originalAddress, 'original');
  const type = working ? (file.workingType as FileType) : file.type;
  return bytes && { bytes, type, converted: type !== file.type };
}

/** What was read of a file, decrypted; `null` until it has been read, or when its key is gone. Written by this program, so parsed as such. */
export async function readFacts(house: Pick<House, 'vault'>, file: FileRow): Promise<FileFacts | null> {
  const bytes = await readBlob(house, file, file.factsAddress, 'facts');
  return bytes && (JSON.parse(bytes.toString('utf8')) as FileFacts);
}
