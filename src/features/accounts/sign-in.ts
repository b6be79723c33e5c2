import type { Id } from '#kernel/ids.ts';
import { err, ok, type Result } from '#kernel/result.ts';
import type { Email } from '#domain/accounts/email.ts';
import type { House } from '#features/house.ts';
import { findAccountByEmail, rolesOf, type Role } from '#store/accounts.repository.ts';
import { beginTry, forgetTries } from './guess-brake.ts';
import { noteArrival, type Place } from './note-arrival.ts';

type SignInHouse = Pick<House, 'db' | 'transact' | 'clock' | 'ids' | 'random' | 'secrets' | 'passwords'>;

/** Wrong address and wrong password are one reason; `retryAt` tells when a try will be judged again. */
export type SignInRefusal = { readonly reason: 'sign_in.wrong' } | { readonly reason: 'sign_in.wait'; readonly retryAt: Date };

export interface SignedIn {
  readonly accountId: Id<'account'>;
  readonly roles: readonly Role[];
}

/**
 * Judges a password without signing anybody in. After five failures in a quarter of an hour, for one address from one network, tries
 * are judged only after growing waits. Unknown addresses get the same answer in the same time; disabled accounts too.
 */
export async function checkPassword(
  house: SignInHouse,
  input: { email: Email; password: string; place: Place },
): Promise<Result<{ accountId: Id<'account'> }, SignInRefusal>> {
  const guessed = `${input.email}|${input.place.network}`;
  const wait = await beginTry(house, guessed);
  if (wait) return err({ reason: 'sign_in.wait', ...wait });
  const account = await findAccountByEmail(house.db, input.email);
  const right = await house.passwords.verify(input.password, account?.passwordHash ?? null);
  if (!account || !right || account.disabledAt) return err({ reason: 'sign_in.wrong' });
  await forgetTries(house, guessed);
  return ok({ accountId: account.id });
}

/** Signs in by address and password, judged by `checkPassword`. Opens no session: the caller does. */
export async function signIn(
  house: SignInHouse,
  input: { email: Email; password: string; place: Place },
): Promise<Result<SignedIn, SignInRefusal>> {
  const checked = await checkPassword(house, input);
  if (!checked.ok) return checked;
  const { accountId } = checked.value;
  await noteArrival(house, { accountId, place: input.place });
  return ok({ accountId, roles: await rolesOf(house.db, accountId) });
}
