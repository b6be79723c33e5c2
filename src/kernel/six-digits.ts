import type { RandomBytes } from './ids.ts';

/** A code of six digits without bias: draws again above the largest multiple. */
export function sixDigits(random: RandomBytes): string {
  for (;;) {
    const bytes = random(4);
    const value = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(0);
    if (value < 4_294_000_000) return String(value % 1_000_000).padStart(6, '0');
  }
}
