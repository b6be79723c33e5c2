import type { PieceRow } from '#store/dossiers.repository.ts';
import type { DbOrTx } from '#store/unit-of-work.ts';

/** What the person said of the differences found on the present revision; `null` when nothing. */
export async function readExplanation(db: DbOrTx, piece: Pick<PieceRow, 'id' | 'rev'>): Promise<string | null> {
  const row = await db
    .selectFrom('explanation')
    .select('text')
    .where('pieceId', '=', piece.id)
    .where('rev', '=', piece.rev)
    .orderBy('at', 'desc')
    .executeTakeFirst();
  return row?.text ?? null;
}
