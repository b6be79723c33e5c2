import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { err, ok } from '#kernel/result.ts';
import type { SecretBox } from '#ports/secret-box.ts';

/** A secret box under one 32-byte key: AES-256-GCM and HMAC-SHA-256, each purpose with its own derived key. */
export function secretBox(key: Uint8Array): SecretBox {
  if (key.length !== 32) throw new RangeError('the secret key must be 32 bytes');
  const derived = (kind: string, purpose: string) =>
    Buffer.from(hkdfSync('sha256', key, new Uint8Array(), `${kind}|${purpose}`, 32));
  return {
    seal: (purpose, text) => {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', derived('seal', purpose), nonce);
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
      return `v1:${nonce.toString('base64url')}:${body.toString('base64url')}`;
    },
    open: (purpose, sealed) => {
      const [version, nonce, body] = sealed.split(':');
      const bytes = Buffer.from(body ?? '', 'base64url');
      if (version !== 'v1' || !nonce || bytes.length < 16) return err('secret.damaged');
      try {
        const decipher = createDecipheriv('aes-256-gcm', derived('seal', purpose), Buffer.from(nonce, 'base64url'));
        decipher.setAuthTag(bytes.subarray(-16));
        return ok(Buffer.concat([decipher.update(bytes.subarray(0, -16)), decipher.final()]).toString('utf8'));
      } catch {
        return err('secret.damaged');
      }
    },
    keyedHash: (purpose, text) => createHmac('sha256', derived('hash', purpose)).update(text).digest(),
  };
}
