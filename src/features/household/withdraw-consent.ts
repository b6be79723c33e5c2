import { withdrawable, type WithdrawablePurpose } from '#domain/people/consents.ts';
import type { Id } from '#kernel/ids.ts';
import { err, ok, type Result } from '#kernel/result.ts';
import type { House } from '#features/house.ts';
import { refreshStatuses } from '#features/statuses/api.ts';
import { lockDossier } from '#store/dossiers.repository.ts';
import { insertEvent } from '#store/events.repository.ts';
import type { DbOrTx, Tx } from '#store/unit-of-work.ts';
import { revokeAccess } from './move-person.ts';
import { stopMandate } from './object.ts';
import { endOwnConsent, showsOtherwise } from './own-consents.ts';

interface OfConsent {
  readonly accountId: Id<'account'>;
  readonly consentId: Id<'consent'>;
}

/** A consent that its giver may take back now. */
export interface WithdrawableConsent {
  readonly purpose: WithdrawablePurpose;
  readonly textVersion: string;
  readonly personId: Id<'person'>;
  readonly dossierId: Id<'dossier'>;
}

/** One consent of an account, as long as it stands and may be taken back; `null` for any other, and for another's. */
export async function readWithdrawable(db: DbOrTx, input: OfConsent): Promise<WithdrawableConsent | null> {
  const row = await db
    .selectFrom('consent')
    .innerJoin('person', 'person.id', 'consent.personId')
    .select(['consent.purpose', 'consent.textVersion', 'consent.withdrawnAt', 'person.id as personId', 'person.dossierId'])
    .where('consent.id', '=', input.consentId)
    .where('consent.accountId', '=', input.accountId)
    .executeTakeFirst();
  const purpose = row && withdrawable(row);
  return purpose ? { purpose, textVersion: row.textVersion, personId: row.personId, dossierId: row.dossierId } : null;
}

/**
 * Takes a consent back with all that it opened: the next request is answered without it. The mandate of a helper ends for every helper
 * of that person, for the text does not name one; the mandate to fill for somebody ends as if that person had objected.
 */
export function withdrawConsent(
  house: Pick<House, 'transact' | 'clock' | 'ids' | 'random'>,
  input: OfConsent,
): Promise<Result<void, 'not_found'>> {
  const at = house.clock.now();
  return house.transact(async (tx): Promise<Result<void, 'not_found'>> => {
    const found = await readWithdrawable(tx, input);
    if (!found) return err('not_found');
    await lockDossier(tx, found.dossierId);
    const consent = await readWithdrawable(tx, input);
    if (!consent) return err('not_found');
    const { accountId } = input;
    const { purpose, personId, dossierId } = consent;
    if (purpose === 'helper_mandate') await stopHelpers(tx, { accountId, personId, at });
    else if (purpose === 'third_party_mandate') {
      await stopMandate(tx, { dossierId, personId, cause: 'withdrawn', at });
      await showsOtherwise(tx, dossierId, at);
    } else await endOwnConsent(tx, { accountId, dossierId, personId, purpose, at });
    await insertEvent(tx, {
      id: house.ids.next(),
      at,
      actor: accountId,
      dossierId,
      personId,
      type: 'consent.withdrawn',
      data: { purpose },
    });
    await refreshStatuses(tx, house, dossierId, accountId);
    return ok();
  });
}

/** Nobody helps this person any more, and invitations to help are dead. */
async function stopHelpers(
  tx: Tx,
  end: { readonly accountId: Id<'account'>; readonly personId: Id<'person'>; readonly at: Date },
): Promise<void> {
  const { accountId, personId, at } = end;
  await revokeAccess(tx, { personId, basis: 'helper', at });
  await tx
    .updateTable('invitation')
    .set({ state: 'cancelled', answeredAt: at })
    .where('personId', '=', personId)
    .where('kind', '=', 'helper')
    .where('state', 'in', ['sent', 'opened', 'accepted'])
    .execute();
  await tx
    .updateTable('consent')
    .set({ withdrawnAt: at })
    .where('accountId', '=', accountId)
    .where('personId', '=', personId)
    .where('purpose', '=', 'helper_mandate')
    .where('withdrawnAt', 'is', null)
    .execute();
}
