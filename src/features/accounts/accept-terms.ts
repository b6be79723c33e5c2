import { termsInForce } from '#domain/accounts/terms.ts';
import { parisDate } from '#kernel/civil-date.ts';
import type { Id } from '#kernel/ids.ts';
import type { House } from '#features/house.ts';
import { lockAccount } from '#store/accounts.repository.ts';
import { insertEvent } from '#store/events.repository.ts';

/**
 * Notes that a person accepts the terms of use in force, with the version and the moment; what they had accepted before stays in the
 * stream of events, as proof. Accepting the same version again changes nothing.
 */
export async function acceptTerms(
  house: Pick<House, 'transact' | 'clock' | 'ids' | 'settings'>,
  input: { accountId: Id<'account'> },
): Promise<void> {
  const now = house.clock.now();
  const version = termsInForce(house.settings.terms, parisDate(now)).id;
  await house.transact(async (tx) => {
    const account = await lockAccount(tx, input.accountId);
    if (!account || account.termsVersion === version) return;
    await tx.updateTable('account').set({ termsVersion: version, termsAcceptedAt: now }).where('id', '=', account.id).execute();
    await insertEvent(tx, {
      id: house.ids.next(),
      at: now,
      actor: account.id,
      type: 'terms.accepted',
      data: { version, former: account.termsVersion, formerAt: account.termsAcceptedAt.toISOString() },
    });
  });
}
