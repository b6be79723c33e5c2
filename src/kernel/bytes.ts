const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Lower-case hexadecimal of bytes. */
export function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** One Crockford base32 symbol (no I, L, O, U) for a number 0–31. */
export function crockfordSymbol(value: number): string {
  return CROCKFORD.charAt(value & 31);
}

/** Value 0–31 of a Crockford symbol as people type it (lower case, O for 0, I or L for 1); `null` when it is none. */
export function crockfordValue(symbol: string): number | null {
  const upper = symbol.toUpperCase().replace('O', '0').replace(/[IL]/, '1');
  const value = CROCKFORD.indexOf(upper);
  return upper.length === 1 && value >= 0 ? value : null;
}
