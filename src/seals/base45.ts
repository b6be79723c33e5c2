const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';

/** Bytes of a Base45 text; `null` when it is none. Source: RFC 9285, §4. */
export function fromBase45(text: string): Uint8Array | null {
  if (text.length % 3 === 1) return null;
  const bytes: number[] = [];
  for (let at = 0; at < text.length; at += 3) {
    const codes = [...text.slice(at, at + 3)].map((letter) => ALPHABET.indexOf(letter));
    if (codes.includes(-1)) return null;
    const value = (codes[0] ?? 0) + 45 * (codes[1] ?? 0) + 2025 * (codes[2] ?? 0);
    if (value > (codes.length === 3 ? 0xffff : 0xff)) return null;
    bytes.push(...(codes.length === 3 ? [value >> 8, value & 0xff] : [value]));
  }
  return Uint8Array.from(bytes);
}

/** Base45 of bytes. Source: RFC 9285, §4. */
export function toBase45(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 2) {
    const [high = 0, low] = [bytes[at], bytes[at + 1]];
    const value = low === undefined ? high : high * 256 + low;
    text += ALPHABET.charAt(value % 45) + ALPHABET.charAt(Math.floor(value / 45) % 45);
    if (low !== undefined) text += ALPHABET.charAt(Math.floor(value / 2025));
  }
  return text;
}
