/** One-time codes of an authenticator application: TOTP, RFC 6238, SHA-1, 6 digits, steps of 30 seconds. */
export interface Totp {
  /** A new secret of 160 bits, Base32. */
  newSecret(): string;
  /** `otpauth://` address to be shown as a QR code. @param label the account's address */
  address(secret: string, label: string, issuer: string): string;
  /** Number of the step (±1 around `at`) whose code this is; `null` when none. The caller refuses a step already used. */
  matchingStep(secret: string, code: string, at: Date): number | null;
  /** The code of this instant. Only for pages of development and tests. */
  currentCode(secret: string, at: Date): string;
}
