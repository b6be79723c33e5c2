import type { Id } from '#kernel/ids.ts';
import { recordAccess } from '#features/audit/api.ts';
import type { House } from '#features/house.ts';
import { ownLease } from './leases.ts';

/**
 * A file of a case, for the agent who holds the case; `null` when the lease or the file is not there, or has not that page. The access is on
 * record, allowed or denied, before anything is opened.
 * @param input.page counted from 0
 */
export async function fileOfCase(
  house: Pick<House, 'db' | 'transact' | 'clock'>,
  input: {
    readonly accountId: Id<'account'>;
    readonly caseId: Id<'reviewCase'>;
    readonly fileId: Id<'file'>;
    readonly page?: number;
    readonly network: string;
  },
) {
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
  const allowed =
    lease !== null && file !== undefined && file.personIds.includes(file.personId) && (input.page ?? 0) < (file.pages ?? 0);
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
  return allowed ? file : null;
}
