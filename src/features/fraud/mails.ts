import type { Composer, Letter } from '#features/composer.ts';
import { DEFAULT_LOCALE, parseLocale } from '#i18n/locales.ts';
import { fraudPaperElsewhere } from '#mails/fraud-paper-elsewhere.ts';

/** Told to every referent, while something waits for a look. */
const paperElsewhere: Composer = async ({ db }) => {
  const open = await db.selectFrom('duplicateAlert').select('id').where('outcome', 'is', null).executeTakeFirst();
  if (!open) return null;
  const referents = await db
    .selectFrom('account')
    .innerJoin('accountRole', 'accountRole.accountId', 'account.id')
    .select(['account.email', 'account.locale'])
    .where('accountRole.role', '=', 'fraud_referent')
    .where('account.disabledAt', 'is', null)
    .orderBy('account.id')
    .execute();
  return referents.flatMap(({ email, locale }): Letter[] =>
    email ? [{ to: email, locale: parseLocale(locale) ?? DEFAULT_LOCALE, content: fraudPaperElsewhere }] : [],
  );
};

/** Mails to fraud referents, by topic. */
export const FRAUD_MAILS = { 'fraud.paper_elsewhere': paperElsewhere } as const satisfies Record<string, Composer>;
