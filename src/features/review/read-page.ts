import type { Id } from '#kernel/ids.ts';
import { recordAccess } from '#features/audit/api.ts';
import type { House } from '#features/house.ts';
import { readForEngine } from '#features/pieces/api.ts';
import { extendLease, ownLease } from './leases.ts';

const VIEWER_WIDTH = 1400;

/**
 * One page of a file of a case, drawn from the original, for the agent who holds the case. The access is on record before the page is
 * given out; `null` when the lease or the file is not there.
 */
export async function readCasePage(
  house: Pick<House, 'db' | 'transact' | 'clock' | 'vault' | 'engine'>,
  input: { accountId: Id<'account'>; caseId: Id<'reviewCase'>; fileId: Id<'file'>; page: number; network: string },
): Promise<Uint8Array | null> {
  const now = house.clock.now();
  const lease = await ownLease(house.db, input.accountId, input.caseId, now);
  const file = await house.db
    .selectFrom('file')
    .innerJoin('piece', 'piece.id', 'file.pieceId')
    .innerJoin('reviewCase', (join) => join.on('reviewCase.id', '=', input.caseId))
    .selectAll('file')
    .select(['piece.personId', 'reviewCase.personIds'])
    .where('file.id', '=', input.fileId)
    .where('file.state', '=', 'ready')
    .executeTakeFirst();
  const allowed =
    lease !== null && file !== undefined && file.personIds.includes(file.personId) && input.page < (file.pages ?? 0);
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
  const drawn = content && (await house.engine.page({ ...content, page: input.page, width: VIEWER_WIDTH }));
  if (!drawn?.ok) return null;
  await extendLease(house, input.accountId, input.caseId);
  await house.db
    .insertInto('pageSeen')
    .values({ caseId: input.caseId, accountId: input.accountId, fileId: input.fileId, page: input.page, at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return drawn.value.jpeg;
}
