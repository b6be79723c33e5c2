import type { Id } from '#kernel/ids.ts';
import { recordAccess } from '#features/audit/api.ts';
import type { House } from '#features/house.ts';
import { readForEngine } from '#features/pieces/api.ts';
import type { TaxReference } from '#ports/document-engine.ts';
import { ownLease } from './leases.ts';

/**
 * The numbers of a tax notice with which the tax office answers, read from the page now and kept nowhere. `null` without the lease or the file;
 * `'unread'` when they cannot be read. The access is on record before anything is opened.
 */
export async function readTaxReference(
  house: Pick<House, 'db' | 'transact' | 'clock' | 'vault' | 'engine'>,
  input: { accountId: Id<'account'>; caseId: Id<'reviewCase'>; fileId: Id<'file'>; network: string },
): Promise<TaxReference | 'unread' | null> {
  const lease = await ownLease(house.db, input.accountId, input.caseId, house.clock.now());
  const file = await house.db
    .selectFrom('file')
    .innerJoin('piece', 'piece.id', 'file.pieceId')
    .innerJoin('reviewCase', (join) => join.on('reviewCase.id', '=', input.caseId))
    .selectAll('file')
    .select(['piece.personId', 'reviewCase.personIds'])
    .where('file.id', '=', input.fileId)
    .where('file.state', '=', 'ready')
    .executeTakeFirst();
  const allowed = lease !== null && file !== undefined && file.personIds.includes(file.personId);
  await recordAccess(house, {
    accountId: input.accountId,
    role: 'reviewer',
    act: 'page.read',
    subjectKind: 'file',
    subjectId: input.fileId,
    purpose: 'lease',
    purposeId: input.caseId,
    result: allowed ? 'allowed' : 'denied',
    network: input.network,
  });
  if (!allowed) return null;
  const content = await readForEngine(house, file);
  const read = content && (await house.engine.taxReference(content));
  return read?.ok && read.value ? read.value : 'unread';
}
