import type { Id } from '#kernel/ids.ts';
import type { House } from '#features/house.ts';

/** One consent, as its giver sees it. */
export interface GivenConsent {
  readonly id: Id<'consent'>;
  /** What for: `honour`, `spouse_access`, `partner:{id}` … */
  readonly purpose: string;
  readonly personId: Id<'person'> | null;
  readonly textVersion: string;
  readonly givenAt: Date;
  readonly withdrawnAt: Date | null;
}

/** All consents that an account gave, newest first, withdrawn ones included. */
export function readConsents(house: Pick<House, 'db'>, input: { accountId: Id<'account'> }): Promise<readonly GivenConsent[]> {
  return house.db
    .selectFrom('consent')
    .select(['id', 'purpose', 'personId', 'textVersion', 'givenAt', 'withdrawnAt'])
    .where('accountId', '=', input.accountId)
    .orderBy('givenAt', 'desc')
    .execute();
}
