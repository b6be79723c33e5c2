import type { Result } from '#kernel/result.ts';

/** Address of a blob: random, without any meaning. */
export type BlobAddress = string & { readonly blob: 'address' };

/**
 * Where encrypted bytes rest. Knows nothing of keys. `put` is atomic: a half-sent blob is aborted inside it and leaves nothing.
 * All adapters pass the same contract test.
 */
export interface BlobStore {
  put(address: BlobAddress, bytes: AsyncIterable<Uint8Array>): Promise<{ size: number }>;
  get(address: BlobAddress): Promise<Result<AsyncIterable<Uint8Array>, 'blob.missing'>>;
  /** Erasing what is not there is a success. */
  erase(addresses: readonly BlobAddress[]): Promise<void>;
  /** All addresses, for the daily reconciliation. */
  list(): AsyncIterable<{ address: BlobAddress; storedAt: Date }>;
}
