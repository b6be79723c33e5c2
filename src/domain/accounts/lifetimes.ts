import { DAY_MS, HOUR_MS, MINUTE_MS } from '#kernel/clock.ts';

/** How long links sent by mail work, in milliseconds. Each works once. */
export const LINK_LIFETIMES = {
  confirm: 7 * DAY_MS,
  reset: HOUR_MS,
  sign_in: 15 * MINUTE_MS,
  change_email: 7 * DAY_MS,
  cancel_change: 3 * DAY_MS,
  keep: 90 * DAY_MS,
} as const;

/** An invitation: people may be away for a week. */
export const INVITATION_LIFETIME_MS = 7 * DAY_MS;

/** Somebody whose part another person fills may object, or take it over, this long after being told. */
export const NAMED_LIFETIME_MS = 90 * DAY_MS;

/** Sessions end after `idle` without a page, and after `absolute` whatever happens. */
export const SESSION_LIFETIMES = {
  anonymous: { idle: DAY_MS, absolute: DAY_MS },
  member: { idle: 30 * MINUTE_MS, absolute: DAY_MS },
  remembered: { idle: 14 * DAY_MS, absolute: 30 * DAY_MS },
  agent: { idle: 30 * MINUTE_MS, absolute: 12 * HOUR_MS },
} as const;

/** A proof of who one is stays fresh this long before a grave act asks for it again. */
export const PROOF_FRESH_MS = 10 * MINUTE_MS;
