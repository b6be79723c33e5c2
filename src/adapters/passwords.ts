import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import type { Passwords } from '#ports/passwords.ts';
import { limitedSlots } from './limited-slots.ts';

/** What `v1` stands for: N=2^15, r=8, p=3 (OWASP Password Storage Cheat Sheet), 16 bytes of salt, 32 of hash; 32 MiB each. */
const V1 = { N: 2 ** 15, r: 8, p: 3, maxmem: 64 * 1024 * 1024 } as const;
const SALT = 16;
const HASH = 32;
/** Longer texts are not hashed: rules stop at 128 characters, of at most 4 bytes, 18 after normalisation. */
const LONGEST_BYTES = 4_096;
const PATTERN = /^scrypt:v1:([A-Za-z0-9_-]{22}):([A-Za-z0-9_-]{43})$/;

/**
 * Passwords by scrypt, stored as `scrypt:v1:<salt>:<hash>`, so that a later version can raise the cost and still read the
 * old ones. Text is normalised (NFKC, as NIST SP 800-63B asks), so that two keyboards type the same password.
 * @param atOnce hashes computed together; others wait, since each takes a thread of the pool that also serves files
 */
export function scryptPasswords(atOnce = 2): Passwords {
  const inSlot = limitedSlots(atOnce);
  const derive = (password: string, salt: Uint8Array) => inSlot(() => scryptV1(password.normalize('NFKC'), salt));
  // Compared with when the account is unknown, so that the answer takes as long.
  const nobody = { salt: randomBytes(SALT), hash: randomBytes(HASH) };
  return {
    hash: async (password) => {
      if (isTooLong(password)) throw new RangeError('the password is too long to be hashed');
      const salt = randomBytes(SALT);
      return `scrypt:v1:${salt.toString('base64url')}:${(await derive(password, salt)).toString('base64url')}`;
    },
    verify: async (password, stored) => {
      const known = stored === null ? null : parse(stored);
      const { salt, hash } = known ?? nobody;
      const same = timingSafeEqual(await derive(isTooLong(password) ? '' : password, salt), hash);
      return same && known !== null && !isTooLong(password);
    },
  };
}

const isTooLong = (password: string) => Buffer.byteLength(password) > LONGEST_BYTES;

/** Throws on text that this program never wrote: a damaged row is a fault, not a wrong password. */
function parse(stored: string): { salt: Buffer; hash: Buffer } {
  const match = PATTERN.exec(stored);
  if (!match) throw new Error('a stored password has an unknown form');
  return { salt: Buffer.from(match[1] ?? '', 'base64url'), hash: Buffer.from(match[2] ?? '', 'base64url') };
}

function scryptV1(password: string, salt: Uint8Array): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(password, salt, HASH, V1, (error, hash) => (error ? reject(error) : resolve(hash)));
  });
}
