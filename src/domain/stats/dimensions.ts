import type { Level } from '../pieces/states.ts';

/** What a person fills with, as coarse as it gets. */
export type DeviceClass = 'mobile' | 'ordinateur' | 'inconnu';

/** Class of a device from the two words kept of a session (`Firefox, Android`). */
export function deviceClass(device: string): DeviceClass {
  if (/Android|iOS/.test(device)) return 'mobile';
  return /Windows|macOS|Linux/.test(device) ? 'ordinateur' : 'inconnu';
}

/**
 * Département of a French postal code: two digits, three overseas, `2A` or `2B` in Corsica (split at 20200); `inconnu` without one.
 */
export function departementOf(postcode: string | null): string {
  if (!postcode || !/^\d{5}$/.test(postcode)) return 'inconnu';
  if (postcode.startsWith('20')) return postcode < '20200' ? '2A' : '2B';
  return postcode.startsWith('97') || postcode.startsWith('98') ? postcode.slice(0, 3) : postcode.slice(0, 2);
}

/** The weakest proof among the pieces that matter most: all `sealed`, all at least `checked`, or `lower`; without piece `lower`. */
export function proofOf(levels: readonly (Level | null)[]): 'sealed' | 'checked' | 'lower' {
  if (levels.length === 0 || levels.some((level) => level !== 'sealed' && level !== 'checked')) return 'lower';
  return levels.every((level) => level === 'sealed') ? 'sealed' : 'checked';
}
