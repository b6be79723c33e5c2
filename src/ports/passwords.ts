/** Slow hashing of passwords; concurrency is capped so that sign-ins cannot starve pages. */
export interface Passwords {
  /** Versioned text, e.g. `scrypt:v1:…`. */
  hash(password: string): Promise<string>;
  /** `stored` null (unknown account) takes the same time and answers false. */
  verify(password: string, stored: string | null): Promise<boolean>;
}
