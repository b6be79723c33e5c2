import { createPublicKey, X509Certificate } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Trust, TrustedKey } from '#seals/trust.ts';

const NAMED = /^([A-Z]{2}[A-Z0-9]{2})-([A-Z0-9]{4})\.(?:pem|der|cer)$/;
const TEST_KEY = /^test-.*\.pub\.pem$/;
const day = (text: string) => new Date(text).toISOString().slice(0, 10);

/** A certificate as a trusted key; its list of revoked ones is not at hand here, so revocation stays unknown. */
function fromCertificate(bytes: Uint8Array): TrustedKey {
  const certificate = new X509Certificate(bytes);
  return {
    key: certificate.publicKey,
    name: /(?:^|\n)O=([^\n]+)/.exec(certificate.issuer)?.[1] ?? null,
    from: day(certificate.validFrom),
    until: day(certificate.validTo),
    revoked: false,
    revocationKnown: false,
  };
}

/**
 * Reads the folder of trusted certificates: `<authority>-<certificate>.pem` or `.der`, e.g. `FR05-0001.der`; public keys named `test-….pub.pem` stand for
 * the test certificate and count only when tests are accepted. A missing folder trusts nobody; a file that is no certificate is left out.
 */
export async function readTrust(directory: string | null, acceptsTests: boolean): Promise<Trust> {
  const keys = new Map<string, TrustedKey[]>();
  const add = (name: string, key: TrustedKey) => keys.set(name, [...(keys.get(name) ?? []), key]);
  for (const file of directory ? await readdir(directory).catch(() => []) : []) {
    const bytes = await readFile(join(directory ?? '', file)).catch(() => null);
    const named = NAMED.exec(file);
    try {
      if (bytes && named) add(`${named[1]}${named[2]}`, fromCertificate(bytes));
      else if (bytes && acceptsTests && TEST_KEY.test(file))
        add('FR000001', {
          key: createPublicKey(bytes),
          name: 'test',
          from: null,
          until: null,
          revoked: false,
          revocationKnown: true,
        });
    } catch (error) {
      process.stderr.write(`not a certificate: ${error instanceof Error ? error.message : 'unknown'}\n`);
    }
  }
  return {
    acceptsTests,
    keysOf: (authority, certificate) => keys.get(`${authority}${certificate}`) ?? [],
    knowsAuthority: (authority) => [...keys.keys()].some((name) => name.startsWith(authority)),
  };
}
