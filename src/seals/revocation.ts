import type { X509Certificate } from 'node:crypto';
import * as asn1js from 'asn1js';
import { CertificateRevocationList } from 'pkijs';
import { verifyAsn1 } from './asn1-signature.ts';
import { subjectDer } from './certificates.ts';

/** A list of revoked certificates, signed by its issuer. */
export interface RevocationList {
  /** Day of its making, `YYYY-MM-DD`. */
  readonly madeOn: string;
  /** True when the certificate's serial number is in it. */
  revokes(certificate: X509Certificate): boolean;
  /** True when this authority signed it and is named by it. */
  isOf(issuer: X509Certificate): boolean;
}

const same = (a: Uint8Array, b: Uint8Array) => Buffer.compare(a, b) === 0;
const plainSerial = (hex: string) => hex.toUpperCase().replace(/^0+(?=.)/, '');

/** Bytes of a file in DER, or of the first PEM block in it. */
function derOf(bytes: Uint8Array): Uint8Array {
  const text = Buffer.from(bytes).toString('latin1');
  const framed = /-----BEGIN X509 CRL-----([A-Za-z0-9+/=\s]+)-----END/.exec(text);
  return framed?.[1] ? Uint8Array.from(Buffer.from(framed[1], 'base64')) : Uint8Array.from(bytes);
}

/** Reads a list of revoked certificates (DER or PEM); `null` when the bytes are none. Source: RFC 5280, §5. */
export function readRevocationList(bytes: Uint8Array): RevocationList | null {
  try {
    const parsed = asn1js.fromBER(derOf(bytes));
    if (parsed.offset < 0) return null;
    const list = new CertificateRevocationList({ schema: parsed.result });
    const issuer = new Uint8Array(list.issuer.toSchema().toBER());
    const serials = new Set(
      (list.revokedCertificates ?? []).map(({ userCertificate }) =>
        plainSerial(Buffer.from(userCertificate.valueBlock.valueHexView).toString('hex')),
      ),
    );
    return {
      madeOn: list.thisUpdate.value.toISOString().slice(0, 10),
      revokes: (certificate) => serials.has(plainSerial(certificate.serialNumber)),
      isOf: (authority) => {
        const name = subjectDer(authority);
        if (!name || !same(name, issuer)) return false;
        const signature = list.signatureValue.valueBlock.valueHexView;
        return verifyAsn1(list.tbsView, list.signatureAlgorithm, signature, authority.publicKey) === true;
      },
    };
  } catch {
    return null;
  }
}
