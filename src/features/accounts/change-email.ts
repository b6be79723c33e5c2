import type { Id } from '#kernel/ids.ts';
import { err, ok, type Result } from '#kernel/result.ts';
import type { Email } from '#domain/accounts/email.ts';
import type { House } from '#features/house.ts';
import { recordMilestone } from '#features/stats/api.ts';
import { findAccountByEmail, lockAccount } from '#store/accounts.repository.ts';
import { voidTokens } from '#store/mail-tokens.repository.ts';
import { endSessionsOf } from '#store/sessions.repository.ts';
import { sendLink, sentEnough, useLink } from './mail-links.ts';
import { proveIdentity, type ProofRefusal } from './prove-identity.ts';
import { tellKnownAddress } from './sign-up.ts';

type ChangeHouse = Pick<House, 'db' | 'transact' | 'clock' | 'ids' | 'secrets' | 'passwords'>;

/**
 * Asks for another address. A link to the new one confirms it, and the old one is told, with a link that undoes the change for
 * 72 hours. The answer is the same when the new address belongs to another account, which is told of it.
 */
export async function requestEmailChange(
  house: ChangeHouse,
  input: { accountId: Id<'account'>; sessionId: Id<'session'>; email: Email; password: string },
): Promise<Result<void, ProofRefusal | { reason: 'email.same' }>> {
  const proof = await proveIdentity(house, input);
  if (!proof.ok) return proof;
  return house.transact(async (tx) => {
    const account = await lockAccount(tx, input.accountId);
    if (!account) return err({ reason: 'proof.wrong' });
    if (account.email === input.email) return err({ reason: 'email.same' });
    if (await sentEnough(tx, house, account.id, 'change_email')) return ok();
    if (await findAccountByEmail(tx, input.email)) {
      await tellKnownAddress(tx, house, input.email);
      return ok();
    }
    const change = { accountId: account.id, purpose: 'change_email', topic: 'account.email_change_new' } as const;
    await sendLink(tx, house, { ...change, email: input.email });
    if (account.email) {
      const notice = { accountId: account.id, purpose: 'cancel_change', topic: 'account.email_change_old' } as const;
      await sendLink(tx, house, { ...notice, email: account.email });
    }
    return ok();
  });
}

/**
 * Moves an account to its new address by the link mailed there. All sessions end: the next sign-in uses the new address.
 * The first address that an account confirms counts, as after a sign-up: an account opened by FranceConnect may have had none.
 */
export async function confirmEmailChange(
  house: Pick<House, 'transact' | 'clock' | 'ids' | 'random'>,
  input: { token: string },
): Promise<Result<void, 'mail_link.dead' | 'email.taken'>> {
  return house.transact(async (tx) => {
    const link = await useLink(tx, house, { token: input.token, purpose: 'change_email' });
    const account = link && (await lockAccount(tx, link.accountId));
    if (!account || !link.email || account.disabledAt) return err('mail_link.dead');
    if (await findAccountByEmail(tx, link.email)) return err('email.taken');
    const now = house.clock.now();
    await tx
      .updateTable('account')
      .set({ email: link.email, emailVerifiedAt: now, lastContactAt: now })
      .where('id', '=', account.id)
      .execute();
    if (!account.emailVerifiedAt) await recordMilestone(tx, house, { name: 'account.confirmed', subject: account });
    await voidTokens(tx, account.id, ['confirm', 'reset', 'sign_in'], now);
    await endSessionsOf(tx, account.id);
    return ok();
  });
}

/**
 * Undoes a change of address by the link mailed to the old one, whether the new one was confirmed or not. All sessions end, and
 * the old address gets a link to choose a new password: whoever asked for the change knew the present one.
 */
export async function cancelEmailChange(
  house: Pick<House, 'transact' | 'clock' | 'ids' | 'secrets'>,
  input: { token: string },
): Promise<Result<void, 'mail_link.dead' | 'email.taken'>> {
  return house.transact(async (tx) => {
    const link = await useLink(tx, house, { token: input.token, purpose: 'cancel_change' });
    const account = link && (await lockAccount(tx, link.accountId));
    if (!account || !link.email || account.disabledAt) return err('mail_link.dead');
    const holder = await findAccountByEmail(tx, link.email);
    if (holder && holder.id !== account.id) return err('email.taken');
    const now = house.clock.now();
    const change = { email: link.email, emailVerifiedAt: now, passwordHash: null };
    await tx.updateTable('account').set(change).where('id', '=', account.id).execute();
    await voidTokens(tx, account.id, ['change_email', 'reset', 'sign_in'], now);
    await endSessionsOf(tx, account.id);
    await sendLink(tx, house, { accountId: account.id, purpose: 'reset', topic: 'account.reset' });
    return ok();
  });
}
