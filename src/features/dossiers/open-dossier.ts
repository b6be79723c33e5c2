import type { Id } from '#kernel/ids.ts';
import type { PersonName } from '#domain/people/names.ts';
import type { House } from '#features/house.ts';
import { recordMilestone } from '#features/stats/api.ts';
import { insertEvent } from '#store/events.repository.ts';
import type { Tx } from '#store/unit-of-work.ts';

/**
 * Opens a dossier for one tenant, alone for now, and makes the account a tenant's. Who may see it is written by the caller.
 * @param input.names known ones, of the tenant
 * @param input.dimensions of the statistics: who fills the dossier
 */
export async function openDossier(
  tx: Tx,
  house: Pick<House, 'clock' | 'ids' | 'random'>,
  input: {
    readonly accountId: Id<'account'>;
    readonly names?: Partial<PersonName>;
    readonly dimensions?: Readonly<Record<string, string>>;
  },
): Promise<{ dossierId: Id<'dossier'>; personId: Id<'person'> }> {
  const now = house.clock.now();
  const dossierId = house.ids.next<'dossier'>();
  const personId = house.ids.next<'person'>();
  const began = { status: 'incomplete', statusSince: now, createdAt: now } as const;
  await tx
    .insertInto('dossier')
    .values({ id: dossierId, kind: 'alone', leadPersonId: personId, ...began })
    .execute();
  await tx
    .insertInto('person')
    .values({ id: personId, dossierId, role: 'tenant', position: 0, ...input.names, ...began })
    .execute();
  await tx
    .insertInto('accountRole')
    .values({ accountId: input.accountId, role: 'tenant', givenAt: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await insertEvent(tx, { id: house.ids.next(), at: now, actor: input.accountId, dossierId, personId, type: 'dossier.created' });
  await recordMilestone(tx, house, {
    name: 'dossier.created',
    subject: { id: dossierId, createdAt: now },
    ...(input.dimensions ? { dimensions: input.dimensions } : {}),
  });
  return { dossierId, personId };
}
