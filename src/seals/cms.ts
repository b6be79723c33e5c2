import { createHash, X509Certificate } from 'node:crypto';
import * as asn1js from 'asn1js';
import { ContentInfo, SignedData, type AlgorithmIdentifier } from 'pkijs';
import { HASH_OIDS, verifyAsn1 } from './asn1-signature.ts';
import { certificateDay } from './certificates.ts';

/** A detached CMS signature, its mathematics checked; whether its signer is believed is another question. */
export interface CheckedCms {
  readonly signer: X509Certificate;
  /** Certificates that came with it, the signer's among them. */
  readonly certificates: readonly X509Certificate[];
  /** `right`; `wrong`: the content or the signature differs; `unsupported`: a method that proves nothing today. */
  readonly outcome: 'right' | 'wrong' | 'unsupported';
  /** The day its signer says, `YYYY-MM-DD`. */
  readonly signedOn: string | null;
}

const SIGNED_DATA = '1.2.840.113549.1.7.2';
const DATA = '1.2.840.113549.1.7.1';
const CONTENT_TYPE = '1.2.840.113549.1.9.3';
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4';
const SIGNING_TIME = '1.2.840.113549.1.9.5';
const SIGNING_CERTIFICATE_V2 = '1.2.840.113549.1.9.16.2.47';

/**
 * Reads a CMS signature of content that stands elsewhere, and checks its digest and its signature. `null` when the bytes are no such thing, or name
 * several signers or none. Trailing zeros are the filling of `/Contents`. Never throws. Source: RFC 5652, §5; RFC 5035 for the signer's certificate.
 */
export function checkCms(der: Uint8Array, content: Uint8Array): CheckedCms | null {
  try {
    return check(Uint8Array.from(der), content);
  } catch {
    return null;
  }
}

function check(der: Uint8Array<ArrayBuffer>, content: Uint8Array): CheckedCms | null {
  const parsed = asn1js.fromBER(der);
  if (parsed.offset < 0) return null;
  const info = new ContentInfo({ schema: parsed.result });
  if (info.contentType !== SIGNED_DATA) return null;
  const data = new SignedData({ schema: info.content });
  const [signerInfo, ...others] = data.signerInfos;
  if (!signerInfo || others.length > 0) return null;
  const certificates = (data.certificates ?? []).flatMap((one) => {
    const raw = one.toSchema().toBER();
    return 'subject' in one ? [new X509Certificate(new Uint8Array(raw))] : [];
  });
  const sid: unknown = signerInfo.sid;
  const serial = sid !== null && typeof sid === 'object' && 'serialNumber' in sid ? serialOf(sid.serialNumber) : null;
  // A signer named by its key identifier: the one certificate that is no authority.
  const named = certificates.filter((one) => (serial === null ? !one.ca : plain(one.serialNumber) === serial));
  const [signer] = named;
  if (!signer || (serial === null && named.length > 1)) return null;

  const hash = HASH_OIDS[signerInfo.digestAlgorithm.algorithmId];
  const attributes = signerInfo.signedAttrs?.attributes ?? [];
  const valueOf = (oid: string): asn1js.AsnType | null =>
    (attributes.find(({ type }) => type === oid)?.values as asn1js.AsnType[] | undefined)?.[0] ?? null;
  const time = valueOf(SIGNING_TIME);
  const signedOn =
    time instanceof asn1js.UTCTime || time instanceof asn1js.GeneralizedTime ? certificateDay(time.toDate().toISOString()) : null;
  const told = (outcome: CheckedCms['outcome']): CheckedCms => ({ signer, certificates, outcome, signedOn });
  if (!hash || data.encapContentInfo.eContent) return told('unsupported');

  const digest = createHash(hash).update(content).digest();
  const algorithm: AlgorithmIdentifier = signerInfo.signatureAlgorithm;
  const signature = signerInfo.signature.valueBlock.valueHexView;
  const oid = signerInfo.digestAlgorithm.algorithmId;
  if (attributes.length === 0) {
    const right = verifyAsn1(content, algorithm, signature, signer.publicKey, oid);
    return told(right === null ? 'unsupported' : right ? 'right' : 'wrong');
  }
  const [kind, said] = [valueOf(CONTENT_TYPE), valueOf(MESSAGE_DIGEST)];
  if (!(kind instanceof asn1js.ObjectIdentifier) || kind.valueBlock.toString() !== DATA) return told('wrong');
  if (!(said instanceof asn1js.OctetString) || Buffer.compare(digest, Buffer.from(said.valueBlock.valueHexView)) !== 0)
    return told('wrong');
  const certificate = valueOf(SIGNING_CERTIFICATE_V2);
  if (certificate && !namesCertificate(certificate, signer)) return told('wrong');
  // What is signed is the set of attributes, with the tag of a set in place of the one it bears here.
  const signed = new Uint8Array(signerInfo.signedAttrs?.encodedValue ?? new ArrayBuffer(0));
  const right = verifyAsn1(signed, algorithm, signature, signer.publicKey, oid);
  return told(right === null ? 'unsupported' : right ? 'right' : 'wrong');
}

const plain = (hex: string) => hex.toUpperCase().replace(/^0+(?=.)/, '');
function serialOf(value: unknown): string | null {
  return value instanceof asn1js.Integer ? plain(Buffer.from(value.valueBlock.valueHexView).toString('hex')) : null;
}

/** The attribute that ties a signature to one certificate names this one: its hash is somewhere in it. Source: RFC 5035, §3. */
function namesCertificate(attribute: asn1js.AsnType, signer: X509Certificate): boolean {
  const written = Buffer.from(attribute.toBER(false)).toString('hex');
  return ['sha256', 'sha384', 'sha512'].some((hash) => written.includes(createHash(hash).update(signer.raw).digest('hex')));
}
