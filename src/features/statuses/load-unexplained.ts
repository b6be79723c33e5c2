import type { Id } from '#kernel/ids.ts';
import type { DbOrTx } from '#store/unit-of-work.ts';
import type { PieceRow } from '#store/dossiers.repository.ts';

/** A piece with differences that its person has neither mended nor explained. */
export type Unexplained = Pick<PieceRow, 'id' | 'personId' | 'category'>;

/**
 * Pieces whose present revision has a failed critical finding that was told to the person, without a word of theirs on it. What is still being
 * read keeps nobody waiting, and what only agents see asks for nothing.
 */
export async function loadUnexplained(
  db: DbOrTx,
  pieces: readonly (Unexplained & Pick<PieceRow, 'status'>)[],
): Promise<readonly Unexplained[]> {
  const open = pieces.filter(({ status }) => status !== 'accepted');
  if (open.length === 0) return [];
  const rows = await db
    .selectFrom('finding')
    .innerJoin('piece', (join) => join.onRef('piece.id', '=', 'finding.pieceId').onRef('piece.rev', '=', 'finding.rev'))
    .leftJoin('explanation', (join) =>
      join
        .onRef('explanation.pieceId', '=', 'finding.pieceId')
        .onRef('explanation.rev', '=', 'finding.rev')
        .onRef('explanation.rule', '=', 'finding.rule'),
    )
    .select('finding.pieceId')
    .distinct()
    .where(
      'finding.pieceId',
      'in',
      open.map(({ id }) => id),
    )
    .where('finding.level', '=', 'critical')
    .where('finding.outcome', '=', 'failed')
    .where('finding.audience', '=', 'tenant')
    .where('explanation.rule', 'is', null)
    .execute();
  const found = new Set<Id<'piece'>>(rows.map(({ pieceId }) => pieceId));
  return open.filter(({ id }) => found.has(id)).map(({ id, personId, category }) => ({ id, personId, category }));
}
