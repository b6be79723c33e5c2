import { z } from 'zod';
import type { Composer } from '#features/composer.ts';
import { DEFAULT_LOCALE, parseLocale } from '#i18n/locales.ts';
import type { Id } from '#kernel/ids.ts';
import { accountExportReady } from '#mails/account-export-ready.ts';
import { findAccount } from '#store/accounts.repository.ts';

const ready: Composer = async (house, payload) => {
  const { accountId } = z.object({ accountId: z.uuid().transform((id) => id as Id<'account'>) }).parse(payload);
  const account = await findAccount(house.db, accountId);
  if (!account?.email) return null;
  return { to: account.email, locale: parseLocale(account.locale) ?? DEFAULT_LOCALE, content: accountExportReady };
};

/** Mails about copies of one's data. */
export const EXPORT_MAILS = { 'account.export_ready': ready } as const satisfies Record<string, Composer>;
