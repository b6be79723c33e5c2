import { DAY_MS } from '#kernel/clock.ts';
import type { House } from '#features/house.ts';

/** Rows of refused files go a day after they came; their bytes went at once. @returns how many */
export async function dismissOldRejections(house: Pick<House, 'db' | 'clock'>): Promise<number> {
  const before = new Date(house.clock.now().getTime() - DAY_MS);
  const gone = await house.db
    .deleteFrom('file')
    .where('state', '=', 'rejected')
    .where('createdAt', '<', before)
    .executeTakeFirst();
  return Number(gone.numDeletedRows);
}
