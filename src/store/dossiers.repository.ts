import type { Selectable } from 'kysely';
import type { Id } from '#kernel/ids.ts';
import type { DossierTable, FileTable, PersonTable, PieceTable } from './schema.ts';
import type { DbOrTx, Tx } from './unit-of-work.ts';

export type DossierRow = Selectable<DossierTable>;
export type PersonRow = Selectable<PersonTable>;
export type PieceRow = Selectable<PieceTable>;
export type FileRow = Selectable<FileTable>;

/** The decision in force on the present revision of a piece. */
export interface CurrentDecision {
  readonly id: Id<'decision'>;
  readonly pieceId: Id<'piece'>;
  readonly rev: number;
  readonly outcome: 'accept' | 'refuse';
  readonly kind: 'human' | 'seal';
  readonly sealIssuer: string | null;
  readonly reasons: unknown;
  readonly comment: string | null;
  readonly at: Date;
}

/** Everything of one dossier that rules need, in the order people see it. Set-aside people are left out. */
export interface DossierRows {
  readonly dossier: DossierRow;
  readonly persons: readonly PersonRow[];
  readonly pieces: readonly PieceRow[];
  /** Files received or ready; rejected and removed ones are not part of a piece. */
  readonly files: readonly FileRow[];
  readonly decisions: readonly CurrentDecision[];
}

/** Takes the dossier's row lock: household, piece and status changes of one dossier follow one another. */
export async function lockDossier(tx: Tx, dossierId: Id<'dossier'>): Promise<DossierRow | null> {
  return (await tx.selectFrom('dossier').selectAll().where('id', '=', dossierId).forUpdate().executeTakeFirst()) ?? null;
}

/** What is shown of a dossier is another content now: copies made before are outdated, the next request makes new ones. */
export async function outdateCopies(tx: Tx, dossierId: Id<'dossier'>): Promise<void> {
  await tx
    .updateTable('dossier')
    .set((eb) => ({ contentRev: eb('contentRev', '+', 1) }))
    .where('id', '=', dossierId)
    .execute();
}

/** Reads a dossier with its people, pieces, files and decisions in force at `now`; `null` when there is none. */
export async function loadDossier(db: DbOrTx, dossierId: Id<'dossier'>, now: Date): Promise<DossierRows | null> {
  const dossier = await db.selectFrom('dossier').selectAll().where('id', '=', dossierId).executeTakeFirst();
  if (!dossier) return null;
  const persons = await db
    .selectFrom('person')
    .selectAll()
    .where('dossierId', '=', dossierId)
    .where('setAsideAt', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute();
  if (persons.length === 0) return { dossier, persons, pieces: [], files: [], decisions: [] };
  const people = persons.map((person) => person.id);
  const pieces = await db
    .selectFrom('piece')
    .selectAll()
    .where('personId', 'in', people)
    .orderBy('position')
    .orderBy('id')
    .execute();
  const ids = pieces.map((piece) => piece.id);
  if (ids.length === 0) return { dossier, persons, pieces, files: [], decisions: [] };
  const files = await db
    .selectFrom('file')
    .selectAll()
    .where('pieceId', 'in', ids)
    .where('state', 'in', ['received', 'ready'])
    .orderBy('position')
    .orderBy('id')
    .execute();
  const decisions = await db
    .selectFrom('decision')
    .innerJoin('piece', (join) => join.onRef('piece.id', '=', 'decision.pieceId').onRef('piece.rev', '=', 'decision.rev'))
    .distinctOn('decision.pieceId')
    .select([
      'decision.id',
      'decision.pieceId',
      'decision.rev',
      'decision.outcome',
      'decision.kind',
      'decision.sealIssuer',
      'decision.reasons',
      'decision.comment',
      'decision.at',
    ])
    .where('decision.pieceId', 'in', ids)
    .where('decision.undoneAt', 'is', null)
    .where('decision.effectiveAt', '<=', now)
    .orderBy('decision.pieceId')
    .orderBy('decision.at', 'desc')
    .execute();
  return { dossier, persons, pieces, files, decisions };
}
