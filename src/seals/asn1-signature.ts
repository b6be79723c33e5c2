import { constants, verify, type KeyObject } from 'node:crypto';
import * as asn1js from 'asn1js';
import { RSASSAPSSParams, type AlgorithmIdentifier } from 'pkijs';

/** Hashes that count, by object identifier. Older ones prove nothing any more. */
export const HASH_OIDS: Readonly<Record<string, string>> = {
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
};

/** Hash that a signature algorithm names itself. */
const SIGNATURE_OIDS: Readonly<Record<string, string>> = {
  '1.2.840.113549.1.1.11': 'sha256',
  '1.2.840.113549.1.1.12': 'sha384',
  '1.2.840.113549.1.1.13': 'sha512',
  '1.2.840.10045.4.3.2': 'sha256',
  '1.2.840.10045.4.3.3': 'sha384',
  '1.2.840.10045.4.3.4': 'sha512',
};
const RSA = '1.2.840.113549.1.1.1';
const EC = '1.2.840.10045.2.1';
const PSS = '1.2.840.113549.1.1.10';
const ED25519 = '1.3.101.112';

/**
 * Checks a signature over DER content. `null` when the algorithm is none that counts today (SHA-1, MD5, DSA).
 * @param digest object identifier of the digest, for algorithms that do not name one
 */
export function verifyAsn1(
  content: Uint8Array,
  algorithm: AlgorithmIdentifier,
  signature: Uint8Array,
  key: KeyObject,
  digest?: string,
): boolean | null {
  const oid = algorithm.algorithmId;
  const attempt = (work: () => boolean): boolean => {
    try {
      return work();
    } catch {
      // A key of another kind than the algorithm: not its signature.
      return false;
    }
  };
  if (oid === ED25519) return attempt(() => verify(null, content, key, signature));
  if (oid === PSS) {
    const params = pssOf(algorithm);
    const hash = params && HASH_OIDS[params.hash];
    if (!hash) return null;
    const padded = { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: params.saltLength };
    return attempt(() => verify(hash, content, padded, signature));
  }
  const named = oid === RSA || oid === EC ? HASH_OIDS[digest ?? ''] : SIGNATURE_OIDS[oid];
  return named ? attempt(() => verify(named, content, key, signature)) : null;
}

function pssOf(algorithm: AlgorithmIdentifier): { hash: string; saltLength: number } | null {
  if (!(algorithm.algorithmParams instanceof asn1js.Sequence)) return null;
  const params = new RSASSAPSSParams({ schema: algorithm.algorithmParams });
  return { hash: params.hashAlgorithm.algorithmId, saltLength: params.saltLength };
}
