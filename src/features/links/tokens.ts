import { createHash } from 'node:crypto';
import type { RandomBytes } from '#kernel/ids.ts';

/** A new link token: a UUIDv4, 122 random bits; partners keep such addresses. */
export function newLinkToken(random: RandomBytes): string {
  const bytes = Uint8Array.from(random(16));
  bytes[6] = 0x40 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = Buffer.from(bytes).toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** A secret as the database keeps it. */
export function hashOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

/** Purpose under which a link's token is sealed, to be copied again by its people. */
export const LINK_TOKEN = 'link-token';
