import type { Id } from '#kernel/ids.ts';
import { err, ok, type Result } from '#kernel/result.ts';
import { cleanText, lengthOf } from '#kernel/text.ts';
import { membershipOf, may } from '#features/dossiers/api.ts';
import type { House } from '#features/house.ts';
import { refreshStatuses } from '#features/statuses/api.ts';
import { lockDossier } from '#store/dossiers.repository.ts';
import { pieceOfPerson } from './find-piece.ts';
import { revisePiece } from './revise-piece.ts';

const MAX_TEXT = 2000;

export type LookAgainReason = 'not_found' | 'not_to_correct' | 'text_missing' | 'text_too_long';

/**
 * Asks for a second look at a piece that is to be corrected, unchanged, with a text for the agents. Makes a revision, so that the
 * decision it disputes is used up: once for each decision. Messages never do this.
 */
export async function lookAgain(
  house: Pick<House, 'transact' | 'clock' | 'ids' | 'random' | 'jobs'>,
  input: {
    readonly accountId: Id<'account'>;
    readonly dossierId: Id<'dossier'>;
    readonly personId: Id<'person'>;
    readonly pieceId: Id<'piece'>;
    readonly text: string;
  },
): Promise<Result<void, LookAgainReason>> {
  const text = cleanText(input.text, true);
  const now = house.clock.now();
  return house.transact(async (tx) => {
    await lockDossier(tx, input.dossierId);
    const membership = await membershipOf(tx, input.accountId, input.dossierId, now);
    const piece =
      membership && may(membership, input.personId, 'fill') ? await pieceOfPerson(tx, input.personId, input.pieceId) : null;
    if (!piece) return err('not_found');
    if (piece.status !== 'to_correct') return err('not_to_correct');
    if (text.trim() === '') return err('text_missing');
    if (lengthOf(text) > MAX_TEXT) return err('text_too_long');
    const address = { id: piece.id, dossierId: input.dossierId, personId: input.personId };
    await revisePiece(tx, house, address, 'look_again', input.accountId, { note: text });
    await refreshStatuses(tx, house, input.dossierId, input.accountId);
    return ok();
  });
}
