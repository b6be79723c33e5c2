import type { Seal } from './seal.ts';

/** Sites on which issuers confirm their papers. A link alone proves nothing: anyone can print one. */
const SITES: ReadonlyMap<string, string> = new Map([
  ['verify.payfit.com', 'payslip'],
  ['www.visale.fr', 'guarantee'],
  ['visale.fr', 'guarantee'],
  ['www.caf.fr', 'benefits'],
  ['verification.urssaf.fr', 'urssaf'],
  ['www.urssaf.fr', 'urssaf'],
  ['candidat.francetravail.fr', 'unemployment'],
  ['www.francetravail.fr', 'unemployment'],
]);

/**
 * Reads the address of an issuer's own check in a QR code; `null` for any other text. Only the site is kept: what follows may open the paper to whoever
 * holds it. Always unverifiable: nothing is ever called from here.
 */
export function readIssuerLink(bytes: Uint8Array, at: Seal['at']): Seal | null {
  const text = Buffer.from(bytes.subarray(0, 2000)).toString('latin1');
  if (!/^https:\/\//i.test(text) || !URL.canParse(text)) return null;
  const { hostname } = new URL(text);
  const kind = SITES.get(hostname);
  if (!kind) return null;
  return {
    standard: 'issuer.link',
    version: '',
    kind,
    issuer: { authority: hostname, certificate: '', name: hostname },
    issuedOn: null,
    signedOn: null,
    fields: [],
    annex: [],
    verdict: 'unverifiable',
    reason: 'no_signature',
    revocationKnown: false,
    conformance: { missing: [], overlong: [], unknown: [] },
    at,
  };
}
