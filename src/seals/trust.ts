import type { KeyObject } from 'node:crypto';

/** A key that signs seals, and when it may. Days are `YYYY-MM-DD`; `null`: not limited. */
export interface TrustedKey {
  readonly key: KeyObject;
  readonly name: string | null;
  readonly from: string | null;
  readonly until: string | null;
  readonly revoked: boolean;
  /** A list of revoked certificates was at hand. */
  readonly revocationKnown: boolean;
}

/** What issuers are believed. */
export interface Trust {
  /** Keys of a certificate of an authority; two specimens may bear the same name. */
  keysOf(authority: string, certificate: string): readonly TrustedKey[];
  knowsAuthority(authority: string): boolean;
  /** Test authorities (`FR00`, certificate `0000`) count: never in production. */
  readonly acceptsTests: boolean;
}
