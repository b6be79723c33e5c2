import type { Id } from '#kernel/ids.ts';
import { ok, type Result } from '#kernel/result.ts';
import { proveIdentity, type ProofRefusal } from '#features/accounts/api.ts';
import type { House } from '#features/house.ts';
import { lockAccount } from '#store/accounts.repository.ts';

/**
 * Asks for a copy of everything held about oneself, after a fresh proof of who one is. One at a time: while one is being prepared, asking
 * again starts none.
 */
export async function requestExport(
  house: Pick<House, 'db' | 'transact' | 'clock' | 'ids' | 'secrets' | 'passwords' | 'jobs'>,
  input: { readonly accountId: Id<'account'>; readonly sessionId: Id<'session'>; readonly password: string },
): Promise<Result<void, ProofRefusal>> {
  const proof = await proveIdentity(house, input);
  if (!proof.ok) return proof;
  return house.transact(async (tx): Promise<Result<void, ProofRefusal>> => {
    await lockAccount(tx, input.accountId);
    const waiting = await tx
      .selectFrom('dataExport')
      .select('id')
      .where('accountId', '=', input.accountId)
      .where('state', '=', 'waiting')
      .executeTakeFirst();
    if (waiting) return ok();
    const id = house.ids.next<'dataExport'>();
    const requestedAt = house.clock.now();
    await tx.insertInto('dataExport').values({ id, accountId: input.accountId, state: 'waiting', requestedAt }).execute();
    await house.jobs.send(tx, 'export.prepare', { exportId: id });
    return ok();
  });
}
