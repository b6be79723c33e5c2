import type { Id } from '#kernel/ids.ts';
import { err, ok, type Result } from '#kernel/result.ts';
import type { House } from '#features/house.ts';
import { refreshStatuses } from '#features/statuses/api.ts';
import { lockDossier } from '#store/dossiers.repository.ts';
import { membershipOf, may } from './membership.ts';

export interface Answer {
  readonly accountId: Id<'account'>;
  readonly dossierId: Id<'dossier'>;
  readonly personId: Id<'person'>;
}

const answer =
  (change: { taxSkipped: boolean } | { noGuarantor: boolean }) =>
  async (house: Pick<House, 'transact' | 'clock' | 'ids' | 'random'>, input: Answer): Promise<Result<void, 'not_found'>> => {
    const now = house.clock.now();
    return house.transact(async (tx) => {
      await lockDossier(tx, input.dossierId);
      const membership = await membershipOf(tx, input.accountId, input.dossierId, now);
      if (!membership || !may(membership, input.personId, 'fill')) return err('not_found');
      await tx.updateTable('person').set(change).where('id', '=', input.personId).execute();
      await refreshStatuses(tx, house, input.dossierId, input.accountId);
      return ok();
    });
  };

/** "Not now" for the tax notice: completes the step when some income is proved. Shown neutrally, never to landlords. */
export const skipTax = answer({ taxSkipped: true });

/** "Nobody guarantees for me." */
export const declareNoGuarantor = answer({ noGuarantor: true });
