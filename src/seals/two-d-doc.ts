import { verify } from 'node:crypto';
import type { Seal, SealField, SealReason, SealVerdict } from './seal.ts';
import type { Trust, TrustedKey } from './trust.ts';
import { FIELD_LENGTHS } from './two-d-doc-lengths.ts';

const [GS, RS, US] = ['\u001d', '\u001e', '\u001f'];
const HEADER_LENGTHS: Readonly<Record<string, number>> = { '01': 22, '02': 22, '03': 24, '04': 26 };
const HASHES: Readonly<Record<number, string>> = { 64: 'sha256', 96: 'sha384', 132: 'sha512' };
const EPOCH = Date.UTC(2000, 0, 1);
const DAY_MS = 86_400_000;

/** Days since 2000 in hexadecimal; `FFFF` is no day. */
function hexDay(text: string): string | null {
  return /^[0-9A-F]{4}$/.test(text) && text !== 'FFFF'
    ? new Date(EPOCH + parseInt(text, 16) * DAY_MS).toISOString().slice(0, 10)
    : null;
}

const HEX_DAYS = new Set(['06', '08', '36', '37', '53', '54', '56', 'AD', 'E1', 'E2', 'E3']);
const PLAIN_DAYS = new Set(['1C', '4A', '4B', '55', '57', '69', '6N', '6O', '8A', 'B7', 'C4', 'D6']);

/** The value in plain form: days `YYYY-MM-DD`, amounts with a point; all else as it is. */
function decoded(id: string, raw: string): string {
  if (HEX_DAYS.has(id)) return hexDay(raw) ?? raw;
  if (PLAIN_DAYS.has(id) && /^\d{8}$/.test(raw)) return `${raw.slice(4)}-${raw.slice(2, 4)}-${raw.slice(0, 2)}`;
  return /^\d+,\d+$/.test(raw) ? raw.replace(',', '.') : raw;
}

interface Message {
  readonly fields: readonly SealField[];
  readonly overlong: readonly string[];
  readonly unknown: readonly string[];
}

const separatorAt = (text: string, from: number) => {
  for (let at = from; at < text.length; at += 1) if (text[at] === GS || text[at] === RS) return at;
  return text.length;
};

/**
 * Splits a message into its elements. A full element needs no separator; an unknown identifier runs to the next one; a value is never resumed
 * inside. Source: ANTS 2D-Doc 3.3.7, §6.
 */
function parseMessage(text: string): Message {
  const [fields, overlong, unknown]: [SealField[], string[], string[]] = [[], [], []];
  let at = 0;
  while (at + 2 <= text.length) {
    const id = text.slice(at, at + 2);
    const length = FIELD_LENGTHS.get(id);
    const start = at + 2;
    const stop = separatorAt(text, start);
    let end = stop;
    if (length && length.least === length.most) {
      end = Math.min(start + length.most, text.length);
      if (stop < end) {
        overlong.push(id);
        end = stop;
      }
    } else if (length && stop - start > length.most) {
      if (FIELD_LENGTHS.has(text.slice(start + length.most, start + length.most + 2))) end = start + length.most;
      else overlong.push(id);
    }
    if (!length) unknown.push(id);
    const raw = text.slice(start, end);
    fields.push({ id, raw, value: decoded(id, raw), truncated: text[end] === RS, known: length !== undefined });
    at = text[end] === GS || text[end] === RS ? end + 1 : end;
  }
  return { fields, overlong, unknown };
}

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

function fromBase32(text: string): Uint8Array {
  const bytes: number[] = [];
  let [bits, value] = [0, 0];
  for (const letter of text) {
    value = (value << 5) | BASE32.indexOf(letter);
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes.push((value >> bits) & 0xff);
      value &= (1 << bits) - 1;
    }
  }
  return Uint8Array.from(bytes);
}

const isTest = (authority: string, certificate: string) => authority === 'FR00' || certificate === '0000';

/** True for the bytes of a first-generation code in text form. */
export function isTwoDDoc(bytes: Uint8Array): boolean {
  return bytes[0] === 0x44 && bytes[1] === 0x43 && /^DC0[1-4]/.test(Buffer.from(bytes.subarray(0, 4)).toString('latin1'));
}

/**
 * Reads a 2D-Doc and judges its signature. `null` when the bytes are none. Data after the signature is kept apart and proves nothing.
 * @param bytes as encoded in the DataMatrix @param at where it stands on its page @param today `YYYY-MM-DD`
 */
export function readTwoDDoc(bytes: Uint8Array, trust: Trust, at: Seal['at'], today: string): Seal | null {
  if (!isTwoDDoc(bytes)) return null;
  const text = Buffer.from(bytes).toString('latin1');
  const version = text.slice(2, 4);
  const header = HEADER_LENGTHS[version] ?? 0;
  const [authority, certificate] = [text.slice(4, 8), text.slice(8, 12)];
  const end = text.indexOf(US);
  const signed = end < 0 ? text : text.slice(0, end);
  const run = end < 0 ? '' : (/^[A-Z2-7]*/.exec(text.slice(end + 1))?.[0] ?? '');
  const rest = end < 0 ? '' : text.slice(end + 1 + run.length).replace(/^\u001d/, '');
  const message = parseMessage(signed.slice(header));
  const [issuedOn, signedOn] = [hexDay(text.slice(12, 16)), hexDay(text.slice(16, 20))];
  const keys = trust.keysOf(authority, certificate);
  const judged = judge();
  return {
    standard: 'fr.2d-doc',
    version,
    kind: text.slice(20, 22),
    issuer: { authority, certificate, name: keys[0]?.name ?? null },
    issuedOn,
    signedOn,
    fields: message.fields,
    annex: parseMessage(rest).fields,
    verdict: judged.verdict,
    reason: judged.reason,
    revocationKnown: judged.key?.revocationKnown ?? false,
    conformance: { missing: [], overlong: message.overlong, unknown: message.unknown },
    at,
  };

  function judge(): { verdict: SealVerdict; reason: SealReason | null; key?: TrustedKey } {
    if (version === '01') return { verdict: 'unverifiable', reason: 'unsupported_version' };
    if (text.length < header) return { verdict: 'unverifiable', reason: 'malformed' };
    if (run === '') return { verdict: 'unverifiable', reason: 'no_signature' };
    if (isTest(authority, certificate) && !trust.acceptsTests) return { verdict: 'invalid', reason: 'test_authority' };
    if (!trust.knowsAuthority(authority)) return { verdict: 'unverifiable', reason: 'unknown_authority' };
    if (keys.length === 0) return { verdict: 'unverifiable', reason: 'unknown_certificate' };
    const signature = fromBase32(run);
    const hash = HASHES[signature.length];
    if (!hash) return { verdict: 'invalid', reason: 'bad_length' };
    const key = keys.find((one) =>
      verify(hash, Buffer.from(signed, 'latin1'), { key: one.key, dsaEncoding: 'ieee-p1363' }, signature),
    );
    if (!key) return { verdict: 'invalid', reason: 'bad_signature' };
    if (key.revoked) return { verdict: 'invalid', reason: 'revoked', key };
    const day = signedOn ?? issuedOn ?? today;
    if ((key.from && day < key.from) || (key.until && day > key.until))
      return { verdict: 'invalid', reason: 'signed_outside_certificate', key };
    return { verdict: 'valid', reason: null, key };
  }
}
