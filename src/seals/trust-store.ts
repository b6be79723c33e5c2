import { createPublicKey, type X509Certificate } from 'node:crypto';
import { certificateDay, certificatesIn, issuedBy, nameOf } from './certificates.ts';
import { readRevocationList, type RevocationList } from './revocation.ts';
import { readTrustList, type TrustList } from './trust-list.ts';
import type { Manifest, Trust, TrustedKey } from './trust.ts';

/** A file of the trust folder. @see the folder's layout in the room's `README.md` */
export interface TrustFile {
  /** With `/`, relative to the folder: `leaves/FR04-2024.der`. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Whose PDF signatures are believed. */
export interface PdfTrust {
  readonly pinned: readonly X509Certificate[];
  readonly revocations: readonly RevocationList[];
}

/** Everything a trust folder holds. */
export interface TrustStore {
  readonly seals: Trust;
  readonly pdf: PdfTrust;
  /** What was found, for the line at start and for operators. */
  readonly summary: {
    readonly list: { readonly sequence: number; readonly issuedOn: string } | null;
    readonly authorities: readonly string[];
    readonly certificates: number;
    readonly pdfIssuers: number;
    /** Files that hold nothing of use. */
    readonly unread: readonly string[];
  };
}

/** After this many days without a check, the list or a list of revoked certificates says nothing any more. */
export const STALE_AFTER_DAYS = 90;
const DAY_MS = 86_400_000;
const TEST_KEY = /^test-.*\.pub\.pem$/;

const daysBetween = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / DAY_MS;
const json = (file: TrustFile | undefined): unknown => {
  try {
    return file ? JSON.parse(Buffer.from(file.bytes).toString('utf8')) : null;
  } catch {
    return null;
  }
};

/** True when one of an issuer's lists of revoked certificates is recent enough to go by: what was revoked since stands in no older one. */
export function tellsOf(lists: readonly RevocationList[], today: string): boolean {
  return lists.some((list) => daysBetween(list.madeOn, today) <= STALE_AFTER_DAYS);
}

/** The day on which the list was last found to be the newest, as the fetching command noted it. */
function checkedOn(file: TrustFile | undefined): string | null {
  const noted = json(file);
  const day = typeof noted === 'object' && noted !== null && 'list' in noted ? noted.list : null;
  return typeof day === 'string' && /^\d{4}-\d\d-\d\d$/.test(day) ? day : null;
}

/** A manifest as the folder keeps it; `null` when it is not one. */
function manifestOf(file: TrustFile): Manifest | null {
  const read = json(file) as Partial<Manifest> | null;
  const fields = read?.fields;
  if (typeof read?.id !== 'string' || typeof read.kind !== 'string' || !Array.isArray(fields)) return null;
  const right = (fields as readonly (Partial<Manifest['fields'][number]> | null)[]).every(
    (field) => typeof field?.id === 'string' && ['text', 'number', 'day', 'list'].includes(String(field.type)),
  );
  return right ? { id: read.id.toUpperCase(), kind: read.kind, fields } : null;
}

interface Listed {
  /** By fingerprint of an authority's certificate, the lists it signed. */
  readonly lists: ReadonlyMap<string, readonly RevocationList[]>;
  readonly id: string;
  readonly authorities: readonly X509Certificate[];
  readonly operator: string | null;
}

/** The key of a leaf, its chain checked against the authority that bears its seals. */
function keyOf(leaf: X509Certificate, of: Listed, today: string): TrustedKey {
  const issuer = issuedBy(leaf, of.authorities);
  const own = (issuer && of.lists.get(issuer.fingerprint256)) ?? [];
  return {
    key: leaf.publicKey,
    name: nameOf(leaf.subject, 'O') ?? of.operator,
    from: certificateDay(leaf.validFrom),
    until: certificateDay(leaf.validTo),
    revoked: own.some((list) => list.revokes(leaf)),
    revocationKnown: tellsOf(own, today),
    chained: issuer !== null,
  };
}

/**
 * Builds what is trusted from the files of a folder: `list.xml`, `checked.json`, `leaves/<authority>-….*`, `crl/*`, `pdf/*`, `manifests/*.json`, and
 * `test-….pub.pem`, which stands for the test certificate and counts only when tests are accepted. No files, no trust. Never throws.
 * @param today `YYYY-MM-DD`
 */
export function trustStore(files: readonly TrustFile[], acceptsTests: boolean, today: string): TrustStore {
  const below = (folder: string) => files.filter(({ path }) => path.startsWith(`${folder}/`));
  const named = (path: string) => files.find((file) => file.path === path);
  const unread: string[] = [];
  const noting = <Found>(file: TrustFile, found: readonly Found[]): readonly Found[] => {
    if (found.length === 0) unread.push(file.path);
    return found;
  };
  const some = <Found>(found: Found | null): readonly Found[] => (found === null ? [] : [found]);

  const listFile = named('list.xml');
  const list: TrustList | null = listFile ? readTrustList(Buffer.from(listFile.bytes).toString('utf8')) : null;
  if (listFile && !list) unread.push(listFile.path);
  const revocations = below('crl').flatMap((file) => noting(file, some(readRevocationList(file.bytes))));
  const listed = new Map<string, Listed>();
  for (const { id, certificates, operator } of list?.authorities ?? []) {
    const authorities = [...(listed.get(id)?.authorities ?? []), ...certificates];
    const lists = new Map(authorities.map((one) => [one.fingerprint256, revocations.filter((own) => own.isOf(one))]));
    if (authorities.length > 0) listed.set(id, { id, operator, authorities, lists });
  }

  const keys = new Map<string, TrustedKey[]>();
  const add = (name: string, key: TrustedKey) => keys.set(name, [...(keys.get(name) ?? []), key]);
  for (const file of below('leaves')) {
    const of = listed.get(/^leaves\/([A-Z0-9]{4})\b/.exec(file.path)?.[1] ?? '');
    if (!of) continue;
    for (const leaf of noting(file, certificatesIn(file.bytes))) {
      const certificate = nameOf(leaf.subject, 'CN');
      if (certificate && !leaf.ca) add(`${of.id}${certificate}`, keyOf(leaf, of, today));
    }
  }
  const leaves = [...keys.values()].flat().length;
  for (const file of acceptsTests ? files.filter(({ path }) => TEST_KEY.test(path)) : [])
    for (const key of noting(file, some(publicKeyOf(file.bytes))))
      add('FR000001', { key, name: 'test', from: null, until: null, revoked: false, revocationKnown: true, chained: true });
  const tests = keys.has('FR000001');

  const listAge = list ? daysBetween(checkedOn(named('checked.json')) ?? list.issuedOn, today) : 0;
  /** An authority whose newest list of revoked certificates is too old cannot be gone by. */
  const revocationStale = new Map(
    [...listed.values()].map(({ id, lists }) => {
      const ages = [...lists.values()].flat().map((one) => daysBetween(one.madeOn, today));
      return [id, ages.length > 0 && Math.min(...ages) > STALE_AFTER_DAYS] as const;
    }),
  );
  const manifests = new Map(
    below('manifests').flatMap((file) => noting(file, some(manifestOf(file))).map((one) => [one.id, one] as const)),
  );
  const pdfFiles = below('pdf');
  const pdf: PdfTrust = {
    pinned: pdfFiles.flatMap((file) => certificatesIn(file.bytes)),
    revocations: pdfFiles.flatMap((file) => some(readRevocationList(file.bytes))),
  };
  return {
    seals: {
      acceptsTests,
      keysOf: (authority, certificate) => keys.get(`${authority}${certificate}`) ?? [],
      knowsAuthority: (authority) => listed.has(authority) || (authority === 'FR00' && tests),
      isStale: (authority) => listed.has(authority) && (listAge > STALE_AFTER_DAYS || revocationStale.get(authority) === true),
      manifest: (id) => manifests.get(id) ?? null,
    },
    pdf,
    summary: {
      list: list && { sequence: list.sequence, issuedOn: list.issuedOn },
      authorities: [...listed.keys()],
      certificates: leaves,
      pdfIssuers: pdf.pinned.length,
      unread,
    },
  };
}

function publicKeyOf(bytes: Uint8Array) {
  try {
    return createPublicKey(Buffer.from(bytes));
  } catch {
    return null;
  }
}
