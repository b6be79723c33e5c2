import type { Id } from '#kernel/ids.ts';
import type { CompressionPicture } from '#domain/findings/compression-pictures.ts';
import type { House } from '#features/house.ts';
import { readForEngine } from '#features/pieces/api.ts';
import { fileOfCase } from './file-of-case.ts';
import { extendLease } from './leases.ts';

/**
 * A picture of how one page was compressed, drawn from the original for the agent who holds the case, and kept nowhere. The access is on record
 * before anything is opened. `null` without the lease, the file or the page; `'none'` when the page is no JPEG of the person's, or too large.
 */
export async function readCompression(
  house: Pick<House, 'db' | 'transact' | 'clock' | 'vault' | 'engine'>,
  input: {
    accountId: Id<'account'>;
    caseId: Id<'reviewCase'>;
    fileId: Id<'file'>;
    page: number;
    picture: CompressionPicture;
    network: string;
  },
): Promise<Uint8Array | 'none' | null> {
  const file = await fileOfCase(house, input);
  if (!file) return null;
  await extendLease(house, input.accountId, input.caseId);
  const content = await readForEngine(house, file);
  // A working copy was compressed by this program.
  if (!content || content.converted) return 'none';
  const drawn = await house.engine.compression({ ...content, page: input.page, picture: input.picture });
  return drawn.ok && drawn.value ? drawn.value.jpeg : 'none';
}
