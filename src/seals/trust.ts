import type { KeyObject } from 'node:crypto';

/** A key that signs seals, and when it may. Days are `YYYY-MM-DD`; `null`: not limited. */
export interface TrustedKey {
  readonly key: KeyObject;
  readonly name: string | null;
  readonly from: string | null;
  readonly until: string | null;
  readonly revoked: boolean;
  /** A recent list of revoked certificates of its issuer was at hand. */
  readonly revocationKnown: boolean;
  /** The certificate leads to an authority of the list. Otherwise its seals are `chain_broken`. */
  readonly chained: boolean;
}

/** How a payload of the second generation is to be read: one entry per value, in order. */
export interface Manifest {
  readonly id: string;
  readonly kind: string;
  readonly fields: readonly { readonly id: string; readonly type: 'text' | 'number' | 'day' | 'list' }[];
}

/** What issuers are believed. */
export interface Trust {
  /** Keys of a certificate of an authority; two specimens may bear the same name. */
  keysOf(authority: string, certificate: string): readonly TrustedKey[];
  knowsAuthority(authority: string): boolean;
  /** The list, or the authority's list of revoked certificates, is too old to go by. */
  isStale(authority: string): boolean;
  manifest(id: string): Manifest | null;
  /** Test authorities (`FR00`, certificate `0000`) count: never in production. */
  readonly acceptsTests: boolean;
}

/** Believes nobody. */
export const NO_TRUST: Trust = {
  keysOf: () => [],
  knowsAuthority: () => false,
  isStale: () => false,
  manifest: () => null,
  acceptsTests: false,
};
