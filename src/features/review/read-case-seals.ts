import type { Id } from '#kernel/ids.ts';
import type { House } from '#features/house.ts';
import { readSeals, type SealSeen } from '#features/pieces/api.ts';
import { ownLease } from './leases.ts';

/** Seals of a piece of a case, for the agent who holds it; none without the lease, or when the piece is of somebody else. */
export async function readCaseSeals(
  house: Pick<House, 'db' | 'clock' | 'vault'>,
  input: { readonly accountId: Id<'account'>; readonly caseId: Id<'reviewCase'>; readonly pieceId: Id<'piece'> },
): Promise<readonly SealSeen[]> {
  const lease = await ownLease(house.db, input.accountId, input.caseId, house.clock.now());
  const piece = await house.db
    .selectFrom('piece')
    .innerJoin('reviewCase', (join) => join.on('reviewCase.id', '=', input.caseId))
    .select(['piece.personId', 'reviewCase.personIds'])
    .where('piece.id', '=', input.pieceId)
    .executeTakeFirst();
  return lease && piece?.personIds.includes(piece.personId) ? readSeals(house, input.pieceId) : [];
}
