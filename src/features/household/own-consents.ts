import { CONSENT_TEXTS } from '#domain/people/consents.ts';
import type { Household } from '#domain/people/household.ts';
import type { Id } from '#kernel/ids.ts';
import { err, ok, type Result } from '#kernel/result.ts';
import { destroyCopies } from '#features/erasure/api.ts';
import type { House } from '#features/house.ts';
import { lockDossier, outdateCopies } from '#store/dossiers.repository.ts';
import { insertEvent } from '#store/events.repository.ts';
import type { DbOrTx, Tx } from '#store/unit-of-work.ts';
import { loadHousehold } from './load-household.ts';
import { grantAccess, revokeAccess } from './move-person.ts';

/** Consents that a person gives and takes back by themself, at any time; none is due for anything else. */
export const OWN_CONSENTS = ['spouse_access', 'flatmate_sending', 'guarantor_tenant_access'] as const;
export type OwnConsentPurpose = (typeof OWN_CONSENTS)[number];

interface OwnConsent {
  readonly accountId: Id<'account'>;
  readonly dossierId: Id<'dossier'>;
  readonly purpose: OwnConsentPurpose;
}

type ConsentHouse = Pick<House, 'transact' | 'clock' | 'ids'>;

/** Who gives a consent of this purpose in this household, and who gets to see by it; `null` where it has no meaning. */
function partiesOf(
  household: Household,
  accountId: string,
  purpose: OwnConsentPurpose,
): { readonly personId: Id<'person'>; readonly seer: Id<'account'> | null } | null {
  const tenant = household.tenants.find((one) => one.accountId === accountId);
  switch (purpose) {
    case 'spouse_access': {
      const spouse = household.kind === 'couple' ? household.tenants.find((one) => one.id !== tenant?.id) : undefined;
      if (!tenant || !spouse?.accountId) return null;
      return { personId: tenant.id as Id<'person'>, seer: spouse.accountId as Id<'account'> };
    }
    case 'flatmate_sending':
      return tenant && household.kind === 'flatshare' ? { personId: tenant.id as Id<'person'>, seer: null } : null;
    case 'guarantor_tenant_access': {
      const guarantor = household.guarantors.find((one) => one.accountId === accountId);
      const supported = household.tenants.find((one) => one.id === guarantor?.supports);
      const seer = supported?.accountId ?? supported?.declarantId;
      return guarantor && seer ? { personId: guarantor.id as Id<'person'>, seer: seer as Id<'account'> } : null;
    }
  }
}

const BASIS = { spouse_access: 'spouse', guarantor_tenant_access: 'supported', flatmate_sending: null } as const;

/** Gives a consent: from now on the other of the couple, or the tenant, sees; or the flatmates may send one's part. Twice is once. */
export function giveOwnConsent(house: ConsentHouse, input: OwnConsent): Promise<Result<void, 'not_found'>> {
  return house.transact(async (tx): Promise<Result<void, 'not_found'>> => {
    await lockDossier(tx, input.dossierId);
    const household = await loadHousehold(tx, input.dossierId);
    const parties = household && partiesOf(household, input.accountId, input.purpose);
    if (!parties) return err('not_found');
    await recordConsent(tx, house, { ...input, ...parties });
    await insertEvent(tx, {
      id: house.ids.next(),
      at: house.clock.now(),
      actor: input.accountId,
      dossierId: input.dossierId,
      personId: parties.personId,
      type: 'consent.given',
      data: { purpose: input.purpose },
    });
    return ok();
  });
}

/** Takes it back: the next request for a piece, a link, a PDF or a ZIP is answered without that part. */
export function withdrawOwnConsent(house: ConsentHouse, input: OwnConsent): Promise<Result<void, 'not_found'>> {
  const now = house.clock.now();
  return house.transact(async (tx): Promise<Result<void, 'not_found'>> => {
    await lockDossier(tx, input.dossierId);
    const household = await loadHousehold(tx, input.dossierId);
    const me = [...(household?.tenants ?? []), ...(household?.guarantors ?? [])].find((one) => one.accountId === input.accountId);
    if (!me) return err('not_found');
    const personId = me.id as Id<'person'>;
    await endOwnConsent(tx, { ...input, personId, at: now });
    await insertEvent(tx, {
      id: house.ids.next(),
      at: now,
      actor: input.accountId,
      dossierId: input.dossierId,
      personId,
      type: 'consent.withdrawn',
      data: { purpose: input.purpose },
    });
    return ok();
  });
}

/** Ends a consent and what it opened, in the transaction of the act that asks; the dossier is locked by the caller. */
export async function endOwnConsent(
  tx: Tx,
  end: OwnConsent & { readonly personId: Id<'person'>; readonly at: Date },
): Promise<void> {
  const { accountId, dossierId, personId, purpose, at } = end;
  await withdrawRows(tx, accountId, personId, purpose, at);
  const basis = BASIS[purpose];
  if (basis) await revokeAccess(tx, { personId, basis, at });
  await showsOtherwise(tx, dossierId, at);
}

/** Writes the row and what it opens, in the transaction of the act that asks. @param consent.seer the account that sees by it, if any */
export async function recordConsent(
  tx: Tx,
  house: Pick<House, 'clock' | 'ids'>,
  consent: OwnConsent & { readonly personId: Id<'person'>; readonly seer: Id<'account'> | null },
): Promise<void> {
  const at = house.clock.now();
  const { accountId, personId, purpose } = consent;
  await withdrawRows(tx, accountId, personId, purpose, at);
  await tx
    .insertInto('consent')
    .values({ id: house.ids.next(), accountId, personId, purpose, textVersion: CONSENT_TEXTS[purpose], givenAt: at })
    .execute();
  const basis = BASIS[purpose];
  if (basis && consent.seer) await grantAccess(tx, { personId, accountId: consent.seer, basis, at });
  await showsOtherwise(tx, consent.dossierId, at);
}

/** Purposes that an account has given here and not taken back. */
export async function ownConsentsOf(
  db: DbOrTx,
  input: { readonly accountId: Id<'account'>; readonly dossierId: Id<'dossier'> },
): Promise<readonly { readonly purpose: OwnConsentPurpose; readonly given: boolean }[]> {
  const household = await loadHousehold(db, input.dossierId);
  if (!household) return [];
  const asked = OWN_CONSENTS.flatMap((purpose) => {
    const parties = partiesOf(household, input.accountId, purpose);
    return parties ? [{ purpose, personId: parties.personId }] : [];
  });
  if (asked.length === 0) return [];
  const live = await db
    .selectFrom('consent')
    .select(['purpose', 'personId'])
    .where('accountId', '=', input.accountId)
    .where('withdrawnAt', 'is', null)
    .execute();
  return asked.map(({ purpose, personId }) => ({
    purpose,
    given: live.some((row) => row.purpose === purpose && row.personId === personId),
  }));
}

/** What links show changes: copies made before are gone, and new ones are another revision. */
export async function showsOtherwise(tx: Tx, dossierId: Id<'dossier'>, at: Date): Promise<void> {
  await destroyCopies(tx, { dossierId }, at);
  await outdateCopies(tx, dossierId);
}

async function withdrawRows(
  tx: Tx,
  accountId: Id<'account'>,
  personId: Id<'person'>,
  purpose: OwnConsentPurpose,
  now: Date,
): Promise<void> {
  await tx
    .updateTable('consent')
    .set({ withdrawnAt: now })
    .where('accountId', '=', accountId)
    .where('personId', '=', personId)
    .where('purpose', '=', purpose)
    .where('withdrawnAt', 'is', null)
    .execute();
}
