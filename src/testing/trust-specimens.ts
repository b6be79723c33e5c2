import 'reflect-metadata';
import { KeyObject, webcrypto } from 'node:crypto';
import * as x509 from '@peculiar/x509';

/** A certificate of a test, with its key in both shapes. */
export interface TestCertificate {
  readonly certificate: x509.X509Certificate;
  readonly keys: CryptoKeyPair;
  readonly privateKey: KeyObject;
  readonly der: Uint8Array;
}

const EC = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
const RSA = {
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  publicExponent: new Uint8Array([1, 0, 1]),
  modulusLength: 2048,
} as const;
let serial = 1000;

async function certificateOf(
  subject: string,
  issuer: TestCertificate | null,
  options: { from?: string; until?: string; ca?: boolean; curve?: string; rsa?: boolean; crl?: string } = {},
): Promise<TestCertificate> {
  const algorithm = options.rsa ? RSA : { ...EC, namedCurve: options.curve ?? 'P-256' };
  const keys = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const certificate = await x509.X509CertificateGenerator.create({
    serialNumber: (serial += 1).toString(16).padStart(6, '0'),
    subject,
    issuer: issuer?.certificate.subject ?? subject,
    notBefore: new Date(`${options.from ?? '2024-01-01'}T00:00:00Z`),
    notAfter: new Date(`${options.until ?? '2030-01-01'}T00:00:00Z`),
    publicKey: keys.publicKey,
    signingKey: issuer?.keys.privateKey ?? keys.privateKey,
    signingAlgorithm: issuer ? { ...EC, ...issuer.keys.privateKey.algorithm, hash: 'SHA-256' } : algorithm,
    extensions: [
      new x509.BasicConstraintsExtension(options.ca ?? false, undefined, true),
      ...(options.crl ? [new x509.CRLDistributionPointsExtension([options.crl])] : []),
    ],
  });
  return { certificate, keys, privateKey: KeyObject.from(keys.privateKey), der: new Uint8Array(certificate.rawData) };
}

/** An authority that signs certificates: its own certificate is self-signed. */
export function testAuthority(name: string, options: { rsa?: boolean } = {}): Promise<TestCertificate> {
  return certificateOf(`C=FR, O=${name}, CN=${name} CA`, null, { ...options, ca: true });
}

/** A certificate that signs seals: its common name is its identifier in their headers. */
export function testLeaf(
  authority: TestCertificate,
  id: string,
  options: { from?: string; until?: string; curve?: string; rsa?: boolean; crl?: string } = {},
): Promise<TestCertificate> {
  return certificateOf(`C=FR, O=Imprimerie imaginaire, CN=${id}`, authority, options);
}

/** The authority's list of revoked certificates, in DER. @param madeOn `YYYY-MM-DD` */
export async function testRevocations(
  authority: TestCertificate,
  revoked: readonly TestCertificate[],
  madeOn: string,
): Promise<Uint8Array> {
  const list = await x509.X509CrlGenerator.create({
    issuer: authority.certificate.subject,
    thisUpdate: new Date(`${madeOn}T00:00:00Z`),
    signingAlgorithm: EC,
    signingKey: authority.keys.privateKey,
    entries: revoked.map(({ certificate }) => ({ serialNumber: certificate.serialNumber, revocationDate: new Date(madeOn) })),
  });
  return new Uint8Array(list.rawData);
}

/** A trust list of one authority, unsigned: whoever fetches it checks that. */
export function testTrustList(id: string, authority: TestCertificate, sequence = 22, issuedOn = '2026-10-01'): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<tsl:TrustServiceStatusList xmlns:tsl="http://uri.etsi.org/02231/v2#" Id="list">
  <tsl:SchemeInformation><tsl:TSLSequenceNumber>${sequence}</tsl:TSLSequenceNumber>
    <tsl:ListIssueDateTime>${issuedOn}T00:00:00Z</tsl:ListIssueDateTime></tsl:SchemeInformation>
  <tsl:TrustServiceProviderList><tsl:TrustServiceProvider>
    <tsl:TSPInformation>
      <tsl:TSPName><tsl:Name xml:lang="fr">Autorité imaginaire</tsl:Name></tsl:TSPName>
      <tsl:TSPTradeName><tsl:Name xml:lang="fr">${id}</tsl:Name></tsl:TSPTradeName>
      <tsl:TSPInformationURI><tsl:URI xml:lang="fr">http://127.0.0.1/certificats</tsl:URI></tsl:TSPInformationURI>
    </tsl:TSPInformation>
    <tsl:TSPServices><tsl:TSPService><tsl:ServiceInformation>
      <tsl:ServiceDigitalIdentity><tsl:DigitalId><tsl:X509Certificate>${Buffer.from(authority.der).toString('base64')}</tsl:X509Certificate></tsl:DigitalId></tsl:ServiceDigitalIdentity>
      <tsl:ServiceStatus>http://uri.etsi.org/TrstSvc/TrustedList/Svcstatus/inaccord</tsl:ServiceStatus>
    </tsl:ServiceInformation></tsl:TSPService></tsl:TSPServices>
  </tsl:TrustServiceProvider></tsl:TrustServiceProviderList>
</tsl:TrustServiceStatusList>`;
}
