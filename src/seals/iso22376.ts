import { createHash } from 'node:crypto';
import { fromBase45 } from './base45.ts';
import { fromC40 } from './c40.ts';
import { unpackAll, type Packed } from './message-pack.ts';
import { dayAfter1900, unixDay } from './seal-days.ts';
import { judgeSignature, type Judged } from './seal-signature.ts';
import type { Seal, SealField } from './seal.ts';
import type { Manifest, Trust } from './trust.ts';

const PREFIX = /^K[A-Z]{2}[A-Z0-9]{2}[0-9][0-9A-Z $%*+\-./:]+$/;
const PREFIX_LENGTH = 6;
const HEADER_LENGTH = 19;
const SIGNATURE_LENGTH = 64;

/** The bytes behind a code's text: after its prefix, Base45; `null` when they do not start as a seal of the second generation. */
function bodyOf(bytes: Uint8Array): Uint8Array | null {
  const text = Buffer.from(bytes).toString('latin1');
  if (text.length > 8000 || !PREFIX.test(text)) return null;
  const body = fromBase45(text.slice(PREFIX_LENGTH));
  return body?.[0] === 0xde && body[1] === 0x03 ? body : null;
}

const plain = (value: Packed, type: Manifest['fields'][number]['type'] | undefined): string => {
  if (value === null) return '';
  if (Array.isArray(value)) return value.map((one: Packed) => plain(one, undefined)).join('/');
  return type === 'day' && typeof value === 'number' ? (dayAfter1900(value) ?? String(value)) : String(value);
};

/** Values in the order of the manifest; without one they are numbered, and nobody knows what they mean. */
function fieldsOf(values: readonly Packed[], manifest: Manifest | null): readonly SealField[] {
  return values.map((value, index) => {
    const named = manifest?.fields[index];
    const raw = Array.isArray(value) ? JSON.stringify(value) : String(value ?? '');
    return {
      id: named?.id ?? String(index),
      raw,
      value: plain(value, named?.type),
      truncated: false,
      known: named !== undefined,
    };
  });
}

/** True for the text of a seal of the second generation. */
export function isIso22376(bytes: Uint8Array): boolean {
  return bodyOf(bytes) !== null;
}

/**
 * Reads a seal of the second generation ("CEV") and judges its signature. Without its manifest nobody knows what is signed: it stays unverifiable. The
 * signature is over SHA-256(header ‖ SHA-256(payload)), not hashed again, which is ECDSA with SHA-256 over header ‖ SHA-256(payload). `null` when the
 * bytes are none. Never throws. Source: ISO 22376; AFNOR XP Z42-101. @param today `YYYY-MM-DD`
 */
export function readIso22376(bytes: Uint8Array, trust: Trust, at: Seal['at'], today: string): Seal | null {
  const body = bodyOf(bytes);
  if (!body) return null;
  const view = new DataView(body.buffer, body.byteOffset, body.byteLength);
  const readable = body.length >= HEADER_LENGTH;
  const signer = readable ? fromC40(body.subarray(2, 10)) : '';
  const [authority, certificate] = [signer.slice(3, 7), signer.slice(7, 11)];
  const manifestId = Buffer.from(body.subarray(10, 13)).toString('hex').toUpperCase();
  const signedOn = readable ? unixDay(view.getUint32(13)) : null;
  const length = readable ? view.getUint16(17) : 0;
  const from = HEADER_LENGTH;
  const payload = body.subarray(from, from + length);
  const signature = body.subarray(from + length);
  const values = unpackAll(payload);
  const manifest = trust.manifest(manifestId);
  const judged = judge();
  const name = (judged.key ?? trust.keysOf(authority, certificate)[0])?.name ?? null;
  return {
    standard: 'iso22376',
    version: '03',
    kind: manifest?.kind ?? manifestId,
    issuer: { authority, certificate, name },
    issuedOn: null,
    signedOn,
    fields: fieldsOf(values ?? [], manifest),
    annex: [],
    verdict: judged.verdict,
    reason: judged.reason,
    revocationKnown: judged.key?.revocationKnown ?? false,
    conformance: { missing: [], overlong: [], unknown: [] },
    at,
  };

  function judge(): Judged {
    if (!readable || !values || payload.length !== length) return { verdict: 'unverifiable', reason: 'malformed' };
    if (signature.length === 0) return { verdict: 'unverifiable', reason: 'no_signature' };
    if (signature.length !== SIGNATURE_LENGTH) return { verdict: 'unverifiable', reason: 'malformed' };
    const content = Buffer.concat([body?.subarray(0, from) ?? new Uint8Array(), createHash('sha256').update(payload).digest()]);
    const checked = judgeSignature({ authority, certificate, content, signature, day: signedOn ?? today }, trust);
    return checked.verdict === 'valid' && !manifest
      ? { ...checked, verdict: 'unverifiable', reason: 'unsupported_version' }
      : checked;
  }
}
