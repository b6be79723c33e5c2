import { randomBytes } from 'node:crypto';
import { loadOrMakeKeyFile } from './key-file.ts';

/** The keys that wrap file keys, by version. They live outside the database and its backups. */
export interface MasterKeys {
  readonly byVersion: ReadonlyMap<number, Buffer>;
  /** The highest version: it wraps new keys, the others only open. */
  readonly newest: number;
}

/** Thrown at start when the master keys cannot be read; never echoes them. */
export class MasterKeysError extends Error {}

/** Reads `version:base64[,…]`: versions are whole numbers from 1, keys are 32 bytes. Throws {@link MasterKeysError}. */
export function parseMasterKeys(text: string): MasterKeys {
  const byVersion = new Map<number, Buffer>();
  for (const [index, entry] of text.split(',').entries()) {
    const match = /^([1-9]\d{0,8}):([A-Za-z0-9+/]{43}=?)$/.exec(entry.trim());
    const key = Buffer.from(match?.[2] ?? '', 'base64');
    if (!match || key.length !== 32)
      throw new MasterKeysError(`master key ${index + 1}: expected version:base64 of 32 bytes, for example 1:…`);
    const version = Number(match[1]);
    if (byVersion.has(version)) throw new MasterKeysError(`master key version ${version} is given twice`);
    byVersion.set(version, key);
  }
  return { byVersion, newest: Math.max(...byVersion.keys()) };
}

/**
 * The master keys of a site that set none: read from `master-keys` in the folder, made at first start. To rotate, add a
 * line part with a higher version, separated by a comma.
 * @returns the keys, and whether they were made just now: losing them loses every file, so the start must say where they are
 */
export async function loadOrMakeMasterKeys(directory: string): Promise<{ keys: MasterKeys; made: boolean }> {
  const { text, made } = await loadOrMakeKeyFile(directory, 'master-keys', () => `1:${randomBytes(32).toString('base64')}`);
  return { keys: parseMasterKeys(text), made };
}
