import { z } from 'zod';
import type { Composer } from '#features/composer.ts';
import { DEFAULT_LOCALE, parseLocale } from '#i18n/locales.ts';
import type { Id } from '#kernel/ids.ts';
import { franceConnectCode, franceConnectNews, type FranceConnectNews } from '#mails/france-connect.ts';
import { findAccount } from '#store/accounts.repository.ts';
import { CONTROL } from './control-codes.ts';

const accountId = z.uuid().transform((id) => id as Id<'account'>);
const newsPayload = z.object({ accountId, at: z.coerce.date() });
const codePayload = z.object({
  accountId,
  codeId: z.uuid().transform((id) => id as Id<'accountCode'>),
  sealed: z.string(),
});

/** The code, as long as it works. */
const code: Composer = async (house, payload) => {
  const { accountId: id, codeId, sealed } = codePayload.parse(payload);
  const row = await house.db
    .selectFrom('accountCode')
    .select(['expiresAt', 'usedAt'])
    .where('id', '=', codeId)
    .executeTakeFirst();
  const account = await findAccount(house.db, id);
  const opened = house.secrets.open(CONTROL, sealed);
  if (!row || row.usedAt || row.expiresAt <= house.clock.now() || !account?.email || !opened.ok) return null;
  const locale = parseLocale(account.locale) ?? DEFAULT_LOCALE;
  return { to: account.email, locale, content: (frame) => franceConnectCode(frame, { code: opened.value }) };
};

const news =
  (what: FranceConnectNews): Composer =>
  async (house, payload) => {
    const { accountId: id, at } = newsPayload.parse(payload);
    const account = await findAccount(house.db, id);
    if (!account?.email) return null;
    const locale = parseLocale(account.locale) ?? DEFAULT_LOCALE;
    return { to: account.email, locale, content: (frame) => franceConnectNews(frame, what, at) };
  };

/** Mails about the link of an account to FranceConnect, by topic. */
export const FRANCE_CONNECT_MAILS = {
  'france_connect.code': code,
  'france_connect.linked': news('linked'),
  'france_connect.unlinked': news('unlinked'),
  'france_connect.refused': news('refused'),
} as const satisfies Record<string, Composer>;
