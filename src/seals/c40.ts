const FIRST = ' 0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** One set of C40: 0–2 shift, 3 is a space, 4–13 digits, 14–39 letters. Shifts never occur in headers: they give a space. */
const letterOf = (code: number) => FIRST.charAt(Math.max(code - 3, 0));

/** Text of C40 pairs: two bytes hold three characters, N = 256·b0 + b1 − 1. Source: ISO/IEC 16022; ANTS 2D-Doc 3.3.7, binary form. */
export function fromC40(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at + 1 < bytes.length; at += 2) {
    const value = 256 * (bytes[at] ?? 0) + (bytes[at + 1] ?? 0) - 1;
    if (value < 0 || value > 63_999) continue;
    text += letterOf(Math.floor(value / 1600)) + letterOf(Math.floor(value / 40) % 40) + letterOf(value % 40);
  }
  return text;
}

/** C40 pairs of digits, capitals and spaces, filled with spaces to a multiple of three. Other letters become spaces. */
export function toC40(text: string): Uint8Array {
  const codes = [...text.padEnd(Math.ceil(text.length / 3) * 3)].map((letter) => Math.max(FIRST.indexOf(letter), 0) + 3);
  const bytes: number[] = [];
  for (let at = 0; at < codes.length; at += 3) {
    const value = 1600 * (codes[at] ?? 3) + 40 * (codes[at + 1] ?? 3) + (codes[at + 2] ?? 3) + 1;
    bytes.push(value >> 8, value & 0xff);
  }
  return Uint8Array.from(bytes);
}
