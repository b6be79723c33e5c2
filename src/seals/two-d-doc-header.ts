import { fromC40 } from './c40.ts';
import { fromBinaryDay, fromHexDay } from './seal-days.ts';

/** What the header of a 2D-Doc says. Days are `YYYY-MM-DD`. */
export interface Header {
  readonly form: 'text' | 'binary';
  readonly version: string;
  readonly authority: string;
  readonly certificate: string;
  readonly issuedOn: string | null;
  readonly signedOn: string | null;
  readonly kind: string;
  /** `01` for the perimeter of ANTS; implicit before version 03. */
  readonly perimeter: string;
  /** Two letters in text form, three in binary form; `null` before version 04. */
  readonly country: string | null;
  /** Characters or bytes before the message. */
  readonly length: number;
}

const TEXT_LENGTHS: Readonly<Record<string, number>> = { '01': 22, '02': 22, '03': 24, '04': 26 };
const BINARY_LENGTH = 19;

/** True for the first bytes of a 2D-Doc, in text form (`DC01` to `DC04`) or in binary form (`DC 04` in hexadecimal). */
export function startsAsTwoDDoc(bytes: Uint8Array): boolean {
  return (
    (bytes[0] === 0x44 && bytes[1] === 0x43 && bytes[2] === 0x30 && (bytes[3] ?? 0) >= 0x31 && (bytes[3] ?? 0) <= 0x34) ||
    (bytes[0] === 0xdc && bytes[1] === 0x04)
  );
}

/** Reads the header; `null` when it is cut or not written as it must be. Source: ANTS 2D-Doc 3.3.7, §4. */
export function readHeader(bytes: Uint8Array): Header | null {
  return bytes[0] === 0xdc ? readBinary(bytes) : readText(bytes);
}

function readText(bytes: Uint8Array): Header | null {
  const text = Buffer.from(bytes.subarray(0, 26)).toString('latin1');
  const version = text.slice(2, 4);
  const length = TEXT_LENGTHS[version] ?? 0;
  if (length === 0 || text.length < length || !/^[\x21-\x7e]*$/.test(text.slice(0, length))) return null;
  if (!/^(?:[0-9A-F]{4}){2}$/.test(text.slice(12, 20))) return null;
  return {
    form: 'text',
    version,
    authority: text.slice(4, 8),
    certificate: text.slice(8, 12),
    issuedOn: fromHexDay(text.slice(12, 16)),
    signedOn: fromHexDay(text.slice(16, 20)),
    kind: text.slice(20, 22),
    perimeter: length >= 24 ? text.slice(22, 24) : '01',
    country: length >= 26 ? text.slice(24, 26) : null,
    length,
  };
}

function readBinary(bytes: Uint8Array): Header | null {
  if (bytes.length < BINARY_LENGTH) return null;
  const names = fromC40(bytes.subarray(4, 10));
  const days = [bytes.subarray(10, 13), bytes.subarray(13, 16)] as const;
  const [issuedOn, signedOn] = [fromBinaryDay(days[0]), fromBinaryDay(days[1])];
  const absent = (day: Uint8Array) => day.every((byte) => byte === 0xff);
  if ((issuedOn === null && !absent(days[0])) || (signedOn === null && !absent(days[1]))) return null;
  const perimeter = ((bytes[17] ?? 0) << 8) | (bytes[18] ?? 0);
  return {
    form: 'binary',
    version: '04',
    authority: names.slice(0, 4),
    certificate: names.slice(4).trim(),
    issuedOn,
    signedOn,
    kind: (bytes[16] ?? 0).toString(16).toUpperCase().padStart(2, '0'),
    perimeter: String(perimeter).padStart(2, '0'),
    country: fromC40(bytes.subarray(2, 4)).trim(),
    length: BINARY_LENGTH,
  };
}
