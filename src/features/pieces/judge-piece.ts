import type { Id } from '#kernel/ids.ts';
import { judgeCopies } from '#domain/findings/copies.ts';
import { RULES, type Case, type Finding, type OtherPaper, type ReadFile } from '#domain/findings/findings.ts';
import { judge } from '#domain/findings/judge.ts';
import type { House } from '#features/house.ts';
import type { DbOrTx, Tx } from '#store/unit-of-work.ts';
import { declaredOf } from './declared.ts';
import { filesOfPiece } from './find-piece.ts';
import { copiesOf } from './fingerprints.ts';
import { readFacts } from './read-blob.ts';

/** Papers of the person's other pieces, for comparisons across papers. */
async function otherPapers(
  house: Pick<House, 'db' | 'vault'>,
  personId: Id<'person'>,
  pieceId: Id<'piece'>,
): Promise<readonly OtherPaper[]> {
  const pieces = await house.db
    .selectFrom('piece')
    .select('id')
    .where('personId', '=', personId)
    .where('id', '!=', pieceId)
    .execute();
  const papers: OtherPaper[] = [];
  for (const piece of pieces)
    for (const file of await filesOfPiece(house.db, piece.id)) {
      const facts = await readFacts(house, file);
      papers.push(...(facts?.papers ?? []).map((paper) => ({ file: file.id, paper })));
    }
  return papers;
}

/** A piece as rules see it, and what they say. */
export interface Judged {
  readonly about: Case;
  readonly findings: readonly Finding[];
}

/** A piece as rules see it, as of the day its revision was saved: waiting ages nothing. `null` without files. */
export async function caseOfPiece(house: Pick<House, 'db' | 'vault'>, pieceId: Id<'piece'>): Promise<Case | null> {
  const piece = await house.db.selectFrom('piece').selectAll().where('id', '=', pieceId).executeTakeFirst();
  const declared = piece && (await declaredOf(house.db, piece));
  if (!piece || !declared) return null;
  const files: ReadFile[] = [];
  for (const file of await filesOfPiece(house.db, pieceId)) files.push({ file: file.id, facts: await readFacts(house, file) });
  if (files.length === 0) return null;
  return { files, declared, others: await otherPapers(house, piece.personId, pieceId), today: piece.savedOn };
}

/** Runs the rules on what was read of a piece. `null` without files. */
export async function judgePiece(house: Pick<House, 'db' | 'vault'>, pieceId: Id<'piece'>): Promise<Judged | null> {
  const about = await caseOfPiece(house, pieceId);
  return about && { about, findings: judge(about) };
}

/** Findings of a revision in place of those it had; those of copies are never kept. */
export async function writeFindings(
  tx: Tx,
  house: Pick<House, 'ids' | 'clock'>,
  piece: { readonly id: Id<'piece'>; readonly rev: number },
  findings: readonly Finding[],
): Promise<void> {
  await tx.deleteFrom('finding').where('pieceId', '=', piece.id).where('rev', '=', piece.rev).execute();
  if (findings.length === 0) return;
  const createdAt = house.clock.now();
  await tx
    .insertInto('finding')
    .values(
      findings.map(({ rule, version, outcome, level, audience, evidence, params }) => ({
        id: house.ids.next<'finding'>(),
        pieceId: piece.id,
        rev: piece.rev,
        rule,
        version,
        outcome,
        level,
        audience,
        evidence: JSON.stringify(evidence),
        params: JSON.stringify(params),
        createdAt,
      })),
    )
    .execute();
}

/**
 * Findings of the present revision, in the order of `RULES`. Those of the same paper elsewhere are made from what is kept now: one erased is found
 * no more. @param audience `tenant` leaves out what only agents may see
 */
export async function readFindings(
  db: DbOrTx,
  piece: { readonly id: Id<'piece'>; readonly rev: number },
  audience: 'tenant' | 'agent',
): Promise<readonly Finding[]> {
  const rows = await db.selectFrom('finding').selectAll().where('pieceId', '=', piece.id).where('rev', '=', piece.rev).execute();
  const place = (rule: string) => RULES.indexOf(rule as Finding['rule']);
  const told = rows
    .filter((row) => audience === 'agent' || row.audience === 'tenant')
    .sort((a, b) => place(a.rule) - place(b.rule))
    .map((row) => ({
      rule: row.rule as Finding['rule'],
      version: row.version,
      outcome: row.outcome,
      level: row.level,
      audience: row.audience,
      evidence: row.evidence as Finding['evidence'],
      params: row.params as Finding['params'],
    }));
  return audience === 'agent' ? [...told, ...judgeCopies(await copiesOf(db, piece.id))] : told;
}
