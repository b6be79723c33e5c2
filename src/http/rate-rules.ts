import type { RateRule } from '#ports/rate-limiter.ts';

/** What may be done how often. Keys are an account, a network or an address, hashed. */
export const RATE = {
  /** Of a network, over all accounts; the growing delays of one account are in `features/accounts/guess-brake.ts`. */
  sign_in: { limit: 100, windowMs: 15 * 60 * 1000 },
  sign_up: { limit: 10, windowMs: 60 * 60 * 1000 },
  mail_asked: { limit: 5, windowMs: 60 * 60 * 1000 },
  code_try: { limit: 5, windowMs: 60 * 60 * 1000 },
  code_asked: { limit: 5, windowMs: 60 * 60 * 1000 },
  /** Technical failures of FranceConnect, over everybody: the fifth within five minutes raises an alert. */
  fc_fault: { limit: 4, windowMs: 5 * 60 * 1000 },
  link_minute: { limit: 50, windowMs: 60 * 1000 },
  link_day: { limit: 250, windowMs: 24 * 60 * 60 * 1000 },
  upload: { limit: 300, windowMs: 60 * 60 * 1000 },
  verify: { limit: 20, windowMs: 60 * 1000 },
  /** One answer a day and account counts; the others are thanked alike. */
  opinion: { limit: 1, windowMs: 24 * 60 * 60 * 1000 },
  contact: { limit: 3, windowMs: 15 * 60 * 1000 },
} as const satisfies Record<string, RateRule>;
export type RateName = keyof typeof RATE;
