import type { CertifiedIdentity, ReturnFault } from '#domain/accounts/france-connect.ts';
import type { Result } from '#kernel/result.ts';

/** Who came back from the provider, every signature checked. */
export interface ProvenIdentity {
  /** The provider's own identifier of the person for this service: the only key of a link, never shown. */
  readonly sub: string;
  readonly identity: CertifiedIdentity;
  /** Address the person gave the provider, as it came; `null` when there is none. */
  readonly email: string | null;
  /** Kept on the server for the provider's logout only. */
  readonly idToken: string;
}

/** What went wrong. `detail` is a code for the log: letters, digits, dots, dashes, never a name. */
export interface ProviderFault {
  readonly reason: Extract<ReturnFault, `provider.${string}`>;
  readonly detail: string;
}

/** A provider of identities by OpenID Connect (authorization code): FranceConnect, or its simulator. */
export interface IdentityProvider {
  /** Origin of its pages, where forms of ours lead by redirect. */
  readonly origin: string;
  /** Address to send the browser to. @param input.state, input.nonce 43 characters, new each time */
  begin(input: { state: string; nonce: string }): Promise<Result<string, ProviderFault>>;
  /** Changes what came back for an identity. The caller has checked and used up the state. @param input.query with its `?` */
  finish(input: { query: string; state: string; nonce: string }): Promise<Result<ProvenIdentity, ProviderFault>>;
  /** Address that ends the provider's session and comes back; a fault when the provider does not answer. */
  leave(input: { idToken: string; state: string }): Promise<Result<string, ProviderFault>>;
}
