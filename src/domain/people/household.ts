export type HouseholdKind = 'alone' | 'couple' | 'flatshare';

/** A tenant of a dossier; accounts and persons are told apart by id, never by name. */
export interface HouseholdTenant {
  readonly id: string;
  /** The account of the person themself; `null` when somebody else fills for them. */
  readonly accountId: string | null;
  /** The account that fills for a person without one. */
  readonly declarantId?: string | null;
}

/** A guarantor, who belongs to one tenant. */
export interface HouseholdGuarantor extends HouseholdTenant {
  readonly supports: string;
}

/** The people of one dossier, tenants oldest first. */
export interface Household {
  readonly kind: HouseholdKind;
  readonly leadId: string;
  readonly tenants: readonly HouseholdTenant[];
  readonly guarantors: readonly HouseholdGuarantor[];
}

/**
 * Where a person goes: into a new dossier of their own, with everything; into the dossier that invited them; aside for 30 days (a person
 * without account, who can be taken back); or out, because the account that is theirs was deleted.
 */
export type Destination = 'own_dossier' | 'other_dossier' | 'set_aside' | 'erased';

/** One person who leaves a dossier, with the guarantors who go along. */
export interface Departure {
  readonly personId: string;
  readonly guarantorIds: readonly string[];
  readonly to: Destination;
}

/** What a change makes of a dossier. Everyone of the household is in `stays` or in one departure, once. */
export interface HouseholdPlan {
  readonly kind: HouseholdKind;
  /** `null` when nobody stays: the dossier closes and its links end. */
  readonly leadId: string | null;
  readonly stays: readonly string[];
  readonly departures: readonly Departure[];
}

/** True when the number of tenants fits the kind; */
export function kindFits(kind: HouseholdKind, tenants: number): boolean {
  if (kind === 'alone') return tenants === 1;
  return kind === 'couple' ? tenants === 2 : tenants >= 2;
}
