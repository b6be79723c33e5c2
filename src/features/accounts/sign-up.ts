import { err, ok, type Result } from '#kernel/result.ts';
import type { Email } from '#domain/accounts/email.ts';
import { passwordFaults, type PasswordFault } from '#domain/accounts/password-rules.ts';
import { termsInForce } from '#domain/accounts/terms.ts';
import { parisDate } from '#kernel/civil-date.ts';
import type { House } from '#features/house.ts';
import { recordMilestone } from '#features/stats/api.ts';
import type { Locale } from '#i18n/locales.ts';
import { findAccountByEmail, insertAccount } from '#store/accounts.repository.ts';
import type { Tx } from '#store/unit-of-work.ts';
import { sendLink, sentEnough } from './mail-links.ts';

type SignUpHouse = Pick<House, 'transact' | 'clock' | 'ids' | 'random' | 'secrets' | 'passwords' | 'settings'>;

interface SignUp {
  readonly email: Email;
  readonly password: string;
  readonly locale: Locale;
}

/**
 * Opens an account for an address and mails it a link to confirm. The answer is the same, and takes the same time, when the
 * address has an account already: that account gets a mail saying so instead. The terms must have been accepted by the caller.
 * @returns the faults of the password, if any
 */
export async function signUp(house: SignUpHouse, input: SignUp): Promise<Result<void, readonly PasswordFault[]>> {
  const faults = passwordFaults(input.password, input.email);
  if (faults.length > 0) return err(faults);
  const passwordHash = await house.passwords.hash(input.password);
  return house.transact(async (tx) => {
    const now = house.clock.now();
    const id = house.ids.next<'account'>();
    const added = await insertAccount(tx, {
      id,
      email: input.email,
      passwordHash,
      locale: input.locale,
      termsVersion: termsInForce(house.settings.terms, parisDate(now)).id,
      termsAcceptedAt: now,
      lastContactAt: now,
      createdAt: now,
    });
    if (!added) {
      await tellKnownAddress(tx, house, input.email);
      return ok();
    }
    await sendLink(tx, house, { accountId: id, purpose: 'confirm', topic: 'account.confirm' });
    await recordMilestone(tx, house, {
      name: 'account.created',
      subject: { id, createdAt: now },
      dimensions: { language: input.locale },
    });
    return ok();
  });
}

/**
 * Tells a known address that somebody asked for an account or wants to use it. The mail leads to a new password: whoever reads
 * this address gets the account, even if a stranger opened it first with a password of theirs.
 */
export async function tellKnownAddress(tx: Tx, house: Pick<House, 'clock' | 'ids' | 'secrets'>, email: Email): Promise<void> {
  const known = await findAccountByEmail(tx, email);
  if (!known || known.disabledAt || (await sentEnough(tx, house, known.id, 'reset'))) return;
  await sendLink(tx, house, { accountId: known.id, purpose: 'reset', topic: 'account.known_address' });
}
