import type { Email } from '#domain/accounts/email.ts';
import { confirmEmail } from '#features/accounts/confirm-email.ts';
import { signUp } from '#features/accounts/sign-up.ts';
import type { Id } from '#kernel/ids.ts';
import { tokenInMail } from './mail-reader.ts';
import type { TestHouse } from './test-house.ts';

/** A password that follows the rules. */
export const GOOD_PASSWORD = 'trois-Girafes-2-vélos';

/** An account with a confirmed address and `GOOD_PASSWORD`. */
export async function confirmedAccount(house: TestHouse, address: string): Promise<Id<'account'>> {
  await signUp(house, { email: address as Email, password: GOOD_PASSWORD, locale: 'fr' });
  const confirmed = await confirmEmail(house, { token: await tokenInMail(house, '/inscription/confirmer/') });
  if (!confirmed.ok) throw new Error(confirmed.error);
  return confirmed.value.accountId;
}
