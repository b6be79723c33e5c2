import type { Email } from '#domain/accounts/email.ts';
import { CONSENT_TEXTS } from '#domain/people/consents.ts';
import { kindsToAdd, type GuarantorKind } from '#domain/people/guarantor-mix.ts';
import type { Id } from '#kernel/ids.ts';
import { err, ok, type Result } from '#kernel/result.ts';
import { membershipOf, may } from '#features/dossiers/api.ts';
import { destroyCopies } from '#features/erasure/api.ts';
import type { House } from '#features/house.ts';
import { refreshStatuses } from '#features/statuses/api.ts';
import { lockDossier, outdateCopies } from '#store/dossiers.repository.ts';
import { insertEvent } from '#store/events.repository.ts';
import { carryOut } from './carry-out-plan.ts';
import { erasePeople } from './erase-people.ts';
import { sendInvitation } from './invitations.ts';
import { loadHousehold } from './load-household.ts';
import { grantAccess } from './move-person.ts';

type GuarantorHouse = Pick<House, 'transact' | 'clock' | 'ids' | 'random' | 'secrets'>;

export interface AddGuarantor {
  readonly accountId: Id<'account'>;
  readonly dossierId: Id<'dossier'>;
  readonly tenantId: Id<'person'>;
  readonly kind: GuarantorKind;
  /** The guarantor fills their own part, invited at this address; else the tenant fills it. Natural persons only. */
  readonly invite: Email | null;
  /** "My guarantor knows and agrees", due when the tenant fills for a natural person. */
  readonly informed: boolean;
}

export type AddGuarantorReason = 'not_found' | 'mix' | 'not_informed' | 'email.own' | 'email.invited' | 'email.unconfirmed';

/** Adds a guarantor to a tenant: one or two persons, or one company, or one organism. The tenant is incomplete until they are complete. */
export async function addGuarantor(
  house: GuarantorHouse,
  input: AddGuarantor,
): Promise<Result<{ personId: Id<'person'> }, AddGuarantorReason>> {
  const now = house.clock.now();
  const invite = input.kind === 'natural' ? input.invite : null;
  if (input.kind === 'natural' && invite === null && !input.informed) return err('not_informed');
  return house.transact(async (tx): Promise<Result<{ personId: Id<'person'> }, AddGuarantorReason>> => {
    await lockDossier(tx, input.dossierId);
    const membership = await membershipOf(tx, input.accountId, input.dossierId, now);
    const household = await loadHousehold(tx, input.dossierId);
    const tenant = household?.tenants.find((one) => one.id === input.tenantId);
    if (!membership || !tenant || !may(membership, input.tenantId, 'fill')) return err('not_found');
    const present = await tx
      .selectFrom('person')
      .select('guarantorKind')
      .where('supportsPersonId', '=', input.tenantId)
      .where('setAsideAt', 'is', null)
      .execute();
    const kinds = present.flatMap((row) => row.guarantorKind ?? []);
    if (!kindsToAdd(kinds).includes(input.kind)) return err('mix');
    const holder = (tenant.accountId ?? tenant.declarantId) as Id<'account'> | null;
    if (!holder) return err('not_found');
    const personId = house.ids.next<'person'>();
    await tx
      .insertInto('person')
      .values({
        id: personId,
        dossierId: input.dossierId,
        role: 'guarantor',
        guarantorKind: input.kind,
        supportsPersonId: input.tenantId,
        position: kinds.length,
        contactEmail: invite,
        status: 'incomplete',
        statusSince: now,
        createdAt: now,
      })
      .execute();
    if (invite === null) {
      await grantAccess(tx, { personId, accountId: holder, basis: 'declarant', at: now });
    } else {
      const { dossierId, accountId: invitedBy } = input;
      const sent = await sendInvitation(tx, house, { dossierId, personId, kind: 'guarantor', email: invite, invitedBy });
      if (!sent.ok) return sent;
    }
    if (input.kind === 'natural' && invite === null)
      await tx
        .insertInto('consent')
        .values({
          id: house.ids.next(),
          accountId: input.accountId,
          personId,
          purpose: 'guarantor_informed',
          textVersion: CONSENT_TEXTS.guarantor_informed,
          givenAt: now,
        })
        .execute();
    await tx.updateTable('person').set({ noGuarantor: false }).where('id', '=', input.tenantId).execute();
    await insertEvent(tx, {
      id: house.ids.next(),
      at: now,
      actor: input.accountId,
      dossierId: input.dossierId,
      personId,
      type: 'guarantor.added',
      data: { kind: input.kind },
    });
    await outdateCopies(tx, input.dossierId);
    await refreshStatuses(tx, house, input.dossierId, input.accountId);
    return ok({ personId });
  });
}

/**
 * Takes a guarantor out of a dossier, at the wish of the tenant or of the guarantor. One with an account keeps their pieces in a dossier
 * of their own; one whom the tenant filled is erased.
 */
export async function removeGuarantor(
  house: Pick<House, 'transact' | 'clock' | 'ids' | 'random'>,
  input: { readonly accountId: Id<'account'>; readonly dossierId: Id<'dossier'>; readonly guarantorId: Id<'person'> },
): Promise<Result<void, 'not_found'>> {
  const now = house.clock.now();
  return house.transact(async (tx): Promise<Result<void, 'not_found'>> => {
    await lockDossier(tx, input.dossierId);
    const membership = await membershipOf(tx, input.accountId, input.dossierId, now);
    const before = membership && (await loadHousehold(tx, input.dossierId));
    const guarantor = before?.guarantors.find((one) => one.id === input.guarantorId);
    if (!membership || !before || !guarantor) return err('not_found');
    const mayRemove = guarantor.accountId === input.accountId || may(membership, guarantor.supports as Id<'person'>, 'fill');
    if (!mayRemove) return err('not_found');
    if (guarantor.accountId === null) {
      await erasePeople(tx, [input.guarantorId], now);
      await destroyCopies(tx, { dossierId: input.dossierId }, now);
      await outdateCopies(tx, input.dossierId);
      await insertEvent(tx, {
        id: house.ids.next(),
        at: now,
        actor: input.accountId,
        dossierId: input.dossierId,
        type: 'person.deleted',
      });
      await refreshStatuses(tx, house, input.dossierId, input.accountId);
      return ok();
    }
    const everyone = [...before.tenants, ...before.guarantors].map((person) => person.id);
    const plan = {
      kind: before.kind,
      leadId: before.leadId,
      stays: everyone.filter((id) => id !== guarantor.id),
      departures: [{ personId: guarantor.id, guarantorIds: [], to: 'own_dossier' as const }],
    };
    await carryOut(tx, house, { dossierId: input.dossierId, before, plan, actor: input.accountId });
    return ok();
  });
}
