import { z } from 'zod';

const LONGEST = 254;
const ADDRESS =
  /^[^\s"(),:;<>@[\\\]]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?$/u;

/** An address as accounts are compared: NFC, lower case, accents kept. */
export type Email = string & { readonly text: 'email' };

/** Reads an e-mail address (RFC 5321 sizes, top-level domains of any length, no quoted local part); `null` when it is none. */
export function parseEmail(text: string): Email | null {
  const clean = text.trim().normalize('NFC').toLowerCase();
  const local = clean.slice(0, clean.indexOf('@'));
  if (clean.length > LONGEST || !ADDRESS.test(clean)) return null;
  if (local.startsWith('.') || local.endsWith('.') || local.includes('..')) return null;
  return /[\u0000-\u001f\u007f]/.test(clean) ? null : (clean as Email);
}

/** The field of a form. */
export const emailField = z.string().transform((text, context): Email => {
  const email = parseEmail(text);
  if (email) return email;
  context.addIssue({ code: 'custom', message: 'accounts.email_malformed' });
  return z.NEVER;
});
