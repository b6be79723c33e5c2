import { crockfordSymbol, crockfordValue } from '#kernel/bytes.ts';

const LENGTH = 9;
const PRIME = 37;

/**
 * Check symbol: a weighted sum modulo a prime over 32, so that one wrong symbol and two neighbours swapped are both seen; only sums
 * under 32 are used, others make the caller draw again.
 */
const checkOf = (values: readonly number[]) => values.reduce((sum, value, index) => sum + (index + 2) * value, 0) % PRIME;

/** Makes a trace code `XXXX-XXXX-XX` (Crockford base32, the last symbol a check) from random bytes. @param random source of bytes */
export function makeTraceCode(random: (length: number) => Uint8Array): string {
  for (;;) {
    const values = Array.from(random(LENGTH), (byte) => byte & 31);
    const check = checkOf(values);
    if (check < 32) return group([...values, check].map(crockfordSymbol).join(''));
  }
}

const group = (symbols: string) => `${symbols.slice(0, 4)}-${symbols.slice(4, 8)}-${symbols.slice(8)}`;

/** Reads a code as people type it (spaces, hyphens, lower case, O for 0, I or L for 1); `null` when it cannot be one. */
export function parseTraceCode(text: string): string | null {
  const values = [...text.replace(/[\s\-–—]/g, '')].map(crockfordValue);
  if (values.length !== LENGTH + 1 || values.some((value) => value === null)) return null;
  const numbers = values as number[];
  return checkOf(numbers.slice(0, LENGTH)) === numbers[LENGTH] ? group(numbers.map(crockfordSymbol).join('')) : null;
}
