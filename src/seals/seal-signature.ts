import { verify } from 'node:crypto';
import type { SealReason, SealVerdict } from './seal.ts';
import type { Trust, TrustedKey } from './trust.ts';

/** What a signature of r‖s is made over, and by whom it says to be. */
export interface Signed {
  readonly authority: string;
  readonly certificate: string;
  /** The bytes that are signed, as they stand. */
  readonly content: Uint8Array;
  readonly signature: Uint8Array;
  /** The day whose certificate counts: of signature, else of issue, else today. */
  readonly day: string;
}

export interface Judged {
  readonly verdict: SealVerdict;
  readonly reason: SealReason | null;
  readonly key?: TrustedKey;
}

/** Length of r‖s, hash and curve go together: P-256, P-384, P-521. Source: ANTS 2D-Doc 3.3.7, §7. */
const CURVES: Readonly<Record<number, { readonly hash: string; readonly curve: string }>> = {
  64: { hash: 'sha256', curve: 'prime256v1' },
  96: { hash: 'sha384', curve: 'secp384r1' },
  132: { hash: 'sha512', curve: 'secp521r1' },
};

const isTest = (authority: string, certificate: string) => authority === 'FR00' || /^(?:0{4,5}|TEST)$/.test(certificate);

/**
 * Judges an elliptic-curve signature against what is trusted. An issuer that is not known, or known from a list too old, leaves it open; it is
 * never shown as forged. Never throws.
 */
export function judgeSignature(signed: Signed, trust: Trust): Judged {
  const { authority, certificate, day } = signed;
  if (signed.signature.length === 0) return { verdict: 'unverifiable', reason: 'no_signature' };
  if (isTest(authority, certificate) && !trust.acceptsTests) return { verdict: 'invalid', reason: 'test_authority' };
  if (!trust.knowsAuthority(authority)) return { verdict: 'unverifiable', reason: 'unknown_authority' };
  const keys = trust.keysOf(authority, certificate);
  if (keys.length === 0) return { verdict: 'unverifiable', reason: 'unknown_certificate' };
  const shape = CURVES[signed.signature.length];
  if (!shape) return { verdict: 'invalid', reason: 'bad_length' };
  const fitting = keys.filter(({ key }) => key.asymmetricKeyDetails?.namedCurve === shape.curve);
  if (fitting.length === 0) return { verdict: 'invalid', reason: 'bad_length' };
  const key = fitting.find((one) =>
    verify(shape.hash, signed.content, { key: one.key, dsaEncoding: 'ieee-p1363' }, signed.signature),
  );
  if (key?.revoked) return { verdict: 'invalid', reason: 'revoked', key };
  if (trust.isStale(authority)) return { verdict: 'unverifiable', reason: 'trust_expired' };
  if (!key) return { verdict: 'invalid', reason: 'bad_signature' };
  if (!key.chained) return { verdict: 'invalid', reason: 'chain_broken', key };
  if ((key.from && day < key.from) || (key.until && day > key.until))
    return { verdict: 'invalid', reason: 'signed_outside_certificate', key };
  return { verdict: 'valid', reason: null, key };
}
