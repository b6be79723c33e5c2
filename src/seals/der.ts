import * as asn1js from 'asn1js';

/** The value that DER bytes hold; `null` when they hold none. Never throws, as the library does on some dates and lengths. */
export function readDer(bytes: Uint8Array): asn1js.AsnType | null {
  try {
    const { offset, result } = asn1js.fromBER(Uint8Array.from(bytes));
    return offset < 0 ? null : result;
  } catch {
    return null;
  }
}
