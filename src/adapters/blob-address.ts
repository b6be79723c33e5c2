import type { RandomBytes } from '#kernel/ids.ts';
import { toHex } from '#kernel/bytes.ts';
import type { BlobAddress } from '#ports/blob-store.ts';

/** A new address: 160 random bits in lower-case hexadecimal, safe as a file name everywhere. */
export function newBlobAddress(random: RandomBytes): BlobAddress {
  return toHex(random(20)) as BlobAddress;
}

/** Reads an address; `null` when it could not have come from {@link newBlobAddress} (and might name a path). */
export function parseBlobAddress(text: string): BlobAddress | null {
  return /^[0-9a-f]{40}$/.test(text) ? (text as BlobAddress) : null;
}
