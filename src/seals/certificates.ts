import { createHash, X509Certificate } from 'node:crypto';
import * as asn1js from 'asn1js';
import { Certificate } from 'pkijs';

/** A certificate that does not open, or whose key does not, is no certificate: the key is read late, and by then nobody would expect it to fail. */
function open(der: Uint8Array): X509Certificate | null {
  try {
    const certificate = new X509Certificate(der);
    return certificate.publicKey.type === 'public' ? certificate : null;
  } catch {
    return null;
  }
}

const MOST_CERTIFICATES = 5000;

/** Bytes of every DER sequence with a two-byte length that starts in `bytes`, outermost first where it is a certificate. */
function inDer(bytes: Uint8Array): readonly X509Certificate[] {
  const found: X509Certificate[] = [];
  for (let at = 0; at + 8 < bytes.length && found.length < MOST_CERTIFICATES; at += 1) {
    // A certificate is a sequence that starts with a sequence; both are longer than 255 bytes.
    if (bytes[at] !== 0x30 || bytes[at + 1] !== 0x82 || bytes[at + 4] !== 0x30 || bytes[at + 5] !== 0x82) continue;
    const end = at + 4 + ((bytes[at + 2] ?? 0) << 8) + (bytes[at + 3] ?? 0);
    const certificate = end <= bytes.length ? open(bytes.subarray(at, end)) : null;
    if (!certificate) continue;
    found.push(certificate);
    at = end - 1;
  }
  return found;
}

/**
 * Every X.509 certificate in what an authority publishes: DER, PEM, DER one after another, a multipart answer, PKCS#7, Base64 without its frame.
 * Never throws; what is no certificate is passed over.
 */
export function certificatesIn(bytes: Uint8Array): readonly X509Certificate[] {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const framed = [...text.matchAll(/MII[A-Za-z0-9+/=\r\n]{200,}/g)].flatMap((run) => inDer(Buffer.from(run[0], 'base64')));
  const all = [...inDer(bytes), ...framed];
  return [...new Map(all.map((one) => [one.fingerprint256, one])).values()];
}

/** An attribute of a name as `node:crypto` writes it, one per line. */
export function nameOf(subject: string, attribute: 'CN' | 'O'): string | null {
  return new RegExp(`(?:^|\\n)${attribute}=([^\\n]+)`).exec(subject)?.[1] ?? null;
}

/** A day of a certificate, `YYYY-MM-DD`. */
export const certificateDay = (written: string): string => new Date(written).toISOString().slice(0, 10);

/** The DER bytes of the subject's name; `null` when they cannot be had. */
export function subjectDer(certificate: X509Certificate): Uint8Array | null {
  try {
    const parsed = asn1js.fromBER(Uint8Array.from(certificate.raw));
    return parsed.offset < 0 ? null : new Uint8Array(new Certificate({ schema: parsed.result }).subject.toSchema().toBER());
  } catch {
    return null;
  }
}

/** How certificate stores name an issuer: unpadded Base64 of SHA-1 over its DER name. Source: RFC 4387, §2.1. */
export function iHash(issuer: X509Certificate): string | null {
  const name = subjectDer(issuer);
  return name && createHash('sha1').update(name).digest('base64').replace(/=+$/, '');
}

/** True when one of the issuers signed the certificate and bears the name it says. */
export function issuedBy(certificate: X509Certificate, issuers: readonly X509Certificate[]): X509Certificate | null {
  return (
    issuers.find((issuer) => {
      try {
        return certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey);
      } catch {
        return false;
      }
    }) ?? null
  );
}
