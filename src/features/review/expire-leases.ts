import type { House } from '#features/house.ts';
import { backToWaiting } from './leases.ts';

/** Cases of agents who left without a word wait again. @returns how many */
export async function expireLeases(house: Pick<House, 'transact' | 'clock'>): Promise<number> {
  const now = house.clock.now();
  return house.transact(async (tx) => {
    const expired = await tx.deleteFrom('lease').where('expiresAt', '<=', now).returning('caseId').execute();
    for (const { caseId } of expired) await backToWaiting(tx, caseId);
    return expired.length;
  });
}
