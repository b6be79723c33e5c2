import type { Id } from '#kernel/ids.ts';
import { isAgent } from '#domain/accounts/roles.ts';
import type { House } from '#features/house.ts';
import { findAccount, rolesOf } from '#store/accounts.repository.ts';

/** Ways an agent can give a second factor. */
export interface SecondFactors {
  /** The account has an agent's role. */
  readonly agent: boolean;
  readonly codes: boolean;
  readonly passkeys: readonly {
    readonly id: string;
    readonly label: string;
    readonly createdAt: Date;
    readonly usedAt: Date | null;
  }[];
}

/** Reads which second factors an account has enrolled. */
export async function readSecondFactors(house: Pick<House, 'db'>, input: { accountId: Id<'account'> }): Promise<SecondFactors> {
  const account = await findAccount(house.db, input.accountId);
  const passkeys = await house.db
    .selectFrom('passkey')
    .select(['id', 'label', 'createdAt', 'usedAt'])
    .where('accountId', '=', input.accountId)
    .orderBy('createdAt')
    .execute();
  return { agent: isAgent(await rolesOf(house.db, input.accountId)), codes: !!account?.totpConfirmedAt, passkeys };
}
