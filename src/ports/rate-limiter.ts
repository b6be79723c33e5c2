/** At most `limit` hits in a window that begins with the first one. */
export interface RateRule {
  readonly limit: number;
  readonly windowMs: number;
}

/** Counts hits across processes. Keys hold keyed hashes or networks, never an address in clear. */
export interface RateLimiter {
  /** Counts one hit. `allowed` is false beyond the limit; `retryAfterMs` tells when the window ends. */
  take(key: string, rule: RateRule): Promise<{ readonly allowed: boolean; readonly retryAfterMs: number }>;
}
