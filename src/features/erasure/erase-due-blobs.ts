import { MINUTE_MS } from '#kernel/clock.ts';
import type { BlobAddress } from '#ports/blob-store.ts';
import type { House } from '#features/house.ts';

const BATCH = 1000;
const RETRY_MS = 5 * MINUTE_MS;

/**
 * Removes bytes whose keys are already destroyed, a batch at a time; a storage fault delays the batch, never loses it.
 * @returns how many addresses were erased
 */
export async function eraseDueBlobs(house: Pick<House, 'db' | 'vault' | 'clock'>): Promise<number> {
  const now = house.clock.now();
  const due = await house.db
    .selectFrom('blobToErase')
    .select('address')
    .where('nextAt', '<=', now)
    .orderBy('nextAt')
    .limit(BATCH)
    .execute();
  if (due.length === 0) return 0;
  const addresses = due.map((row) => row.address);
  await house.db
    .updateTable('blobToErase')
    .set((eb) => ({ tries: eb('tries', '+', 1), nextAt: new Date(now.getTime() + RETRY_MS) }))
    .where('address', 'in', addresses)
    .execute();
  await house.vault.erase(addresses as BlobAddress[]);
  await house.db.deleteFrom('blobToErase').where('address', 'in', addresses).execute();
  return addresses.length;
}
