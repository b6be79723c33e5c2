import type { Household, HouseholdKind, HouseholdPlan } from '#domain/people/household.ts';
import { changeKind, leaveHousehold, removeTenant } from '#domain/people/household-changes.ts';
import type { Id } from '#kernel/ids.ts';
import { err, ok, type Result } from '#kernel/result.ts';
import { membershipOf } from '#features/dossiers/api.ts';
import { lockDossier } from '#store/dossiers.repository.ts';
import { carryOut, type HouseholdHouse } from './carry-out-plan.ts';
import { loadHousehold } from './load-household.ts';

interface Change {
  readonly accountId: Id<'account'>;
  readonly dossierId: Id<'dossier'>;
}

/** Locks, reads, asks the rules, writes: the same for every change. `actorId` is the tenant that the account is, or leads for. */
async function change<Reason extends string>(
  house: HouseholdHouse,
  input: Change,
  decide: (household: Household, actorId: string) => Result<HouseholdPlan, Reason>,
): Promise<Result<void, Reason | 'not_found'>> {
  return house.transact(async (tx): Promise<Result<void, Reason | 'not_found'>> => {
    await lockDossier(tx, input.dossierId);
    const membership = await membershipOf(tx, input.accountId, input.dossierId, house.clock.now());
    const before = membership && (await loadHousehold(tx, input.dossierId));
    if (!before) return err('not_found');
    const actor =
      before.tenants.find((tenant) => tenant.accountId === input.accountId) ??
      before.tenants.find((tenant) => tenant.id === before.leadId && tenant.declarantId === input.accountId);
    if (!actor) return err('not_found');
    const decided = decide(before, actor.id);
    if (!decided.ok) return decided;
    await carryOut(tx, house, { dossierId: input.dossierId, before, plan: decided.value, actor: input.accountId });
    return ok();
  });
}

/** The lead says who rents: alone, a couple, a flatshare. To `alone`, the others leave with everything that is theirs. */
export function chooseKind(house: HouseholdHouse, input: Change & { readonly kind: HouseholdKind }) {
  return change(house, input, (household, actorId) => changeKind(household, actorId, input.kind));
}

/** A tenant leaves a dossier, for one of their own. */
export function leaveDossier(house: HouseholdHouse, input: Change) {
  return change(house, input, (household, actorId) => leaveHousehold(household, actorId));
}

/** The lead removes a tenant, who keeps everything that is theirs. */
export function removePerson(house: HouseholdHouse, input: Change & { readonly personId: Id<'person'> }) {
  return change(house, input, (household, actorId) => removeTenant(household, actorId, input.personId));
}
