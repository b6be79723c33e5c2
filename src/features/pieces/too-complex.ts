import type { Id } from '#kernel/ids.ts';
import type { House } from '#features/house.ts';

/**
 * Notes that pages of a file cannot be drawn within limits, not even in safe mode: it costs once, not at each step and for each recipient.
 * Its owner is told what to do beside the file, which stays.
 */
export async function rememberTooComplex(house: Pick<House, 'db'>, fileId: Id<'file'>): Promise<void> {
  await house.db.updateTable('file').set({ code: 'too_complex' }).where('id', '=', fileId).where('state', '=', 'ready').execute();
}
