import type { Id } from '#kernel/ids.ts';
import { err, ok, type Result } from '#kernel/result.ts';
import { passwordFaults, type PasswordFault } from '#domain/accounts/password-rules.ts';
import type { House } from '#features/house.ts';
import { findAccount, lockAccount } from '#store/accounts.repository.ts';
import { proveIdentity, type ProofRefusal } from './prove-identity.ts';
import { replacePassword } from './replace-password.ts';

/** Changes the password of somebody who is signed in and gives the present one. The other sessions end. */
export async function changePassword(
  house: Pick<House, 'db' | 'transact' | 'clock' | 'ids' | 'secrets' | 'passwords'>,
  input: { accountId: Id<'account'>; sessionId: Id<'session'>; present: string; next: string },
): Promise<Result<void, ProofRefusal | { reason: 'password.faults'; faults: readonly PasswordFault[] }>> {
  const known = await findAccount(house.db, input.accountId);
  const faults = passwordFaults(input.next, known?.email ?? '');
  if (faults.length > 0) return err({ reason: 'password.faults', faults });
  const proof = await proveIdentity(house, { accountId: input.accountId, sessionId: input.sessionId, password: input.present });
  if (!proof.ok) return proof;
  const passwordHash = await house.passwords.hash(input.next);
  return house.transact(async (tx) => {
    const account = await lockAccount(tx, input.accountId);
    if (!account) return err({ reason: 'proof.wrong' });
    await replacePassword(tx, house, { account, passwordHash, keepSession: input.sessionId });
    return ok();
  });
}
