import type { Id } from '#kernel/ids.ts';
import { err, ok, type Result } from '#kernel/result.ts';
import { PROOF_FRESH_MS } from '#domain/accounts/lifetimes.ts';
import type { House } from '#features/house.ts';
import { findAccount } from '#store/accounts.repository.ts';
import { beginTry, forgetTries } from './guess-brake.ts';

export type ProofRefusal = { readonly reason: 'proof.wrong' } | { readonly reason: 'proof.wait'; readonly retryAt: Date };

/**
 * Asks again who somebody is before a grave act. The right password proves it and is noted on the session. An account without
 * password (FranceConnect, link by mail) must have signed in within the last ten minutes instead.
 */
export async function proveIdentity(
  house: Pick<House, 'db' | 'transact' | 'clock' | 'secrets' | 'passwords'>,
  input: { accountId: Id<'account'>; sessionId: Id<'session'>; password: string },
): Promise<Result<void, ProofRefusal>> {
  const now = house.clock.now();
  const account = await findAccount(house.db, input.accountId);
  if (account && account.passwordHash === null) {
    const session = await house.db
      .selectFrom('session')
      .select('provedAt')
      .where('id', '=', input.sessionId)
      .where('accountId', '=', account.id)
      .executeTakeFirst();
    const fresh = session?.provedAt && now.getTime() - session.provedAt.getTime() <= PROOF_FRESH_MS;
    return fresh ? ok() : err({ reason: 'proof.wrong' });
  }
  const wait = await beginTry(house, `proof|${input.accountId}`);
  if (wait) return err({ reason: 'proof.wait', ...wait });
  if (!(await house.passwords.verify(input.password, account?.passwordHash ?? null))) return err({ reason: 'proof.wrong' });
  await forgetTries(house, `proof|${input.accountId}`);
  await house.db.updateTable('session').set({ provedAt: now }).where('id', '=', input.sessionId).execute();
  return ok();
}
