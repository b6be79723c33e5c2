import type { Result } from '#kernel/result.ts';

/**
 * Short secrets kept in rows (TOTP seeds, link tokens to copy again) and keyed hashes, all under keys held outside the database.
 * `purpose` separates uses: what was sealed for one purpose does not open for another.
 */
export interface SecretBox {
  seal(purpose: string, text: string): string;
  open(purpose: string, sealed: string): Result<string, 'secret.damaged'>;
  /** HMAC-SHA-256 under a key derived for the purpose. */
  keyedHash(purpose: string, text: string | Uint8Array): Buffer;
}
