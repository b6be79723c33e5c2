import type { Id } from '#kernel/ids.ts';
import { err, ok, type Result } from '#kernel/result.ts';
import { cleanText, lengthOf } from '#kernel/text.ts';
import { toMend } from '#domain/findings/judge.ts';
import { membershipOf, may } from '#features/dossiers/api.ts';
import type { House } from '#features/house.ts';
import { lockDossier } from '#store/dossiers.repository.ts';
import { pieceOfPerson } from './find-piece.ts';
import { readFindings } from './judge-piece.ts';

const MAX_TEXT = 2000;

export type ExplainReason = 'not_found' | 'nothing_to_explain' | 'text_missing' | 'text_too_long';

/**
 * Keeps what a person says of the differences found on a piece that they cannot mend: they may then send it as it is. Holds for the present
 * revision; said again, the last words count. Read by agents only, never by landlords nor partners.
 */
export async function explainFindings(
  house: Pick<House, 'transact' | 'clock'>,
  input: {
    readonly accountId: Id<'account'>;
    readonly dossierId: Id<'dossier'>;
    readonly personId: Id<'person'>;
    readonly pieceId: Id<'piece'>;
    readonly text: string;
  },
): Promise<Result<void, ExplainReason>> {
  const text = cleanText(input.text, true).trim();
  const now = house.clock.now();
  return house.transact(async (tx) => {
    await lockDossier(tx, input.dossierId);
    const membership = await membershipOf(tx, input.accountId, input.dossierId, now);
    const piece =
      membership && may(membership, input.personId, 'fill') ? await pieceOfPerson(tx, input.personId, input.pieceId) : null;
    if (!piece) return err('not_found');
    const findings = toMend(await readFindings(tx, piece, 'tenant'));
    if (findings.length === 0) return err('nothing_to_explain');
    if (text === '') return err('text_missing');
    if (lengthOf(text) > MAX_TEXT) return err('text_too_long');
    const row = { pieceId: piece.id, rev: piece.rev, text, byAccount: input.accountId, at: now };
    await tx
      .insertInto('explanation')
      .values(findings.map(({ rule }) => ({ ...row, rule })))
      .onConflict((conflict) =>
        conflict.columns(['pieceId', 'rev', 'rule']).doUpdateSet({ text, byAccount: input.accountId, at: now }),
      )
      .execute();
    return ok();
  });
}
