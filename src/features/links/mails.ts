import { z } from 'zod';
import type { Id } from '#kernel/ids.ts';
import { linkState } from '#domain/links/rules.ts';
import type { Composer } from '#features/composer.ts';
import { DEFAULT_LOCALE, parseLocale } from '#i18n/locales.ts';
import { linkCode, linkOpened, linkSent } from '#mails/letters.ts';
import { LINK_CODE } from './codes.ts';
import { LINK_TOKEN } from './tokens.ts';

const linkPayload = z.object({ linkId: z.uuid().transform((id) => id as Id<'link'>) });
const codePayload = z.object({
  codeId: z.uuid().transform((id) => id as Id<'linkCode'>),
  sealed: z.string(),
  locale: z.string(),
});

const code: Composer = async (house, payload) => {
  const { codeId, sealed, locale } = codePayload.parse(payload);
  const row = await house.db
    .selectFrom('linkCode')
    .select(['email', 'expiresAt', 'usedAt'])
    .where('id', '=', codeId)
    .executeTakeFirst();
  const opened = house.secrets.open(LINK_CODE, sealed);
  if (!row || row.usedAt || row.expiresAt <= house.clock.now() || !opened.ok) return null;
  return {
    to: row.email,
    locale: parseLocale(locale) ?? DEFAULT_LOCALE,
    content: (frame) => linkCode(frame, { code: opened.value }),
  };
};

const sent: Composer = async (house, payload) => {
  const { linkId } = linkPayload.parse(payload);
  const link = await house.db
    .selectFrom('link')
    .innerJoin('dossier', 'dossier.id', 'link.dossierId')
    .innerJoin('person', 'person.id', 'dossier.leadPersonId')
    .innerJoin('account', 'account.id', 'link.madeBy')
    .selectAll('link')
    .select(['person.firstNames', 'person.birthName', 'account.email as replyTo'])
    .where('link.id', '=', linkId)
    .executeTakeFirst();
  const address = await house.db
    .selectFrom('linkAddress')
    .select('email')
    .where('linkId', '=', linkId)
    .orderBy('email')
    .executeTakeFirst();
  const token = link && house.secrets.open(LINK_TOKEN, link.tokenSealed);
  if (!link || !address || !token?.ok || linkState(link, house.clock.now()) !== 'active') return null;
  const name = link.firstNames.split(' ')[0] || link.birthName;
  return {
    to: address.email,
    locale: DEFAULT_LOCALE,
    ...(link.replyTo ? { replyTo: link.replyTo } : {}),
    content: (frame) =>
      linkSent(frame, { name, url: `${house.settings.baseUrl}/consulter/${token.value}`, message: link.message }),
  };
};

const opened: Composer = async (house, payload) => {
  const { linkId } = linkPayload.parse(payload);
  const link = await house.db
    .selectFrom('link')
    .innerJoin('account', 'account.id', 'link.madeBy')
    .select(['link.title', 'link.dossierId', 'account.email', 'account.locale'])
    .where('link.id', '=', linkId)
    .executeTakeFirst();
  if (!link?.email) return null;
  const url = `${house.settings.baseUrl}/dossiers/${link.dossierId}/visites`;
  return {
    to: link.email,
    locale: parseLocale(link.locale) ?? DEFAULT_LOCALE,
    content: (frame) => linkOpened(frame, { title: link.title, url }),
  };
};

/** Mails of links. */
export const LINK_MAILS: Readonly<Record<string, Composer>> = { 'link.code': code, 'link.sent': sent, 'link.opened': opened };
