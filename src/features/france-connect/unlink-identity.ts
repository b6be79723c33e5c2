import type { Id } from '#kernel/ids.ts';
import { err, ok, type Result } from '#kernel/result.ts';
import { LINK_PROOF_MS } from '#domain/accounts/france-connect.ts';
import { proveIdentity, type ProofRefusal } from '#features/accounts/api.ts';
import type { House } from '#features/house.ts';
import type { Session } from '#ports/sessions.ts';
import { findAccount } from '#store/accounts.repository.ts';
import { outdateBadgeOf } from '#store/certified.repository.ts';
import { noteLinkEvent } from './events.ts';
import { tellHolder } from './link-identity.ts';
import { idTokenOf } from './session-notes.ts';

type ProofHouse = Pick<House, 'db' | 'transact' | 'clock' | 'secrets' | 'passwords'>;
type OwnSession = Pick<Session, 'id' | 'provedAt' | 'state'>;

/** True when who one is was proved in a session within five minutes. */
export function provedLately(house: Pick<House, 'clock'>, session: Pick<Session, 'provedAt'>): boolean {
  return session.provedAt !== null && house.clock.now().getTime() - session.provedAt.getTime() <= LINK_PROOF_MS;
}

/** Asks who one is before a link: a proof of the last five minutes, or the password now. */
export async function proveForLink(
  house: ProofHouse,
  input: { accountId: Id<'account'>; session: OwnSession; password: string },
): Promise<Result<void, ProofRefusal>> {
  if (provedLately(house, input.session)) return ok();
  const account = await findAccount(house.db, input.accountId);
  if (!account?.passwordHash) return err({ reason: 'proof.wrong' });
  return proveIdentity(house, { accountId: account.id, sessionId: input.session.id, password: input.password });
}

/**
 * Takes the link of an account away. Another way in must exist and be proved now: the password; or, for an account without one, a
 * session opened by a mailed link within five minutes. The names are free again, and the badge is gone.
 */
export async function unlinkIdentity(
  house: ProofHouse & Pick<House, 'ids'>,
  input: { accountId: Id<'account'>; session: OwnSession; password: string },
): Promise<Result<void, ProofRefusal | { readonly reason: 'link.no_other_way' }>> {
  const account = await findAccount(house.db, input.accountId);
  if (account?.passwordHash) {
    const proof = await proveIdentity(house, { ...input, sessionId: input.session.id });
    if (!proof.ok) return proof;
  } else {
    const byMail = account?.emailVerifiedAt && idTokenOf(house, input.session.state) === null;
    if (!byMail || !provedLately(house, input.session)) return err({ reason: 'link.no_other_way' });
  }
  await house.transact(async (tx) => {
    const gone = { fcSub: null, fcIdentity: null, fcIdentityNext: null };
    await tx.updateTable('account').set(gone).where('id', '=', input.accountId).execute();
    await outdateBadgeOf(tx, input.accountId);
    await noteLinkEvent(tx, house, { accountId: input.accountId, type: 'france_connect.unlinked' });
    await tellHolder(tx, house, input.accountId, 'france_connect.unlinked');
  });
  return ok();
}
