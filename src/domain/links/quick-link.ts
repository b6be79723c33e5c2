import { DAY_MS, HOUR_MS } from '#kernel/clock.ts';
import { MAX_LINKS_A_DAY, VALIDITIES, type Scope, type Validity } from './rules.ts';

/** A link must have more than this left to be offered again by the dashboard. */
const REUSE_MS = 10 * DAY_MS;

/** A link as far as offering it again matters. */
export interface OwnLink {
  readonly id: string;
  readonly kind: 'url' | 'mail' | 'candidacy' | 'partner';
  readonly scope: Scope;
  readonly madeBy: string;
  readonly pausedAt: Date | null;
  readonly revokedAt: Date | null;
  readonly expiresAt: Date;
}

/** The caller's own link to copy that lives longest and more than ten days; `null`: make a new one. */
export function linkToReuse(links: readonly OwnLink[], accountId: string, scope: Scope, now: Date): OwnLink | null {
  const usable = links.filter(
    (link) =>
      link.kind === 'url' &&
      link.scope === scope &&
      link.madeBy === accountId &&
      !link.pausedAt &&
      !link.revokedAt &&
      link.expiresAt.getTime() - now.getTime() > REUSE_MS,
  );
  return usable.sort((a, b) => b.expiresAt.getTime() - a.expiresAt.getTime())[0] ?? null;
}

/** When a dossier may make one more link: `null` is now; otherwise the instant at which the oldest of the last ten is a day old. */
export function nextLinkAt(madeAt: readonly Date[], now: Date): Date | null {
  const recent = madeAt.map((at) => at.getTime()).filter((at) => at > now.getTime() - 24 * HOUR_MS);
  if (recent.length < MAX_LINKS_A_DAY) return null;
  const oldestThatCounts = recent.sort((a, b) => b - a)[MAX_LINKS_A_DAY - 1] ?? now.getTime();
  return new Date(oldestThatCounts + 24 * HOUR_MS);
}

/** Reads a validity in days; `null` when it is none of those offered. */
export function parseValidity(days: string | number): Validity | null {
  return VALIDITIES.find((validity) => String(validity) === String(days)) ?? null;
}
