import type { Id } from '#kernel/ids.ts';
import type { House } from '#features/house.ts';
import type { Locale } from '#i18n/locales.ts';

/** Keeps the language a person chose, for pages and mails. */
export async function setLocale(house: Pick<House, 'db'>, input: { accountId: Id<'account'>; locale: Locale }): Promise<void> {
  await house.db.updateTable('account').set({ locale: input.locale }).where('id', '=', input.accountId).execute();
}
