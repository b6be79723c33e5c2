import type { Id } from '#kernel/ids.ts';
import { destroyCopies } from '#features/erasure/api.ts';
import type { House } from '#features/house.ts';
import { refreshStatuses } from '#features/statuses/api.ts';
import { outdateCopies } from '#store/dossiers.repository.ts';
import { insertEvent } from '#store/events.repository.ts';
import type { InvitationTable } from '#store/schema.ts';
import type { Tx } from '#store/unit-of-work.ts';
import type { Selectable } from 'kysely';
import { erasePeople } from './erase-people.ts';

/**
 * Somebody objects to what another person fills in their name; the dossier is locked by the caller. A guarantor's part is erased. A
 * dossier filled for somebody loses its mandate: links are cut, the declaration falls, it is neither checked nor shown until they agree.
 * Nothing happens to a part that nobody fills.
 * @returns true when there was something to object to
 */
export async function objectToBeingNamed(
  tx: Tx,
  house: Pick<House, 'clock' | 'ids' | 'random'>,
  invitation: Selectable<InvitationTable>,
): Promise<boolean> {
  const { personId, dossierId } = invitation;
  if (!personId || (invitation.kind !== 'guarantor' && invitation.kind !== 'beneficiary')) return false;
  const filled = await tx
    .selectFrom('access')
    .select('accountId')
    .where('personId', '=', personId)
    .where('basis', '=', 'declarant')
    .where('revokedAt', 'is', null)
    .executeTakeFirst();
  if (!filled) return false;
  const now = house.clock.now();
  if (invitation.kind === 'guarantor') await erasePeople(tx, [personId], now);
  else await stopMandate(tx, { dossierId, personId, cause: 'objected', at: now });
  await destroyCopies(tx, { dossierId }, now);
  await outdateCopies(tx, dossierId);
  await insertEvent(tx, {
    id: house.ids.next(),
    at: now,
    actor: null,
    dossierId,
    ...(invitation.kind === 'guarantor' ? {} : { personId }),
    type: 'person.objected',
    data: { kind: invitation.kind },
  });
  await refreshStatuses(tx, house, dossierId, null);
  return true;
}

/**
 * Ends the mandate to fill for somebody: the declaration made in their name falls, the dossier is not checked and its links are cut.
 * @param end.cause why links were cut
 */
export async function stopMandate(
  tx: Tx,
  end: {
    readonly dossierId: Id<'dossier'>;
    readonly personId: Id<'person'>;
    readonly cause: 'objected' | 'withdrawn';
    readonly at: Date;
  },
): Promise<void> {
  const { dossierId, personId, at } = end;
  await tx
    .updateTable('consent')
    .set({ withdrawnAt: at })
    .where('personId', '=', personId)
    .where('purpose', 'in', ['third_party_mandate', 'honour'])
    .where('withdrawnAt', 'is', null)
    .execute();
  await tx.updateTable('person').set({ submittedAt: null }).where('id', '=', personId).execute();
  await tx
    .updateTable('reviewCase')
    .set((eb) => ({ state: 'cancelled', version: eb('version', '+', 1) }))
    .where('dossierId', '=', dossierId)
    .where('state', 'in', ['blocked', 'waiting', 'leased', 'parked'])
    .execute();
  await tx
    .updateTable('link')
    .set({ revokedAt: at, endedCause: end.cause })
    .where('dossierId', '=', dossierId)
    .where('revokedAt', 'is', null)
    .execute();
}
