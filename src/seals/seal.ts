/** The standards a seal can follow. */
export type SealStandard = 'fr.2d-doc' | 'iso22376' | 'pdf.signature' | 'issuer.link';

export type SealVerdict = 'valid' | 'invalid' | 'unverifiable';

/** Why a seal has its verdict; `null` when it is valid. */
export type SealReason =
  | 'bad_signature'
  | 'bad_length'
  | 'revoked'
  | 'signed_outside_certificate'
  | 'chain_broken'
  | 'test_authority'
  | 'changed_after_signing'
  | 'unknown_authority'
  | 'unknown_certificate'
  | 'trust_expired'
  | 'unsupported_version'
  | 'no_signature'
  | 'malformed';

/** One data element of a seal. */
export interface SealField {
  /** Identifier in the standard, e.g. `46`. */
  readonly id: string;
  /** The characters as encoded. */
  readonly raw: string;
  /** The value decoded to text (dates `YYYY-MM-DD`, amounts with a point). */
  readonly value: string;
  /** The issuer cut the value: compare it as a prefix. */
  readonly truncated: boolean;
  /** The identifier belongs to the published table. */
  readonly known: boolean;
}

/** A cryptographic mark inside a document, its data and what can be said of it. */
export interface Seal {
  readonly standard: SealStandard;
  readonly version: string;
  /** Document type in the standard, e.g. `28` (income-tax notice from 2025); of another perimeter than that of ANTS with its number, e.g. `02.28`. */
  readonly kind: string;
  readonly issuer: { readonly authority: string; readonly certificate: string; readonly name: string | null };
  /** `YYYY-MM-DD`, or `null` when the seal carries none. */
  readonly issuedOn: string | null;
  readonly signedOn: string | null;
  readonly fields: readonly SealField[];
  /** Data after the signature. Not signed: never used as proof of anything. */
  readonly annex: readonly SealField[];
  readonly verdict: SealVerdict;
  readonly reason: SealReason | null;
  /** False when revocation could not be checked: valid, yet no automatic acceptance. */
  readonly revocationKnown: boolean;
  readonly conformance: {
    readonly missing: readonly string[];
    readonly overlong: readonly string[];
    readonly unknown: readonly string[];
  };
  /** Where it stands: 0-based page and `[x, y, width, height]` in 0..1; `null` for a signature of the file. */
  readonly at: { readonly page: number; readonly box: readonly [number, number, number, number] } | null;
}
