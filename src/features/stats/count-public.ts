import { sql } from 'kysely';
import { parisDate } from '#kernel/civil-date.ts';
import type { House } from '#features/house.ts';

/** Counts a use of a public page that has no subject (a verification by result, a checker item). @param name closed list, dotted */
export async function countPublic(house: Pick<House, 'db' | 'clock'>, name: string): Promise<void> {
  await house.db
    .insertInto('publicCounter')
    .values({ day: parisDate(house.clock.now()), name, hits: 1 })
    .onConflict((conflict) => conflict.columns(['day', 'name']).doUpdateSet({ hits: sql`public_counter.hits + 1` }))
    .execute();
}
