import type { SealField } from './seal.ts';
import { FIELD_LENGTHS } from './two-d-doc-lengths.ts';
import { plainValue } from './two-d-doc-values.ts';

/** Ends a field of variable length. */
export const GS = '\u001d';
/** Ends a field that its issuer cut. */
export const RS = '\u001e';
/** Stands before the signature. */
export const US = '\u001f';

/** The elements of a message and what is irregular in them. */
export interface Message {
  readonly fields: readonly SealField[];
  /** Identifiers whose value is longer, or shorter, than the table allows. */
  readonly overlong: readonly string[];
  readonly unknown: readonly string[];
}

const separatorAt = (text: string, from: number) => {
  for (let at = from; at < text.length; at += 1) if (text[at] === GS || text[at] === RS) return at;
  return text.length;
};

/**
 * Splits a message in text form into its elements. A full element needs no separator; an unknown identifier runs to the next one; a value is never
 * resumed inside. Never throws. Source: ANTS 2D-Doc 3.3.7, §6.
 */
export function parseText(text: string): Message {
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
    fields.push({ id, raw, value: plainValue(id, raw), truncated: text[end] === RS, known: length !== undefined });
    at = text[end] === GS || text[end] === RS ? end + 1 : end;
  }
  return { fields, overlong, unknown };
}

/** A message in binary form and its signature, which is the element `FF`. */
export interface BinaryMessage extends Message {
  /** Where the signature's element starts: what stands before it is signed. `null` without signature. */
  readonly signedUntil: number | null;
  readonly signature: Uint8Array;
  /** What follows the signature. */
  readonly rest: Uint8Array;
  /** An element says that it is longer than what is left. */
  readonly cut: boolean;
}

const hex = (byte: number) => byte.toString(16).toUpperCase().padStart(2, '0');

/**
 * Splits a message in binary form: identifier (1 byte), length (1 byte, `FF` and 2 more from 255 on), value. Identifiers are written as their two
 * hexadecimal digits. Never throws. Source: ANTS 2D-Doc 3.3.7, binary form.
 */
export function parseBinary(bytes: Uint8Array, from: number): BinaryMessage {
  const [fields, overlong, unknown]: [SealField[], string[], string[]] = [[], [], []];
  const result = (signedUntil: number | null, signature: Uint8Array, rest: Uint8Array, cut: boolean) => ({
    ...{ fields, overlong, unknown, signedUntil, signature, rest, cut },
  });
  const nothing = new Uint8Array();
  let at = from;
  while (at < bytes.length) {
    const id = bytes[at] ?? 0;
    const short = bytes[at + 1];
    const long = short === 0xff;
    const [high, low] = [bytes[at + 2], bytes[at + 3]];
    const length = long ? ((high ?? 0) << 8) | (low ?? 0) : short;
    const start = at + (long ? 4 : 2);
    if (length === undefined || (long && low === undefined) || start + length > bytes.length)
      return result(null, nothing, nothing, true);
    const value = bytes.subarray(start, start + length);
    if (id === 0xff) return result(at, value, bytes.subarray(start + length), false);
    const name = hex(id);
    const allowed = FIELD_LENGTHS.get(name);
    if (!allowed) unknown.push(name);
    else if (length > allowed.most) overlong.push(name);
    const raw = Buffer.from(value).toString('latin1');
    fields.push({ id: name, raw, value: plainValue(name, raw), truncated: false, known: allowed !== undefined });
    at = start + length;
  }
  return result(null, nothing, nothing, false);
}
