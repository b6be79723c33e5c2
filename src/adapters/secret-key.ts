import { randomBytes } from 'node:crypto';
import { loadOrMakeKeyFile } from './key-file.ts';

/** Thrown at start when a secret key cannot be read; never echoes it. */
export class SecretKeyError extends Error {}

/** Reads a key of 32 bytes in Base64. Throws {@link SecretKeyError}. @param name of the setting, for the message */
export function parseSecretKey(text: string, name: string): Buffer {
  const key = Buffer.from(text, 'base64');
  if (!/^[A-Za-z0-9+/]{43}=?$/.test(text) || key.length !== 32) throw new SecretKeyError(`${name}: expected Base64 of 32 bytes`);
  return key;
}

/** The secret key of a site that set none: read from `secret-key` in the folder, made at first start. */
export async function loadOrMakeSecretKey(directory: string): Promise<{ key: Buffer; made: boolean }> {
  const { text, made } = await loadOrMakeKeyFile(directory, 'secret-key', () => randomBytes(32).toString('base64'));
  return { key: parseSecretKey(text, 'secret-key'), made };
}
