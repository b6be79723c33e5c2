import type { House } from '#features/house.ts';
import { appendAccess, type AccessRow } from '#store/access-log.repository.ts';

/** One look or act of an agent, or a refused attempt. */
export type AccessNote = Omit<AccessRow, 'at'>;

/**
 * Writes the access log, and commits it before any content is sent: no row, no content. Throws when it cannot be written.
 * The only caller of the access log's repository.
 */
export async function recordAccess(house: Pick<House, 'transact' | 'clock'>, note: AccessNote): Promise<void> {
  await house.transact((tx) => appendAccess(tx, { ...note, at: house.clock.now() }));
}
