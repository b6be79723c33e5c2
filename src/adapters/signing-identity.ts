import 'reflect-metadata';
import { createPrivateKey, webcrypto } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as x509 from '@peculiar/x509';

const ALGORITHM = {
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  publicExponent: new Uint8Array([1, 0, 1]),
  modulusLength: 3072,
} as const;
const YEARS = 5;

/** A self-made certificate that signs issued PDFs, kept in a folder with mode 0600; made at first start. @param name of the service */
export async function loadOrMakeSigningIdentity(
  directory: string,
  name: string,
  now: Date,
): Promise<{ certificateDer: Uint8Array; privateKeyPem: string; made: boolean }> {
  const [keyFile, certificateFile] = [path.join(directory, 'signing-key.pem'), path.join(directory, 'signing-certificate.der')];
  try {
    const [privateKeyPem, certificateDer] = await Promise.all([readFile(keyFile, 'utf8'), readFile(certificateFile)]);
    return { privateKeyPem, certificateDer, made: false };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  x509.cryptoProvider.set(webcrypto as unknown as Crypto);
  const keys = await webcrypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);
  const until = new Date(now);
  until.setUTCFullYear(until.getUTCFullYear() + YEARS);
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: '01',
    name: [{ CN: [`${name} (self-made)`] }],
    notBefore: now,
    notAfter: until,
    signingAlgorithm: ALGORITHM,
    keys: keys,
    extensions: [new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature | x509.KeyUsageFlags.nonRepudiation, true)],
  });
  const der = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey));
  const privateKeyPem = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
    .export({ format: 'pem', type: 'pkcs8' })
    .toString();
  const certificateDer = new Uint8Array(certificate.rawData);
  await mkdir(directory, { recursive: true, mode: 0o700 });
  await writeFile(keyFile, privateKeyPem, { mode: 0o600 });
  await writeFile(certificateFile, certificateDer, { mode: 0o600 });
  return { certificateDer, privateKeyPem, made: true };
}
