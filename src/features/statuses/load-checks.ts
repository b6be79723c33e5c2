import { sql } from 'kysely';
import type { PieceRow } from '#store/dossiers.repository.ts';
import type { DbOrTx } from '#store/unit-of-work.ts';
import type { ChecksByPiece } from './views.ts';

/** Counts the critical checks of present revisions; pieces without any finding are absent. */
export async function loadChecks(tx: DbOrTx, pieces: readonly PieceRow[]): Promise<ChecksByPiece> {
  if (pieces.length === 0) return new Map();
  const rows = await tx
    .selectFrom('finding')
    .innerJoin('piece', (join) => join.onRef('piece.id', '=', 'finding.pieceId').onRef('piece.rev', '=', 'finding.rev'))
    .select([
      'finding.pieceId',
      sql<number>`count(*)::int`.as('applied'),
      sql<number>`(count(*) filter (where finding.outcome = 'passed'))::int`.as('passed'),
    ])
    .where('finding.level', '=', 'critical')
    .where(
      'finding.pieceId',
      'in',
      pieces.map((piece) => piece.id),
    )
    .groupBy('finding.pieceId')
    .execute();
  return new Map(rows.map((row) => [row.pieceId, { criticalApplied: row.applied, criticalPassed: row.passed }]));
}
