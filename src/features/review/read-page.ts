import type { Id } from '#kernel/ids.ts';
import type { House } from '#features/house.ts';
import { readForEngine } from '#features/pieces/api.ts';
import { fileOfCase } from './file-of-case.ts';
import { extendLease } from './leases.ts';

const VIEWER_WIDTH = 1400;

/**
 * One page of a file of a case, drawn from the original, for the agent who holds the case. The access is on record before the page is
 * given out; `null` when the lease or the file is not there.
 */
export async function readCasePage(
  house: Pick<House, 'db' | 'transact' | 'clock' | 'vault' | 'engine'>,
  input: { accountId: Id<'account'>; caseId: Id<'reviewCase'>; fileId: Id<'file'>; page: number; network: string },
): Promise<Uint8Array | null> {
  const file = await fileOfCase(house, input);
  if (!file) return null;
  const content = await readForEngine(house, file);
  const drawn = content && (await house.engine.page({ ...content, page: input.page, width: VIEWER_WIDTH }));
  if (!drawn?.ok) return null;
  await extendLease(house, input.accountId, input.caseId);
  await house.db
    .insertInto('pageSeen')
    .values({ caseId: input.caseId, accountId: input.accountId, fileId: input.fileId, page: input.page, at: house.clock.now() })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return drawn.value.jpeg;
}
