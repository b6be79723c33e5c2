import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** The anti-forgery token of a session: an HMAC of its id. */
export function csrfToken(secret: Uint8Array, sessionId: string): string {
  return createHmac('sha256', secret).update(`csrf|${sessionId}`).digest('base64url');
}

/** Constant-time comparison of two texts. */
export function sameText(a: string, b: string): boolean {
  const [left, right] = [createHash('sha256').update(a).digest(), createHash('sha256').update(b).digest()];
  return timingSafeEqual(left, right);
}
