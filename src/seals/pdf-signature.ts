import type { X509Certificate } from 'node:crypto';
import { certificateDay, issuedBy, nameOf } from './certificates.ts';
import { checkCms, type CheckedCms } from './cms.ts';
import { changesBetween } from './pdf-changes.ts';
import type { Inflate } from './pdf-objects.ts';
import type { Seal, SealReason, SealVerdict } from './seal.ts';
import { tellsOf, type PdfTrust } from './trust-store.ts';

const MOST_SIGNATURES = 20;
const RANGE =
  /\/ByteRange[\0\t\n\f\r ]*\[[\0\t\n\f\r ]*(\d{1,10})[\0\t\n\f\r ]+(\d{1,10})[\0\t\n\f\r ]+(\d{1,10})[\0\t\n\f\r ]+(\d{1,10})[\0\t\n\f\r ]*\]/g;
const CHANGING: ReadonlySet<string> = new Set(['content', 'font', 'annotation']);

interface Ranged {
  readonly first: number;
  readonly second: number;
  readonly end: number;
  readonly starts: number;
}

/** The method named beside a range, inside the same dictionary. Document time stamps are no issuer's mark. */
function methodNear(text: string, at: number): string | null {
  const around = text.slice(Math.max(0, at - 600), at + 600);
  const after = text.slice(at, at + 200_000);
  const pattern = /\/SubFilter[\0\t\n\f\r ]*\/([A-Za-z0-9.]+)/;
  return (pattern.exec(around) ?? pattern.exec(after))?.[1] ?? null;
}

const chained = (signer: X509Certificate, certificates: readonly X509Certificate[], trust: PdfTrust) => {
  const pinned = new Set(trust.pinned.map((one) => one.fingerprint256));
  let current = signer;
  for (let step = 0; step < 8; step += 1) {
    if (pinned.has(current.fingerprint256)) return true;
    const issuer = issuedBy(
      current,
      [...trust.pinned, ...certificates].filter((one) => one.ca && one.fingerprint256 !== current.fingerprint256),
    );
    if (!issuer) return false;
    current = issuer;
  }
  return false;
};

/** Whether a list at hand revokes the signer; `known` when a recent one of its issuer was there. */
function revocationOf(signer: X509Certificate, certificates: readonly X509Certificate[], trust: PdfTrust, today: string) {
  const issuer = issuedBy(signer, [...trust.pinned, ...certificates]);
  const own = issuer ? trust.revocations.filter((list) => list.isOf(issuer)) : [];
  return { known: tellsOf(own, today), revoked: own.some((list) => list.revokes(signer)) };
}

/**
 * Every signature of a PDF (PAdES and its elders) with its verdict: the range starts at 0, leaves out only `/Contents` and reaches the end of its
 * revision; digest and signature are right; the signer leads to a pinned issuer; what was added later changes nothing that is seen. An unknown
 * issuer stays unverifiable; content that differs is invalid whoever signed. Never throws. Source: ISO 32000-2, §12.8; ETSI EN 319 142-1.
 * @param text the bytes in latin1 @param today `YYYY-MM-DD`
 */
export function readPdfSignatures(
  bytes: Uint8Array,
  text: string,
  trust: PdfTrust,
  today: string,
  inflate: Inflate,
): readonly Seal[] {
  return [...text.matchAll(RANGE)].slice(0, MOST_SIGNATURES).flatMap((match): Seal[] => {
    const [starts = 0, first = 0, second = 0, length = 0] = match.slice(1, 5).map(Number);
    const method = methodNear(text, match.index);
    if (method === 'ETSI.RFC3161') return [];
    return [judge({ starts, first, second, end: second + length }, method)];
  });

  function judge(range: Ranged, method: string | null): Seal {
    const seal = (verdict: SealVerdict, reason: SealReason | null, cms: CheckedCms | null, revocationKnown = false): Seal => ({
      standard: 'pdf.signature',
      version: method ?? '',
      kind: '',
      issuer: {
        authority: cms ? (nameOf(cms.signer.issuer, 'CN') ?? '') : '',
        certificate: cms ? cms.signer.serialNumber : '',
        name: cms ? (nameOf(cms.signer.subject, 'O') ?? nameOf(cms.signer.subject, 'CN')) : null,
      },
      issuedOn: null,
      signedOn: cms?.signedOn ?? null,
      fields: [],
      annex: [],
      verdict,
      reason,
      revocationKnown,
      conformance: { missing: [], overlong: [], unknown: [] },
      at: null,
    });
    if (range.end > bytes.length || range.first > range.second) return seal('unverifiable', 'malformed', null);
    const gap = text.slice(range.starts + range.first, range.second);
    // What a signature leaves out, beside its own bytes, anyone may have written.
    if (range.starts !== 0 || !/^<[0-9A-Fa-f\0\t\n\f\r ]*>$/.test(gap)) return seal('invalid', 'changed_after_signing', null);
    if (method !== 'adbe.pkcs7.detached' && method !== 'ETSI.CAdES.detached')
      return seal('unverifiable', 'unsupported_version', null);
    const content = Buffer.concat([bytes.subarray(0, range.first), bytes.subarray(range.second, range.end)]);
    const cms = checkCms(Buffer.from(gap.replace(/[^0-9A-Fa-f]/g, ''), 'hex'), content);
    if (!cms) return seal('unverifiable', 'malformed', null);
    if (cms.outcome === 'wrong') return seal('invalid', 'bad_signature', cms);
    const wholeRevision = /%%EOF[\0\t\n\f\r ]*$/.test(text.slice(Math.max(0, range.end - 32), range.end));
    const later = /[^\0\t\n\f\r ]/.test(text.slice(range.end));
    if (!wholeRevision) return seal('invalid', 'changed_after_signing', cms);
    const touched = later ? changesBetween(bytes, text, range.end, bytes.length, inflate) : [];
    if (touched.some((touch) => CHANGING.has(touch))) return seal('invalid', 'changed_after_signing', cms);
    if (cms.outcome === 'unsupported') return seal('unverifiable', 'unsupported_version', cms);
    if (!chained(cms.signer, cms.certificates, trust)) return seal('unverifiable', 'unknown_authority', cms);
    const { known, revoked } = revocationOf(cms.signer, cms.certificates, trust, today);
    if (revoked) return seal('invalid', 'revoked', cms, known);
    const day = cms.signedOn ?? today;
    if (day < certificateDay(cms.signer.validFrom) || day > certificateDay(cms.signer.validTo))
      return seal('invalid', 'signed_outside_certificate', cms, known);
    // Several people may sign one after another; what the later ones draw is not what this one signed.
    return touched.includes('appearance')
      ? seal('unverifiable', 'changed_after_signing', cms, known)
      : seal('valid', null, cms, known);
  }
}
