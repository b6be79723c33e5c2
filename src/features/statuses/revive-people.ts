import type { Id } from '#kernel/ids.ts';
import { lockDossier } from '#store/dossiers.repository.ts';
import { insertEvent } from '#store/events.repository.ts';
import type { Tx } from '#store/unit-of-work.ts';
import { refreshStatuses, type StatusHouse } from './refresh-statuses.ts';

/**
 * Brings back what was archived while an account was silent: its people, the other of a couple, their guarantors. Names and links are as
 * they were; the pieces are gone and the sworn declaration has to be made again.
 */
export async function revivePeople(tx: Tx, house: StatusHouse, accountId: Id<'account'>): Promise<void> {
  const archived = await tx
    .selectFrom('access')
    .innerJoin('person', 'person.id', 'access.personId')
    .innerJoin('dossier', 'dossier.id', 'person.dossierId')
    .select(['person.id', 'person.dossierId', 'dossier.kind'])
    .where('access.accountId', '=', accountId)
    .where('access.basis', 'in', ['self', 'declarant'])
    .where('access.revokedAt', 'is', null)
    .where('person.archivedAt', 'is not', null)
    .where('person.setAsideAt', 'is', null)
    .where('dossier.closedAt', 'is', null)
    .orderBy('person.dossierId')
    .execute();
  for (const dossierId of new Set(archived.map((person) => person.dossierId))) {
    await lockDossier(tx, dossierId);
    const here = archived.filter((person) => person.dossierId === dossierId);
    const mine = here.map((person) => person.id);
    const couple = here.some((person) => person.kind === 'couple');
    const back = await tx
      .updateTable('person')
      .set({ archivedAt: null })
      .where('dossierId', '=', dossierId)
      .where('archivedAt', 'is not', null)
      .where((eb) => (couple ? eb.lit(true) : eb.or([eb('id', 'in', mine), eb('supportsPersonId', 'in', mine)])))
      .returning('id')
      .execute();
    for (const { id: personId } of back)
      await insertEvent(tx, {
        id: house.ids.next(),
        at: house.clock.now(),
        actor: accountId,
        dossierId,
        personId,
        type: 'person.returned',
      });
    await refreshStatuses(tx, house, dossierId, accountId);
  }
}
