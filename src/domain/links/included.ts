import type { HouseholdKind } from '../people/household.ts';

/** A tenant as the rule of what a link holds sees them. */
export interface LinkedTenant {
  readonly personId: string;
  /** The person holds this part with an account of their own; else somebody fills for them. */
  readonly ownAccount: boolean;
  /** Who made the link is this person, fills for them, or helps them. */
  readonly ofMaker: boolean;
  /** The person signed their part, and so sends it. */
  readonly signed: boolean;
  /** "My flatmates may send my part" stands. */
  readonly sendingAllowed: boolean;
}

/**
 * Tenants whose part a link holds; the others are named as not included. Of a flatshare, only who made the link and those who allowed
 * the sending. Of a couple, both, once each with an account has signed for the common dossier. Asked at each request, so that a consent
 * taken back acts at the next.
 */
export function includedTenants(kind: HouseholdKind, tenants: readonly LinkedTenant[]): ReadonlySet<string> {
  const held = tenants.filter((tenant) => {
    if (kind === 'alone' || tenant.ofMaker || !tenant.ownAccount) return true;
    return kind === 'couple' ? tenant.signed || tenant.sendingAllowed : tenant.sendingAllowed;
  });
  return new Set(held.map((tenant) => tenant.personId));
}
