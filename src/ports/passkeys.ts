import type { Result } from '#kernel/result.ts';

/** A public key made by a person's device, as it is kept. */
export interface StoredPasskey {
  /** Credential id, Base64url. */
  readonly id: string;
  readonly publicKey: Uint8Array;
  readonly counter: number;
  readonly transports: readonly string[];
}

/** Options for the browser: plain JSON of WebAuthn level 3. The challenge is kept in the session until the answer comes. */
export interface PasskeyQuestion {
  readonly challenge: string;
  readonly options: unknown;
}

/** WebAuthn with user verification required: possession and a local secret or body, hence two factors in one gesture. */
export interface Passkeys {
  askNew(account: { id: string; email: string }, existing: readonly StoredPasskey[]): Promise<PasskeyQuestion>;
  /** Checks the browser's answer to `askNew`. @param answer parsed JSON, hostile */
  checkNew(answer: unknown, challenge: string): Promise<Result<StoredPasskey, 'passkey.refused'>>;
  askSignIn(): Promise<PasskeyQuestion>;
  /** Credential id that an answer names, to find the stored key; `null` when the answer has no such shape. */
  idOf(answer: unknown): string | null;
  /** Checks the answer to `askSignIn` and gives the key's new counter. */
  checkSignIn(answer: unknown, challenge: string, key: StoredPasskey): Promise<Result<{ counter: number }, 'passkey.refused'>>;
}
