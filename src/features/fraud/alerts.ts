import type { Id } from '#kernel/ids.ts';
import { copiesOf, type FoundCopy } from '#features/pieces/api.ts';
import { rolesOf } from '#store/accounts.repository.ts';
import type { DbOrTx } from '#store/unit-of-work.ts';

/** True for the agents who are told where the same paper is. */
export async function isReferent(db: DbOrTx, accountId: Id<'account'>): Promise<boolean> {
  return (await rolesOf(db, accountId)).includes('fraud_referent');
}

/** What of two pieces is the same paper now; nothing when one was erased, or when their people are no longer strangers. */
export async function samePapers(
  db: DbOrTx,
  alert: { readonly pieceId: Id<'piece'>; readonly otherPieceId: Id<'piece'> },
): Promise<readonly FoundCopy[]> {
  const copies = await copiesOf(db, alert.pieceId);
  return copies.filter(({ index, otherPiece }) => index !== 'layout' && otherPiece === alert.otherPieceId);
}
