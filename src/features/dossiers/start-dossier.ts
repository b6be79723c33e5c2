import type { Id } from '#kernel/ids.ts';
import { ok, type Result } from '#kernel/result.ts';
import { nameOfIdentity, readIdentity } from '#domain/accounts/france-connect.ts';
import type { PersonName } from '#domain/people/names.ts';
import { RIGHTS_OF_BASIS } from '#domain/people/rights.ts';
import type { House } from '#features/house.ts';
import { recordMilestone, whoFills } from '#features/stats/api.ts';
import { lockAccount } from '#store/accounts.repository.ts';
import { openDossier } from './open-dossier.ts';

/** What FranceConnect has given is not asked again; nothing for an account without certified identity. */
function certifiedName(kept: unknown): Partial<PersonName> {
  const identity = readIdentity(kept);
  return identity ? nameOfIdentity(identity) : {};
}

/** Opens the dossier of an account that has none: alone, for oneself. An account that has one gets it back. */
export async function startDossier(
  house: Pick<House, 'transact' | 'clock' | 'ids' | 'random'>,
  input: { accountId: Id<'account'> },
): Promise<Result<{ dossierId: Id<'dossier'> }, never>> {
  const now = house.clock.now();
  return house.transact(async (tx) => {
    const account = await lockAccount(tx, input.accountId);
    const own = await tx
      .selectFrom('access')
      .innerJoin('person', 'person.id', 'access.personId')
      .select('person.dossierId')
      .where('access.accountId', '=', input.accountId)
      .where('access.basis', '=', 'self')
      .where('access.revokedAt', 'is', null)
      .where('person.role', '=', 'tenant')
      .executeTakeFirst();
    if (own) return ok({ dossierId: own.dossierId });
    const given = certifiedName(account?.fcIdentity);
    const { dossierId, personId } = await openDossier(tx, house, {
      accountId: input.accountId,
      names: given,
      dimensions: await whoFills(tx, input.accountId),
    });
    await tx
      .insertInto('access')
      .values({ personId, accountId: input.accountId, basis: 'self', rights: [...RIGHTS_OF_BASIS.self], since: now })
      .execute();
    if (given.birthName)
      await recordMilestone(tx, house, { name: 'identity.filled', subject: { id: dossierId, createdAt: now } });
    return ok({ dossierId });
  });
}
