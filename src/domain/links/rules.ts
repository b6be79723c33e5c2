import { parisDate, shiftDays, type CivilDate } from '#kernel/civil-date.ts';

export const SCOPES = ['full', 'summary', 'proof'] as const;
export type Scope = (typeof SCOPES)[number];

/** Who may open a link: addresses that were typed, any confirmed address, anybody. */
export const DOORS = ['listed_address', 'any_address', 'none'] as const;
export type LinkDoor = (typeof DOORS)[number];

/** Days a link may live; the last one counts to its end, in Paris. */
export const VALIDITIES = [7, 15, 30, 90] as const;
export type Validity = (typeof VALIDITIES)[number];

export const MAX_LINKS_A_DAY = 10;

/** The instant at which a civil day ends in Paris. */
export function endOfParisDay(day: CivilDate): Date {
  const next = shiftDays(day, 1);
  const guess = new Date(`${next}T00:00:00Z`);
  for (const hours of [1, 2]) {
    const candidate = new Date(guess.getTime() - hours * 3_600_000);
    if (parisDate(candidate) === next && parisDate(new Date(candidate.getTime() - 1)) === day) return candidate;
  }
  return guess;
}

/** When a link made now ends. */
export function expiryOf(now: Date, days: number): Date {
  return endOfParisDay(shiftDays(parisDate(now), days));
}

/** Who may open, when the maker does not say. */
export function defaultDoor(kind: 'url' | 'mail', scope: Scope): LinkDoor {
  if (kind === 'mail') return 'listed_address';
  return scope === 'full' ? 'any_address' : 'none';
}

/** State of a link at an instant. */
export function linkState(
  link: { pausedAt: Date | null; revokedAt: Date | null; expiresAt: Date },
  now: Date,
): 'active' | 'paused' | 'expired' | 'revoked' {
  if (link.revokedAt) return 'revoked';
  if (link.expiresAt <= now) return 'expired';
  return link.pausedAt ? 'paused' : 'active';
}
