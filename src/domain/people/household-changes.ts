import { err, ok, type Result } from '#kernel/result.ts';
import type { Departure, Destination, Household, HouseholdKind, HouseholdPlan, HouseholdTenant } from './household.ts';

const ownPlace = (person: HouseholdTenant): Destination => (person.accountId === null ? 'set_aside' : 'own_dossier');

/**
 * A tenant who leaves. Guarantors go along into another dossier; when the tenant's own data end or wait, guarantors with an account
 * leave apart, since theirs are their own.
 */
function departuresOf(household: Household, tenant: HouseholdTenant, to: Destination): Departure[] {
  const mine = household.guarantors.filter((guarantor) => guarantor.supports === tenant.id);
  const apart = to === 'erased' || to === 'set_aside' ? mine.filter((guarantor) => guarantor.accountId !== null) : [];
  return [
    { personId: tenant.id, guarantorIds: mine.filter((one) => !apart.includes(one)).map((one) => one.id), to },
    ...apart.map((one): Departure => ({ personId: one.id, guarantorIds: [], to: 'own_dossier' })),
  ];
}

/** The plan once these departures are made: one tenant left is `alone`, the lead passes to the oldest who stays. */
function planOf(household: Household, departures: readonly Departure[], kind: HouseholdKind = household.kind): HouseholdPlan {
  const gone = new Set(departures.flatMap((departure) => [departure.personId, ...departure.guarantorIds]));
  const tenants = household.tenants.filter((tenant) => !gone.has(tenant.id));
  const stays = [...tenants, ...household.guarantors.filter((guarantor) => !gone.has(guarantor.id))].map((person) => person.id);
  const heir = tenants.find((tenant) => tenant.accountId !== null) ?? tenants[0];
  const leadId = gone.has(household.leadId) ? (heir?.id ?? null) : household.leadId;
  return { kind: departures.length > 0 && tenants.length <= 1 ? 'alone' : kind, leadId, stays, departures };
}

/** Changes the kind of a dossier. To `alone`, the others leave with everything that is theirs; otherwise nobody moves. */
export function changeKind(
  household: Household,
  actorId: string,
  kind: HouseholdKind,
): Result<HouseholdPlan, 'not_lead' | 'same_kind' | 'too_many_tenants'> {
  if (actorId !== household.leadId) return err('not_lead');
  if (kind === household.kind) return err('same_kind');
  if (kind === 'couple' && household.tenants.length > 2) return err('too_many_tenants');
  const others = kind === 'alone' ? household.tenants.filter((tenant) => tenant.id !== household.leadId) : [];
  return ok(
    planOf(
      household,
      others.flatMap((tenant) => departuresOf(household, tenant, ownPlace(tenant))),
      kind,
    ),
  );
}

/** A tenant leaves by their own will, for a dossier of their own. */
export function leaveHousehold(household: Household, personId: string): Result<HouseholdPlan, 'not_here' | 'alone'> {
  const tenant = household.tenants.find((one) => one.id === personId);
  if (!tenant) return err('not_here');
  if (household.tenants.length === 1) return err('alone');
  const left = planOf(household, departuresOf(household, tenant, 'own_dossier'));
  return ok(household.leadId === personId ? withoutAccountless(household, left) : left);
}

/** The lead removes a tenant, who keeps everything that is theirs. */
export function removeTenant(
  household: Household,
  actorId: string,
  personId: string,
): Result<HouseholdPlan, 'not_lead' | 'not_here' | 'is_lead'> {
  if (actorId !== household.leadId) return err('not_lead');
  const tenant = household.tenants.find((one) => one.id === personId);
  if (!tenant) return err('not_here');
  if (personId === household.leadId) return err('is_lead');
  return ok(planOf(household, departuresOf(household, tenant, ownPlace(tenant))));
}

/** Nobody with an account stays: those who are left are set aside, and the dossier closes. */
function withoutAccountless(household: Household, plan: HouseholdPlan): HouseholdPlan {
  const left = household.tenants.filter((tenant) => plan.stays.includes(tenant.id));
  if (left.some((tenant) => tenant.accountId !== null)) return plan;
  const aside = left.flatMap((tenant) => departuresOf(household, tenant, 'set_aside'));
  return planOf(household, [...plan.departures, ...aside]);
}

/**
 * An account is deleted: only its own person ends, with guarantors who have no account. People it filled for are set aside, to be taken
 * back by themselves. Everyone else lives on; the lead passes to the oldest remaining tenant with an account.
 */
export function deleteAccount(household: Household, accountId: string): Result<HouseholdPlan, 'not_here'> {
  const own = household.tenants.filter((one) => one.accountId === accountId);
  const filled = household.tenants.filter((one) => one.accountId === null && one.declarantId === accountId);
  const departures = [
    ...own.flatMap((tenant) => departuresOf(household, tenant, 'erased')),
    ...filled.flatMap((tenant) => departuresOf(household, tenant, 'set_aside')),
  ];
  const guarantor = household.guarantors.find((one) => one.accountId === accountId);
  if (guarantor && departures.length === 0) departures.push({ personId: guarantor.id, guarantorIds: [], to: 'erased' });
  if (departures.length === 0) return err('not_here');
  const plan = planOf(household, departures);
  return ok(own.length > 0 ? withoutAccountless(household, plan) : plan);
}

/** A tenant accepts another dossier's invitation and brings everything: the old dossier goes on without them, or closes when emptied. */
export function joinElsewhere(household: Household, personId: string): Result<HouseholdPlan, 'not_here'> {
  const tenant = household.tenants.find((one) => one.id === personId);
  if (!tenant) return err('not_here');
  return ok(withoutAccountless(household, planOf(household, departuresOf(household, tenant, 'other_dossier'))));
}
