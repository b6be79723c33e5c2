import type { Id } from '#kernel/ids.ts';
import { err, ok, type Result } from '#kernel/result.ts';
import type { House } from '#features/house.ts';
import { findAccount, lockAccount } from '#store/accounts.repository.ts';
import { beginTry, forgetTries } from './guess-brake.ts';

/** Sealed for one account: a row copied to another account does not open. */
const purposeOf = (accountId: Id<'account'>) => `totp|${accountId}`;

export type CodeRefusal = { readonly reason: 'code.wrong' } | { readonly reason: 'code.wait'; readonly retryAt: Date };

/**
 * Prepares one-time codes for an account: a secret to be read by an authenticator application. The same secret is shown again
 * until a first code confirms it; afterwards it is never shown.
 */
export async function prepareCodes(
  house: Pick<House, 'transact' | 'secrets' | 'totp' | 'settings'>,
  input: { accountId: Id<'account'> },
): Promise<Result<{ secret: string; address: string }, 'codes.enrolled'>> {
  return house.transact(async (tx) => {
    const account = await lockAccount(tx, input.accountId);
    if (!account || account.totpConfirmedAt) return err('codes.enrolled');
    const opened = account.totpSealed ? house.secrets.open(purposeOf(account.id), account.totpSealed) : null;
    const secret = opened?.ok ? opened.value : house.totp.newSecret();
    if (!opened?.ok) {
      const totpSealed = house.secrets.seal(purposeOf(account.id), secret);
      await tx.updateTable('account').set({ totpSealed }).where('id', '=', account.id).execute();
    }
    return ok({ secret, address: house.totp.address(secret, account.email ?? '', house.settings.serviceName) });
  });
}

/**
 * Checks a one-time code, ±1 step. A step passes once: a code seen over a shoulder is worth nothing. The first right code
 * confirms the enrolment.
 */
export async function checkCode(
  house: Pick<House, 'db' | 'transact' | 'clock' | 'secrets' | 'totp'>,
  input: { accountId: Id<'account'>; code: string },
): Promise<Result<void, CodeRefusal>> {
  const wait = await beginTry(house, `totp|${input.accountId}`);
  if (wait) return err({ reason: 'code.wait', ...wait });
  const checked = await house.transact(async (tx): Promise<Result<void, CodeRefusal>> => {
    const account = await lockAccount(tx, input.accountId);
    const secret = account?.totpSealed ? house.secrets.open(purposeOf(account.id), account.totpSealed) : null;
    if (!account || !secret?.ok) return err({ reason: 'code.wrong' });
    const now = house.clock.now();
    const step = house.totp.matchingStep(secret.value, input.code.replaceAll(/\s/g, ''), now);
    if (step === null || step <= (account.totpLastStep ?? -1)) return err({ reason: 'code.wrong' });
    const change = { totpLastStep: step, totpConfirmedAt: account.totpConfirmedAt ?? now };
    await tx.updateTable('account').set(change).where('id', '=', account.id).execute();
    return ok();
  });
  if (checked.ok) await forgetTries(house, `totp|${input.accountId}`);
  return checked;
}

/** The code of this instant, for the pages of development; `null` in production and when the account has no codes. */
export async function currentCodeOf(
  house: Pick<House, 'db' | 'clock' | 'secrets' | 'totp' | 'settings'>,
  input: { accountId: Id<'account'> },
): Promise<string | null> {
  if (house.settings.production) return null;
  const account = await findAccount(house.db, input.accountId);
  const secret = account?.totpSealed ? house.secrets.open(purposeOf(account.id), account.totpSealed) : null;
  return secret?.ok ? house.totp.currentCode(secret.value, house.clock.now()) : null;
}
