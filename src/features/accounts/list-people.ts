import { isAgent } from '#domain/accounts/roles.ts';
import type { House } from '#features/house.ts';
import type { Role } from '#store/accounts.repository.ts';
import { currentCodeOf } from './agent-codes.ts';

/** An account as the pages of development list it. */
export interface ListedPerson {
  readonly email: string;
  readonly roles: readonly Role[];
  readonly confirmed: boolean;
  /** One-time code of this instant, for agents who have enrolled. */
  readonly code: string | null;
}

const SHOWN = 100;

/** The first hundred accounts, for the pages of development. Nobody in production, whoever asks. */
export async function listPeople(
  house: Pick<House, 'db' | 'clock' | 'secrets' | 'totp' | 'settings'>,
): Promise<readonly ListedPerson[]> {
  if (house.settings.production) return [];
  const accounts = await house.db
    .selectFrom('account')
    .select(['id', 'email', 'emailVerifiedAt'])
    .where('email', 'is not', null)
    .orderBy('createdAt')
    .orderBy('id')
    .limit(SHOWN)
    .execute();
  const given = await house.db.selectFrom('accountRole').select(['accountId', 'role']).orderBy('role').execute();
  const people: ListedPerson[] = [];
  for (const { id, email, emailVerifiedAt } of accounts) {
    const roles = given.filter(({ accountId }) => accountId === id).map(({ role }) => role);
    const code = isAgent(roles) ? await currentCodeOf(house, { accountId: id }) : null;
    people.push({ email: email ?? '', roles, confirmed: emailVerifiedAt !== null, code });
  }
  return people;
}
