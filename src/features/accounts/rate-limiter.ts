import { sql } from 'kysely';
import type { House } from '#features/house.ts';
import type { RateLimiter } from '#ports/rate-limiter.ts';

/** Counts hits in the database: one statement, so that hits at the same instant are all counted. */
export function rateLimiter(house: Pick<House, 'db' | 'clock'>): RateLimiter {
  return {
    take: async (key, rule) => {
      const now = house.clock.now();
      const fresh = { windowStartedAt: now, expiresAt: new Date(now.getTime() + rule.windowMs) };
      const over = sql<boolean>`rate_counter.expires_at <= ${now}`;
      const counter = await house.db
        .insertInto('rateCounter')
        .values({ key, hits: 1, ...fresh })
        .onConflict((conflict) =>
          conflict.column('key').doUpdateSet({
            hits: sql`case when ${over} then 1 else rate_counter.hits + 1 end`,
            windowStartedAt: sql`case when ${over} then ${now} else rate_counter.window_started_at end`,
            expiresAt: sql`case when ${over} then ${fresh.expiresAt} else rate_counter.expires_at end`,
          }),
        )
        .returning(['hits', 'expiresAt'])
        .executeTakeFirstOrThrow();
      return { allowed: counter.hits <= rule.limit, retryAfterMs: counter.expiresAt.getTime() - now.getTime() };
    },
  };
}
