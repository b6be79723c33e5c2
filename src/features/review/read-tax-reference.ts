import type { Id } from '#kernel/ids.ts';
import type { House } from '#features/house.ts';
import { readForEngine } from '#features/pieces/api.ts';
import type { TaxReference } from '#ports/document-engine.ts';
import { fileOfCase } from './file-of-case.ts';

/**
 * The numbers of a tax notice with which the tax office answers, read from the page now and kept nowhere. `null` without the lease or the file;
 * `'unread'` when they cannot be read. The access is on record before anything is opened.
 */
export async function readTaxReference(
  house: Pick<House, 'db' | 'transact' | 'clock' | 'vault' | 'engine'>,
  input: { accountId: Id<'account'>; caseId: Id<'reviewCase'>; fileId: Id<'file'>; network: string },
): Promise<TaxReference | 'unread' | null> {
  const file = await fileOfCase(house, input);
  if (!file) return null;
  const content = await readForEngine(house, file);
  const read = content && (await house.engine.taxReference(content));
  return read?.ok && read.value ? read.value : 'unread';
}
