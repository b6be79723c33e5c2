import type { X509Certificate } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { DOMParser } from '@xmldom/xmldom';
import { SignedXml } from 'xml-crypto';
import { err, ok, type Result } from '#kernel/result.ts';
import { certificatesIn, iHash, issuedBy } from '#seals/certificates.ts';
import { readRevocationList } from '#seals/revocation.ts';
import { readTrustList, type ListedAuthority } from '#seals/trust-list.ts';

/** Where the State publishes the list of authorities of 2D-Doc. */
export const TRUST_LIST_URL = 'https://pub.ants.gouv.fr/2D-DOC/V1/PRD/01_TSL/tsl_signed.xml';

/** Where authorities publish their certificates, when the list does not say it. `{iHash}`: the hash of the authority's own name (RFC 4387). */
export const LEAF_SOURCES: Readonly<Record<string, string>> = {
  FR01: 'http://cert.pki-2ddoc.ariadnext.fr/pki-2ddoc.der',
  FR03: 'http://certificates.certigna.fr/search.php?iHash={iHash}',
  FR04: 'http://pki-g2.ariadnext.fr/pki-2ddoc.der',
  FR05: 'http://sp.ants.gouv.fr/cev/FR05_cert.der',
  FR06: 'http://pki-g3.ariadnext.fr/pki-2ddoc.der',
  FR07: 'https://pki2.sunnystamp.com/certs/fr07.der',
};

export type TrustFetchFault = 'signer_missing' | 'list_unreachable' | 'signature_wrong' | 'list_unreadable' | 'older_than_ours';

/** What a run brought. Authorities in `kept` could not be reached or gave nothing that fits: their last good copy stays. */
export interface TrustFetched {
  readonly sequence: number;
  readonly leaves: readonly string[];
  readonly revocations: readonly string[];
  readonly kept: readonly string[];
}

export interface TrustFetchInput {
  /** The trust folder; `signer.pem` in it is the certificate that signs the list, put there by the operator. */
  readonly directory: string;
  readonly listUrl: string;
  readonly sources: Readonly<Record<string, string>>;
  /** `YYYY-MM-DD` */
  readonly today: string;
}

const MOST_BYTES = 32 * 1024 * 1024;
const WAIT_MS = 30_000;

/** The bytes at an address; `null` when it cannot be reached, answers otherwise than 200, or with too much. */
async function get(url: string): Promise<Buffer | null> {
  if (!/^https?:\/\//.test(url)) return null;
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(WAIT_MS), redirect: 'error' });
    if (!response.ok || Number(response.headers.get('content-length') ?? 0) > MOST_BYTES) return null;
    const bytes = Buffer.from(await response.arrayBuffer());
    return bytes.length <= MOST_BYTES ? bytes : null;
  } catch {
    return null;
  }
}

/**
 * The signed part of a list, and nothing else of the file; `null` when its XML signature is not the pinned signer's, covers less than the whole list,
 * or uses SHA-1. The key named inside the file counts for nothing. Source: ETSI TS 119 612, §5.7; W3C XML Signature.
 */
export function signedList(xml: string, signer: X509Certificate): string | null {
  try {
    const document = new DOMParser().parseFromString(xml, 'text/xml');
    const signatures = Array.from(document.documentElement.childNodes).filter(
      (node) => node.nodeName.replace(/^.*:/, '') === 'Signature',
    );
    const [signature, ...others] = signatures;
    if (!signature || others.length > 0) return null;
    const checker = new SignedXml({ publicCert: signer.toString(), getCertFromKeyInfo: () => null });
    checker.loadSignature(signature);
    if (/sha1\b|md5/i.test(checker.signatureAlgorithm ?? '') || !checker.checkSignature(xml)) return null;
    return checker.getSignedReferences().find((part) => /^<(?:[\w.-]+:)?TrustServiceStatusList[\s>]/.test(part)) ?? null;
  } catch {
    // What cannot be parsed, or names methods that are not known, is not signed.
    return null;
  }
}

/** Written whole or not at all. */
async function put(file: string, bytes: Uint8Array | string): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(`${file}.new`, bytes);
  await rename(`${file}.new`, file);
}

const present = (file: string): Promise<Buffer | null> => readFile(file).catch(() => null);

/**
 * Brings the trust folder up to date: the list (its signature checked, an older one refused), the certificates of each authority (only those that lead
 * to the list), and their lists of revoked certificates (only newer ones, signed by the authority). Whatever fails leaves the last good copy.
 */
export async function fetchTrust(input: TrustFetchInput): Promise<Result<TrustFetched, TrustFetchFault>> {
  const at = (...names: readonly string[]) => path.join(input.directory, ...names);
  const pinned = await present(at('signer.pem'));
  const [signer] = pinned ? certificatesIn(pinned) : [];
  if (!signer) return err('signer_missing');
  const answer = await get(input.listUrl);
  if (!answer) return err('list_unreachable');
  const signed = signedList(answer.toString('utf8'), signer);
  if (signed === null) return err('signature_wrong');
  const list = readTrustList(signed);
  if (!list) return err('list_unreadable');
  const ours = readTrustList((await present(at('list.xml')))?.toString('utf8') ?? '');
  if (ours && list.sequence < ours.sequence) return err('older_than_ours');
  await put(at('list.xml'), signed);
  await put(at('checked.json'), JSON.stringify({ list: input.today }));

  const [leaves, revocations, kept]: [string[], string[], string[]] = [[], [], []];
  for (const authority of list.authorities) {
    const own = await leavesOf(authority, input.sources);
    if (own.length === 0) {
      kept.push(authority.id);
      continue;
    }
    await put(at('leaves', `${authority.id}.der`), Buffer.concat(own.map(({ raw }) => raw)));
    leaves.push(authority.id);
    for (const [index, url] of addressesOfRevocations(own).entries()) {
      const file = at('crl', `${authority.id}-${index}.crl`);
      const bytes = await get(url);
      const fresh = bytes && readRevocationList(bytes);
      if (!bytes || !fresh || !authority.certificates.some((issuer) => fresh.isOf(issuer))) continue;
      const before = await present(file);
      if (before && (readRevocationList(before)?.madeOn ?? '') > fresh.madeOn) continue;
      await put(file, bytes);
      revocations.push(`${authority.id}-${index}`);
    }
  }
  return ok({ sequence: list.sequence, leaves, revocations, kept });
}

/** Certificates that an authority publishes and that lead to its own in the list. */
async function leavesOf(
  authority: ListedAuthority,
  sources: Readonly<Record<string, string>>,
): Promise<readonly X509Certificate[]> {
  const source = sources[authority.id] ?? authority.address;
  const found: X509Certificate[] = [];
  for (const issuer of authority.certificates) {
    const url = source?.replace('{iHash}', encodeURIComponent(iHash(issuer) ?? ''));
    const bytes = url ? await get(url) : null;
    if (bytes) found.push(...certificatesIn(bytes).filter((one) => !one.ca && issuedBy(one, authority.certificates)));
    if (!source?.includes('{iHash}')) break;
  }
  return [...new Map(found.map((one) => [one.fingerprint256, one])).values()];
}

/** Addresses that certificates name for their list of revoked ones; at most a few. Source: RFC 5280, §4.2.1.13. */
function addressesOfRevocations(certificates: readonly X509Certificate[]): readonly string[] {
  const named = certificates.flatMap(({ raw }) =>
    [...raw.toString('latin1').matchAll(/https?:\/\/[\x21-\x7e]{1,200}?\.crl/g)].map(([url]) => url),
  );
  return [...new Set(named)].slice(0, 8);
}
