import type { Id } from '#kernel/ids.ts';
import { err, ok, type Result } from '#kernel/result.ts';
import { cleanText, lengthOf } from '#kernel/text.ts';
import { parseReasonParams, proposedParams, type ReasonParams } from '#domain/review/reason-params.ts';
import { reasonOf, refusalLack, type ReasonKey } from '#domain/review/reasons.ts';
import { situationOf } from '#domain/catalogue/situations.ts';
import { parseCivilDate } from '#kernel/civil-date.ts';
import type { House } from '#features/house.ts';
import { givenReasons } from '#features/pieces/api.ts';
import { roleOf } from '#features/statuses/api.ts';
import type { DbOrTx } from '#store/unit-of-work.ts';
import { ownLease } from './leases.ts';

export interface Draft {
  readonly pieceId: Id<'piece'>;
  readonly rev: number;
  readonly outcome: 'accept' | 'refuse';
  readonly reasons: readonly { readonly key: ReasonKey; readonly params: ReasonParams }[];
  readonly comment: string | null;
}

/** What agents have noted so far on a case; kept at every choice, so that nothing is lost when a machine dies. */
export async function readDrafts(db: DbOrTx, caseId: Id<'reviewCase'>): Promise<readonly Draft[]> {
  const rows = await db.selectFrom('decisionDraft').selectAll().where('caseId', '=', caseId).execute();
  return rows.map((row) => ({
    pieceId: row.pieceId,
    rev: row.rev,
    outcome: row.outcome,
    reasons: givenReasons(row.reasons),
    comment: row.comment,
  }));
}

export interface SaveDraft {
  readonly accountId: Id<'account'>;
  readonly caseId: Id<'reviewCase'>;
  readonly pieceId: Id<'piece'>;
  readonly rev: number;
  readonly outcome: 'accept' | 'refuse';
  /** Codes only; parameters are computed from the catalogue and the calendar, or given for those that need an agent. */
  readonly reasons: readonly { readonly key: string; readonly params?: unknown }[];
  readonly comment: string;
}

export type SaveDraftReason =
  | 'review.lease_lost'
  | 'review.piece_changed'
  | 'review.no_blocking_reason'
  | 'review.text_needed'
  | 'review.reason_unknown'
  | 'review.text_too_long';

/** Notes what the agent thinks of one piece at the revision they look at. A refusal needs a catalogued reason that blocks. */
export async function saveDraft(
  house: Pick<House, 'transact' | 'clock'>,
  input: SaveDraft,
): Promise<Result<void, SaveDraftReason>> {
  const now = house.clock.now();
  const comment = cleanText(input.comment, true) || null;
  if (comment && lengthOf(comment) > 2000) return err('review.text_too_long');
  return house.transact(async (tx) => {
    if (!(await ownLease(tx, input.accountId, input.caseId, now))) return err('review.lease_lost');
    const piece = await tx
      .selectFrom('piece')
      .innerJoin('person', 'person.id', 'piece.personId')
      .innerJoin('reviewCase', 'reviewCase.dossierId', 'person.dossierId')
      .select(['piece.rev', 'piece.situation', 'piece.savedOn', 'person.role', 'person.guarantorKind'])
      .where('piece.id', '=', input.pieceId)
      .where('reviewCase.id', '=', input.caseId)
      .executeTakeFirst();
    const row = piece && situationOf(piece.situation);
    if (!piece || !row || piece.rev !== input.rev) return err('review.piece_changed');
    const reasons: { key: ReasonKey; params: ReasonParams }[] = [];
    if (input.outcome === 'refuse') {
      const savedOn = parseCivilDate(piece.savedOn);
      for (const { key, params } of input.reasons) {
        const reason = reasonOf(key);
        if (!reason || !savedOn) return err('review.reason_unknown');
        const parsed = parseReasonParams(reason, {
          ...proposedParams(reason, row, roleOf(piece), savedOn),
          ...(typeof params === 'object' ? params : {}),
        });
        if (!parsed) return err('review.reason_unknown');
        reasons.push({ key: reason.key, params: parsed });
      }
      const lack = refusalLack(
        reasons.map((reason) => reason.key),
        comment,
      );
      if (lack)
        return err(
          lack === 'text' ? 'review.text_needed' : lack === 'unknown' ? 'review.reason_unknown' : 'review.no_blocking_reason',
        );
    }
    const kept = {
      rev: input.rev,
      outcome: input.outcome,
      reasons: JSON.stringify(reasons),
      comment,
      accountId: input.accountId,
      savedAt: now,
    };
    await tx
      .insertInto('decisionDraft')
      .values({ caseId: input.caseId, pieceId: input.pieceId, ...kept })
      .onConflict((conflict) => conflict.columns(['caseId', 'pieceId']).doUpdateSet(kept))
      .execute();
    return ok();
  });
}
