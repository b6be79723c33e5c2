import type { Id } from '#kernel/ids.ts';
import type { DbOrTx } from '#store/unit-of-work.ts';

/** Who sealed the present revision of each piece that was accepted on a seal. */
export async function readSealIssuers(
  db: DbOrTx,
  pieces: readonly { readonly id: Id<'piece'>; readonly rev: number }[],
): Promise<ReadonlyMap<Id<'piece'>, string>> {
  if (pieces.length === 0) return new Map();
  const rows = await db
    .selectFrom('decision')
    .select(['pieceId', 'rev', 'sealIssuer'])
    .where('kind', '=', 'seal')
    .where('undoneAt', 'is', null)
    .where(
      'pieceId',
      'in',
      pieces.map(({ id }) => id),
    )
    .execute();
  const present = rows.filter(({ pieceId, rev }) => pieces.some((piece) => piece.id === pieceId && piece.rev === rev));
  return new Map(present.flatMap(({ pieceId, sealIssuer }) => (sealIssuer ? [[pieceId, sealIssuer] as const] : [])));
}
