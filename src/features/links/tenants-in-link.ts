import { includedTenants } from '#domain/links/included.ts';
import type { Id } from '#kernel/ids.ts';
import type { House } from '#features/house.ts';
import type { DossierRows } from '#store/dossiers.repository.ts';

/** Tenants whose part a link holds now, by who made it and what the others agreed to. */
export async function tenantsInLink(
  house: Pick<House, 'db' | 'clock'>,
  { dossier, persons }: DossierRows,
  linkId: Id<'link'>,
): Promise<ReadonlySet<string>> {
  const tenants = persons.filter((person) => person.role === 'tenant');
  const ids = tenants.map((person) => person.id);
  if (dossier.kind === 'alone' || ids.length === 0) return new Set(ids);
  const link = await house.db.selectFrom('link').select('madeBy').where('id', '=', linkId).executeTakeFirst();
  const now = house.clock.now();
  const access = await house.db
    .selectFrom('access')
    .select(['personId', 'accountId', 'basis'])
    .where('personId', 'in', ids)
    .where('basis', 'in', ['self', 'declarant', 'helper'])
    .where('revokedAt', 'is', null)
    .where((eb) => eb.or([eb('until', 'is', null), eb('until', '>', now)]))
    .execute();
  const consents = await house.db
    .selectFrom('consent')
    .select(['personId', 'accountId'])
    .where('personId', 'in', ids)
    .where('purpose', 'in', dossier.kind === 'couple' ? ['flatmate_sending', 'spouse_access'] : ['flatmate_sending'])
    .where('withdrawnAt', 'is', null)
    .execute();
  return includedTenants(
    dossier.kind,
    tenants.map((person) => {
      const own = access.find((row) => row.personId === person.id && row.basis === 'self');
      return {
        personId: person.id,
        ownAccount: own !== undefined,
        ofMaker: access.some((row) => row.personId === person.id && row.accountId === link?.madeBy),
        signed: person.submittedAt !== null,
        sendingAllowed: consents.some((row) => row.personId === person.id && row.accountId === own?.accountId),
      };
    }),
  );
}
