import { lengthOf } from '#kernel/text.ts';
import { COMMON_RUNS, COMMON_WORDS } from './common-passwords.ts';

/** What a password lacks. */
export const PASSWORD_FAULTS = [
  'password.too_short',
  'password.too_long',
  'password.no_digit',
  'password.no_special',
  'password.common',
  'password.like_email',
] as const;
export type PasswordFault = (typeof PASSWORD_FAULTS)[number];

export const PASSWORD_LENGTH = { min: 12, max: 128 } as const;

/**
 * Judges a new password: 12 to 128 characters of any script, a digit, a sign that is neither letter nor digit, neither a common
 * word dressed up nor the e-mail address. Spaces count as signs; nothing is trimmed.
 * @returns all faults, none when the password is good
 */
export function passwordFaults(password: string, email: string): PasswordFault[] {
  const length = lengthOf(password);
  const faults: PasswordFault[] = [];
  if (length < PASSWORD_LENGTH.min) faults.push('password.too_short');
  if (length > PASSWORD_LENGTH.max) faults.push('password.too_long');
  if (!/\p{Nd}/u.test(password)) faults.push('password.no_digit');
  if (!/[^\p{L}\p{M}\p{N}]/u.test(password)) faults.push('password.no_special');
  if (isCommon(password)) faults.push('password.common');
  if (likeEmail(password, email)) faults.push('password.like_email');
  return faults;
}

const plain = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** Takes apart what people add to a word: digits and signs around it, letters written as digits, the word twice. */
function isCommon(password: string): boolean {
  const lower = plain(password);
  const words = lower.match(/\p{L}+/gu) ?? [];
  const trunk = lower.replace(/[^\p{L}]+$/u, '');
  const spelled = trunk.replaceAll('0', 'o').replaceAll('1', 'i').replaceAll('3', 'e').replaceAll('@', 'a').replaceAll('$', 's');
  const letters = spelled.match(/\p{L}+/gu) ?? [];
  const known = (list: readonly string[]) => list.length > 0 && list.every((word) => COMMON_WORDS.has(word) || isRun(word));
  if (new Set(lower).size < 5) return true;
  return known(words) || known(letters);
}

const isRun = (word: string) => word.length >= 3 && COMMON_RUNS.some((run) => run.includes(word));

function likeEmail(password: string, email: string): boolean {
  const lower = plain(password);
  const address = plain(email);
  const name = address.split('@')[0] ?? '';
  return (
    address !== '' &&
    (lower.includes(address) || (name.length >= 4 && lower.replace(/[^\p{L}]/gu, '') === name.replace(/[^\p{L}]/gu, '')))
  );
}
