import type { Id } from '#kernel/ids.ts';
import type { House } from '#features/house.ts';

const LOOK_EVERY_MS = 100;

/** Waits until files have been opened, at most a while: the page then shows them instead of "looking". */
export async function waitForFiles(house: Pick<House, 'db'>, fileIds: readonly Id<'file'>[], atMostMs: number): Promise<void> {
  for (let waited = 0; fileIds.length > 0 && waited < atMostMs; waited += LOOK_EVERY_MS) {
    const pending = await house.db
      .selectFrom('file')
      .select('id')
      .where('id', 'in', fileIds)
      .where('state', '=', 'received')
      .executeTakeFirst();
    if (!pending) return;
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}
