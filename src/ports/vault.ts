import type { Id } from '#kernel/ids.ts';
import type { Result } from '#kernel/result.ts';
import type { BlobAddress } from './blob-store.ts';

/** A file's data key, wrapped by a master key: `v1:<key version>:<nonce>:<ciphertext+tag>`. Kept in the file's row, never beside its blobs. */
export type WrappedKey = string & { readonly key: 'wrapped' };

/** What a blob of a file holds; each role has its own derived key. */
export type BlobRole = 'original' | 'working' | 'preview' | 'page' | 'facts' | 'copy' | 'export';

/** Names one blob of one file; all four are authenticated, so a moved or swapped blob cannot be read. */
export interface BlobName {
  readonly fileId: Id<'file'>;
  readonly address: BlobAddress;
  readonly role: BlobRole;
}

/**
 * Encrypted storage: every byte of a person passes here. Chunks of 64 KiB, AES-256-GCM in STREAM mode; no byte is given out
 * before its chunk is authenticated. Destroying the wrapped key makes all blobs of the file unreadable.
 */
export interface Vault {
  newKey(fileId: Id<'file'>): WrappedKey;
  /** @returns `size`: bytes before encryption. Throws when the source does; nothing is kept then. */
  seal(key: WrappedKey, name: BlobName, bytes: AsyncIterable<Uint8Array>): Promise<{ size: number }>;
  /** The first chunk is authenticated before the answer; damage further on throws while reading. Read it to its end or leave its loop. */
  open(key: WrappedKey, name: BlobName): Promise<Result<AsyncIterable<Uint8Array>, 'blob.missing' | 'blob.damaged'>>;
  /** Encrypts a short text (a file name, a password) under the file's key. */
  sealText(key: WrappedKey, fileId: Id<'file'>, purpose: string, text: string): string;
  openText(key: WrappedKey, fileId: Id<'file'>, purpose: string, sealed: string): Result<string, 'blob.damaged'>;
  /** The same data key under the newest master key; `null` when it already is. No blob is touched. */
  rewrap(key: WrappedKey, fileId: Id<'file'>): WrappedKey | null;
  /** Version of the newest master key. */
  readonly newestVersion: number;
  /** New random address. */
  newAddress(): BlobAddress;
  erase(addresses: readonly BlobAddress[]): Promise<void>;
  /** All blobs there are, for the daily reconciliation. */
  list(): AsyncIterable<{ address: BlobAddress; storedAt: Date }>;
}
