import type { Id } from '#kernel/ids.ts';
import { err, ok, type Result } from '#kernel/result.ts';
import { parseEmail, type Email } from '#domain/accounts/email.ts';
import { termsInForce } from '#domain/accounts/terms.ts';
import { sendLink, tellKnownAddress } from '#features/accounts/api.ts';
import { parisDate } from '#kernel/civil-date.ts';
import type { House } from '#features/house.ts';
import { recordMilestone } from '#features/stats/api.ts';
import type { Locale } from '#i18n/locales.ts';
import { findAccountByEmail, insertAccount } from '#store/accounts.repository.ts';
import { noteLinkEvent } from './events.ts';
import { tellHolder } from './link-identity.ts';
import { keepPending, type Pending } from './session-notes.ts';

type CreateHouse = Pick<House, 'transact' | 'clock' | 'ids' | 'random' | 'secrets' | 'settings'>;

/** Why no account was made: its identity has one by now, or the address FranceConnect gave has. */
export type CreateRefusal = 'identity.known' | 'address.known';

/**
 * Opens an account for an identity. The address that FranceConnect gave counts as confirmed. Another address is asked to confirm, by a
 * link; until then the account has none, and the answer is the same when that address belongs to somebody, who is told of it.
 * The terms must have been accepted by the caller. Opens no session: the caller does.
 * @param input.email what the person typed, or the address of FranceConnect
 */
export async function createWithIdentity(
  house: CreateHouse,
  input: { sessionId: Id<'session'>; pending: Pending; email: Email; locale: Locale },
): Promise<Result<{ accountId: Id<'account'> }, CreateRefusal>> {
  const { pending, email } = input;
  const confirmed = pending.email !== null && parseEmail(pending.email) === email;
  const made = await house.transact(async (tx): Promise<Result<{ accountId: Id<'account'> }, CreateRefusal>> => {
    const now = house.clock.now();
    const accountId = house.ids.next<'account'>();
    const holder = await tx.selectFrom('account').select('id').where('fcSub', '=', pending.sub).executeTakeFirst();
    if (holder) return err('identity.known');
    const added = await insertAccount(tx, {
      id: accountId,
      email: confirmed ? email : null,
      emailVerifiedAt: confirmed ? now : null,
      locale: input.locale,
      termsVersion: termsInForce(house.settings.terms, parisDate(now)).id,
      termsAcceptedAt: now,
      fcSub: pending.sub,
      fcIdentity: JSON.stringify(pending.identity),
      lastContactAt: now,
      createdAt: now,
    });
    if (!added) return err('address.known');
    const subject = { id: accountId, createdAt: now };
    await recordMilestone(tx, house, { name: 'account.created', subject, dimensions: { language: input.locale } });
    if (confirmed) await recordMilestone(tx, house, { name: 'account.confirmed', subject });
    else if (await findAccountByEmail(tx, email)) await tellKnownAddress(tx, house, email);
    else await sendLink(tx, house, { accountId, purpose: 'change_email', topic: 'account.email_change_new', email });
    await noteLinkEvent(tx, house, { accountId, type: 'france_connect.linked' });
    if (confirmed) await tellHolder(tx, house, accountId, 'france_connect.linked');
    return ok({ accountId });
  });
  if (made.ok) await keepPending(house, input.sessionId, null);
  return made;
}
