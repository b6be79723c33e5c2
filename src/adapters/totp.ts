import { Secret, TOTP } from 'otpauth';
import { SECOND_MS } from '#kernel/clock.ts';
import type { Totp } from '#ports/totp.ts';

const STEP_S = 30;

const generator = (secret: string, label = '', issuer = '') =>
  new TOTP({ issuer, label, algorithm: 'SHA1', digits: 6, period: STEP_S, secret: Secret.fromBase32(secret) });

/** One-time codes by the otpauth package. */
export const totp: Totp = {
  newSecret: () => new Secret({ size: 20 }).base32,
  address: (secret, label, issuer) => generator(secret, label, issuer).toString(),
  matchingStep: (secret, code, at) => {
    if (!/^\d{6}$/.test(code)) return null;
    const delta = generator(secret).validate({ token: code, timestamp: at.getTime(), window: 1 });
    return delta === null ? null : Math.floor(at.getTime() / (STEP_S * SECOND_MS)) + delta;
  },
  currentCode: (secret, at) => generator(secret).generate({ timestamp: at.getTime() }),
};
