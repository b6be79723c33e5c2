import type { X509Certificate } from 'node:crypto';
import * as asn1js from 'asn1js';
import { AlgorithmIdentifier } from 'pkijs';
import { verifyAsn1 } from './asn1-signature.ts';
import { subjectDer } from './certificates.ts';
import { readDer } from './der.ts';

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

const isTime = (value: asn1js.AsnType | undefined): value is asn1js.UTCTime | asn1js.GeneralizedTime =>
  value instanceof asn1js.UTCTime || value instanceof asn1js.GeneralizedTime;

/** Serial numbers of the list of entries, whatever else they say. */
function serialsIn(entries: asn1js.AsnType | undefined): readonly string[] {
  if (!(entries instanceof asn1js.Sequence)) return [];
  return entries.valueBlock.value.flatMap((entry): string[] => {
    const serial = entry instanceof asn1js.Sequence ? entry.valueBlock.value[0] : undefined;
    return serial instanceof asn1js.Integer ? [plainSerial(Buffer.from(serial.valueBlock.valueHexView).toString('hex'))] : [];
  });
}

function methodIn(algorithm: asn1js.Sequence): AlgorithmIdentifier | null {
  try {
    return new AlgorithmIdentifier({ schema: algorithm });
  } catch {
    return null;
  }
}

/** Reads a list of revoked certificates (DER or PEM); `null` when the bytes are none. Source: RFC 5280, §5. */
export function readRevocationList(bytes: Uint8Array): RevocationList | null {
  const result = readDer(derOf(bytes));
  if (!(result instanceof asn1js.Sequence)) return null;
  const [list, algorithm, signature] = result.valueBlock.value;
  if (!(list instanceof asn1js.Sequence) || !(algorithm instanceof asn1js.Sequence) || !(signature instanceof asn1js.BitString))
    return null;
  const parts = list.valueBlock.value.slice(list.valueBlock.value[0] instanceof asn1js.Integer ? 1 : 0);
  const [, issuer, made, ...rest] = parts;
  if (!(issuer instanceof asn1js.Sequence) || !isTime(made)) return null;
  const serials = new Set(serialsIn(isTime(rest[0]) ? rest[1] : rest[0]));
  const name = new Uint8Array(issuer.toBER());
  const method = methodIn(algorithm);
  if (!method) return null;
  return {
    madeOn: made.toDate().toISOString().slice(0, 10),
    revokes: (certificate) => serials.has(plainSerial(certificate.serialNumber)),
    isOf: (authority) => {
      const own = subjectDer(authority);
      if (!own || !same(own, name)) return false;
      const written = signature.valueBlock.valueHexView;
      return verifyAsn1(list.valueBeforeDecodeView, method, written, authority.publicKey) === true;
    },
  };
}
