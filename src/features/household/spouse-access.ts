import { CONSENT_TEXTS } from '#domain/people/consents.ts';
import type { Id } from '#kernel/ids.ts';
import { err, ok, type Result } from '#kernel/result.ts';
import type { House } from '#features/house.ts';
import { lockDossier } from '#store/dossiers.repository.ts';
import { insertEvent } from '#store/events.repository.ts';
import { loadHousehold } from './load-household.ts';
import { grantAccess, revokeAccess } from './move-person.ts';

interface OwnConsent {
  readonly accountId: Id<'account'>;
  readonly dossierId: Id<'dossier'>;
}

type ConsentHouse = Pick<House, 'transact' | 'clock' | 'ids'>;

/** Lets the other of a couple see and fill one's pieces. Given twice is once. */
export async function giveSpouseAccess(house: ConsentHouse, input: OwnConsent): Promise<Result<void, 'not_found'>> {
  const now = house.clock.now();
  return house.transact(async (tx): Promise<Result<void, 'not_found'>> => {
    await lockDossier(tx, input.dossierId);
    const household = await loadHousehold(tx, input.dossierId);
    const me = household?.tenants.find((tenant) => tenant.accountId === input.accountId);
    const spouse = household?.tenants.find((tenant) => tenant.id !== me?.id);
    if (household?.kind !== 'couple' || !me || !spouse?.accountId) return err('not_found');
    const personId = me.id as Id<'person'>;
    await withdrawRows(tx, input.accountId, personId, now);
    await tx
      .insertInto('consent')
      .values({
        id: house.ids.next(),
        accountId: input.accountId,
        personId,
        purpose: 'spouse_access',
        textVersion: CONSENT_TEXTS.spouse_access,
        givenAt: now,
      })
      .execute();
    await grantAccess(tx, { personId, accountId: spouse.accountId as Id<'account'>, basis: 'spouse', at: now });
    await insertEvent(tx, { id: house.ids.next(), at: now, actor: input.accountId, personId, type: 'consent.given' });
    return ok();
  });
}

/** Takes that back: the spouse's next request for a piece, a PDF or a ZIP is refused. */
export async function withdrawSpouseAccess(house: ConsentHouse, input: OwnConsent): Promise<Result<void, 'not_found'>> {
  const now = house.clock.now();
  return house.transact(async (tx): Promise<Result<void, 'not_found'>> => {
    await lockDossier(tx, input.dossierId);
    const household = await loadHousehold(tx, input.dossierId);
    const me = household?.tenants.find((tenant) => tenant.accountId === input.accountId);
    if (!me) return err('not_found');
    const personId = me.id as Id<'person'>;
    await withdrawRows(tx, input.accountId, personId, now);
    await revokeAccess(tx, { personId, basis: 'spouse', at: now });
    await insertEvent(tx, { id: house.ids.next(), at: now, actor: input.accountId, personId, type: 'consent.withdrawn' });
    return ok();
  });
}

async function withdrawRows(
  tx: Parameters<typeof revokeAccess>[0],
  accountId: Id<'account'>,
  personId: Id<'person'>,
  now: Date,
): Promise<void> {
  await tx
    .updateTable('consent')
    .set({ withdrawnAt: now })
    .where('accountId', '=', accountId)
    .where('personId', '=', personId)
    .where('purpose', '=', 'spouse_access')
    .where('withdrawnAt', 'is', null)
    .execute();
}
