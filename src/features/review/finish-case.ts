import type { Id } from '#kernel/ids.ts';
import { err, ok, type Result } from '#kernel/result.ts';
import { reasonOf } from '#domain/review/reasons.ts';
import type { House } from '#features/house.ts';
import { recordMilestone } from '#features/stats/api.ts';
import { refreshStatuses } from '#features/statuses/api.ts';
import { loadDossier, lockDossier } from '#store/dossiers.repository.ts';
import { insertEvent } from '#store/events.repository.ts';
import { readDrafts } from './drafts.ts';
import { ownLease } from './leases.ts';

export const CATALOGUE_VERSION = 1;

export type FinishReason =
  'review.lease_lost' | { readonly undecided: readonly Id<'piece'>[] } | { readonly changed: readonly Id<'piece'>[] };

/**
 * Turns an agent's notes into decisions, all at once. A piece that the tenant changed meanwhile is told and stays undecided; the other
 * notes are kept. A decision belongs to the revision that was looked at.
 */
export async function finishCase(
  house: Pick<House, 'transact' | 'clock' | 'ids' | 'random'>,
  input: { accountId: Id<'account'>; caseId: Id<'reviewCase'> },
): Promise<Result<{ accepted: number; refused: number }, FinishReason>> {
  const now = house.clock.now();
  return house.transact(async (tx) => {
    const row = await tx.selectFrom('reviewCase').selectAll().where('id', '=', input.caseId).executeTakeFirst();
    if (!row) return err('review.lease_lost');
    await lockDossier(tx, row.dossierId);
    if (!(await ownLease(tx, input.accountId, input.caseId, now))) return err('review.lease_lost');
    const rows = await loadDossier(tx, row.dossierId, now);
    if (!rows) return err('review.lease_lost');
    const due = rows.pieces.filter((piece) => row.personIds.includes(piece.personId) && piece.status === 'to_review');
    const drafts = await readDrafts(tx, input.caseId);
    const changed = due.filter((piece) => drafts.some((draft) => draft.pieceId === piece.id && draft.rev !== piece.rev));
    if (changed.length > 0) return err({ changed: changed.map((piece) => piece.id) });
    const undecided = due.filter((piece) => !drafts.some((draft) => draft.pieceId === piece.id && draft.rev === piece.rev));
    if (undecided.length > 0) return err({ undecided: undecided.map((piece) => piece.id) });
    const counts = { accepted: 0, refused: 0 };
    const subject = { id: row.dossierId, createdAt: rows.dossier.createdAt };
    let incomplete = false;
    for (const piece of due) {
      const draft = drafts.find((one) => one.pieceId === piece.id);
      if (!draft) continue;
      const files = rows.files.filter((file) => file.pieceId === piece.id);
      await tx
        .insertInto('decision')
        .values({
          id: house.ids.next(),
          caseId: input.caseId,
          pieceId: piece.id,
          rev: piece.rev,
          fileHashes: files.map((file) => file.sha256.toString('hex')),
          outcome: draft.outcome,
          reasons: JSON.stringify(draft.reasons),
          catalogueVersion: CATALOGUE_VERSION,
          comment: draft.comment,
          declaredAmount: piece.amount,
          accountId: input.accountId,
          kind: 'human',
          at: now,
          effectiveAt: now,
        })
        .execute();
      counts[draft.outcome === 'accept' ? 'accepted' : 'refused'] += 1;
      await insertEvent(tx, {
        id: house.ids.next(),
        at: now,
        actor: input.accountId,
        dossierId: row.dossierId,
        personId: piece.personId,
        type: draft.outcome === 'accept' ? 'piece.accepted' : 'piece.refused',
        data: { pieceId: piece.id, rev: piece.rev },
      });
      await recordMilestone(tx, house, {
        name: 'piece.decided',
        subject,
        dimensions: { category: piece.category, outcome: draft.outcome === 'accept' ? 'accepted' : 'refused' },
      });
      for (const reason of draft.reasons) {
        incomplete ||= draft.outcome === 'refuse' && reasonOf(reason.key)?.family === 'completeness';
        await recordMilestone(tx, house, {
          name: 'piece.refused',
          subject,
          dimensions: { category: piece.category, reason: reason.key },
        });
      }
    }
    const outcome = counts.refused > 0 ? 'refused' : 'accepted';
    await recordMilestone(tx, house, {
      name: 'dossier.decided',
      subject,
      dimensions: { outcome, pass: row.passNo === 1 ? 'first' : 'later', incomplete: incomplete ? 'yes' : 'no' },
      value: (now.getTime() - row.submittedAt.getTime()) / 3_600_000,
    });
    await tx.deleteFrom('lease').where('caseId', '=', input.caseId).execute();
    await tx.updateTable('reviewCase').set({ state: 'closed', decidedAt: now }).where('id', '=', input.caseId).execute();
    await tx.deleteFrom('decisionDraft').where('caseId', '=', input.caseId).execute();
    await refreshStatuses(tx, house, row.dossierId, input.accountId);
    return ok(counts);
  });
}
