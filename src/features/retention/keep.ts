import { err, ok, type Result } from '#kernel/result.ts';
import { useLink } from '#features/accounts/api.ts';
import type { House } from '#features/house.ts';
import { revivePeople } from '#features/statuses/api.ts';
import { lockAccount } from '#store/accounts.repository.ts';

/** "Keep my dossier", pressed from a mail, without signing in: a contact, and what was archived comes back. */
export async function keepDossier(
  house: Pick<House, 'transact' | 'clock' | 'ids' | 'random'>,
  input: { readonly token: string },
): Promise<Result<void, 'mail_link.dead'>> {
  return house.transact(async (tx): Promise<Result<void, 'mail_link.dead'>> => {
    const link = await useLink(tx, house, { token: input.token, purpose: 'keep' });
    const account = link && (await lockAccount(tx, link.accountId));
    if (!account || account.disabledAt) return err('mail_link.dead');
    await tx.updateTable('account').set({ lastContactAt: house.clock.now() }).where('id', '=', account.id).execute();
    await revivePeople(tx, house, account.id);
    return ok();
  });
}
