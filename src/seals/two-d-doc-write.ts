import { sign, type KeyObject } from 'node:crypto';
import { toBase32 } from './base32.ts';
import { toC40 } from './c40.ts';
import { toBinaryDay, toHexDay } from './seal-days.ts';
import { FIELD_LENGTHS } from './two-d-doc-lengths.ts';
import { GS, RS, US } from './two-d-doc-message.ts';

/** What a writer puts into a code of version 04. Days are `YYYY-MM-DD` or `null`. */
export interface Draft {
  readonly authority: string;
  readonly certificate: string;
  readonly issuedOn: string | null;
  readonly signedOn: string | null;
  /** Two characters; in binary form two hexadecimal digits. */
  readonly kind: string;
  /** Raw values in their order; `truncated` ends one with RS. */
  readonly fields: readonly { readonly id: string; readonly raw: string; readonly truncated?: boolean }[];
}

const HASHES: Readonly<Record<string, string>> = { prime256v1: 'sha256', secp384r1: 'sha384', secp521r1: 'sha512' };

/** Raw r‖s over the content, with the hash of the key's curve. */
function signed(content: Uint8Array, key: KeyObject): Uint8Array {
  return sign(HASHES[key.asymmetricKeyDetails?.namedCurve ?? ''] ?? 'sha256', content, { key, dsaEncoding: 'ieee-p1363' });
}

/** Signs header and message as they stand: `US`, then r‖s in Base32. Source: ANTS 2D-Doc 3.3.7, §7. */
export function signText(content: string, key: KeyObject): string {
  return `${content}${US}${toBase32(signed(Buffer.from(content, 'latin1'), key))}`;
}

/** Writes a code in text form, version 04, as latin1 text. Values longer than the table allows are the caller's fault and read back as such. */
export function writeText(draft: Draft, key: KeyObject): string {
  const header = `DC04${draft.authority}${draft.certificate}${toHexDay(draft.issuedOn)}${toHexDay(draft.signedOn)}${draft.kind}01FR`;
  const message = draft.fields.map(({ id, raw, truncated }) => {
    const length = FIELD_LENGTHS.get(id);
    const full = length !== undefined && length.least === length.most && raw.length === length.most;
    return `${id}${raw}${truncated ? RS : full ? '' : GS}`;
  });
  return signText(header + message.join(''), key);
}

const element = (id: number, value: Uint8Array) =>
  Buffer.concat([
    Uint8Array.of(id),
    value.length < 255 ? Uint8Array.of(value.length) : Uint8Array.of(255, value.length >> 8, value.length & 0xff),
    value,
  ]);

/** Writes a code in binary form, version 04. Identifiers are two hexadecimal digits other than `FF`. */
export function writeBinary(draft: Draft, key: KeyObject): Uint8Array {
  const content = Buffer.concat([
    Uint8Array.of(0xdc, 0x04),
    toC40('FRA'),
    toC40(draft.authority + draft.certificate.padEnd(5)),
    toBinaryDay(draft.issuedOn),
    toBinaryDay(draft.signedOn),
    Uint8Array.of(parseInt(draft.kind, 16), 0, 1),
    ...draft.fields.map(({ id, raw }) => element(parseInt(id, 16), Buffer.from(raw, 'latin1'))),
  ]);
  return Buffer.concat([content, element(0xff, signed(content, key))]);
}
