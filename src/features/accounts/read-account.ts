import type { Id } from '#kernel/ids.ts';
import type { House } from '#features/house.ts';
import { findAccount } from '#store/accounts.repository.ts';

/** What the account pages show. */
export interface AccountCard {
  readonly email: string;
  readonly emailVerified: boolean;
  readonly hasPassword: boolean;
  readonly franceConnect: boolean;
  readonly createdAt: Date;
  /** When the account will be erased, if its owner asked for it. */
  readonly deletionDueAt: Date | null;
}

/** Reads an account for its owner; `null` when it is gone. */
export async function readAccount(house: Pick<House, 'db'>, input: { accountId: Id<'account'> }): Promise<AccountCard | null> {
  const account = await findAccount(house.db, input.accountId);
  if (!account) return null;
  return {
    email: account.email ?? '',
    emailVerified: account.emailVerifiedAt !== null,
    hasPassword: account.passwordHash !== null,
    franceConnect: account.fcSub !== null,
    createdAt: account.createdAt,
    deletionDueAt: account.deletionDueAt,
  };
}
