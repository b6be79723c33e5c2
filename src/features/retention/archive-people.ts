import type { Id } from '#kernel/ids.ts';
import { destroyCopies, destroyFilesOf, writeReceipts } from '#features/erasure/api.ts';
import { erasePeople } from '#features/household/api.ts';
import type { House } from '#features/house.ts';
import { refreshStatuses } from '#features/statuses/api.ts';
import type { Tx } from '#store/unit-of-work.ts';

export type ArchiveHouse = Pick<House, 'clock' | 'ids' | 'random' | 'secrets'>;

/**
 * Archives people of a dossier: pieces and files erased with their keys, copies destroyed, guarantors without account erased, the sworn
 * declaration withdrawn, postcode, country and message cleared. Names, addresses, links and consents of other kinds stay, so that the
 * person who comes back finds their place. The dossier's row is locked by the caller.
 */
export async function archivePeople(
  tx: Tx,
  house: ArchiveHouse,
  archive: {
    readonly dossierId: Id<'dossier'>;
    readonly personIds: readonly Id<'person'>[];
    /** Guarantors of theirs who have no account. */
    readonly guarantorIds: readonly Id<'person'>[];
  },
): Promise<void> {
  const { dossierId, personIds, guarantorIds } = archive;
  const now = house.clock.now();
  await erasePeople(tx, guarantorIds, now);
  await destroyFilesOf(tx, personIds, now);
  await destroyCopies(tx, { dossierId }, now);
  const gone = await tx.deleteFrom('piece').where('personId', 'in', personIds).returning('personId').execute();
  await tx
    .updateTable('person')
    .set({ archivedAt: now, submittedAt: null, postcode: null, country: 'FR', taxSkipped: false })
    .where('id', 'in', personIds)
    .execute();
  await tx
    .updateTable('consent')
    .set({ withdrawnAt: now })
    .where('personId', 'in', personIds)
    .where('purpose', '=', 'honour')
    .where('withdrawnAt', 'is', null)
    .execute();
  await tx
    .updateTable('dossier')
    .set({ message: null, messageBy: null, messageAt: null })
    .where('id', '=', dossierId)
    .where((eb) =>
      eb.or([
        eb('messageBy', 'in', eb.selectFrom('access').select('access.accountId').where('access.personId', 'in', personIds)),
        eb.not(
          eb.exists(
            eb
              .selectFrom('person')
              .select('person.id')
              .where('person.dossierId', '=', dossierId)
              .where('person.role', '=', 'tenant')
              .where('person.setAsideAt', 'is', null)
              .where('person.archivedAt', 'is', null),
          ),
        ),
      ]),
    )
    .execute();
  await writeReceipts(tx, house, { kind: 'pieces', ids: [...new Set(gone.map((piece) => piece.personId))] });
  await writeReceipts(tx, house, { kind: 'person', ids: guarantorIds });
  await refreshStatuses(tx, house, dossierId, null);
}
