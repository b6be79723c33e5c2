import { z } from 'zod';
import type { Id } from '#kernel/ids.ts';
import type { Composer, ComposerHouse, Letter } from '#features/composer.ts';
import { DEFAULT_LOCALE, parseLocale } from '#i18n/locales.ts';
import { accountAgentInvited } from '#mails/account-agent-invited.ts';
import { accountConfirmReminder } from '#mails/account-confirm-reminder.ts';
import { accountConfirm } from '#mails/account-confirm.ts';
import { accountEmailChangeNew } from '#mails/account-email-change-new.ts';
import { accountEmailChangeOld } from '#mails/account-email-change-old.ts';
import { accountKnownAddress } from '#mails/account-known-address.ts';
import { accountMagicLink } from '#mails/account-magic-link.ts';
import { accountNewDevice } from '#mails/account-new-device.ts';
import { accountPasswordChanged } from '#mails/account-password-changed.ts';
import { accountReset } from '#mails/account-reset.ts';
import { accountTermsChanged } from '#mails/account-terms-changed.ts';
import type { MailContent, MailFrame } from '#mails/mail.ts';
import { findAccount, type AccountRow } from '#store/accounts.repository.ts';
import { findLiveTokenById, type MailTokenRow } from '#store/mail-tokens.repository.ts';
import { tokenOf } from './mail-links.ts';

const accountId = z.uuid().transform((id) => id as Id<'account'>);
const linkPayload = z.object({ accountId, tokenId: z.uuid().transform((id) => id as Id<'mailToken'>) });
const newsPayload = z.object({ accountId, at: z.coerce.date(), device: z.string().default('') });

const localeOf = (account: AccountRow) => parseLocale(account.locale) ?? DEFAULT_LOCALE;

interface LinkFacts {
  readonly url: string;
  readonly account: AccountRow;
  readonly link: MailTokenRow;
}

/** A mail that carries a one-time link; void once the link was used or is too old. Goes to the link's address, else the account's. */
function linkMail(path: string, write: (frame: MailFrame, facts: LinkFacts, house: ComposerHouse) => MailContent): Composer {
  return async (house, payload) => {
    const { accountId: id, tokenId } = linkPayload.parse(payload);
    const link = await findLiveTokenById(house.db, tokenId, house.clock.now());
    const account = await findAccount(house.db, id);
    const to = link?.email ?? account?.email;
    if (!link || !account || !to) return null;
    const facts = { url: `${house.settings.baseUrl}${path}${tokenOf(house, tokenId)}`, account, link };
    return { to, locale: localeOf(account), content: (frame) => write(frame, facts, house) };
  };
}

/** A mail that tells the account what happened. */
function newsMail(write: (frame: MailFrame, facts: { at: Date; device: string }) => MailContent): Composer {
  return async (house, payload): Promise<Letter | null> => {
    const facts = newsPayload.parse(payload);
    const account = await findAccount(house.db, facts.accountId);
    if (!account?.email) return null;
    return { to: account.email, locale: localeOf(account), content: (frame) => write(frame, facts) };
  };
}

/** The address asked for, shown to the former one. */
const changeOfAddress: Composer = async (house, payload) => {
  const { accountId: id } = linkPayload.parse(payload);
  const asked = await house.db
    .selectFrom('mailToken')
    .select('email')
    .where('accountId', '=', id)
    .where('purpose', '=', 'change_email')
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst();
  const compose = linkMail('/compte/email/annuler/', (frame, { url }) =>
    accountEmailChangeOld(frame, { url, email: asked?.email ?? '' }),
  );
  return compose(house, payload);
};

/** To an account that has not accepted the version meanwhile. */
const termsChanged: Composer = async (house, payload) => {
  const { accountId: id, version: asked } = z.object({ accountId, version: z.string() }).parse(payload);
  const version = house.settings.terms.find((one) => one.id === asked);
  const account = await findAccount(house.db, id);
  if (!version || !account?.email || account.termsVersion === version.id) return null;
  const facts = { date: new Date(`${version.from}T12:00:00Z`), url: `${house.settings.baseUrl}/cgu/versions/${version.from}` };
  return { to: account.email, locale: localeOf(account), content: (frame) => accountTermsChanged(frame, facts) };
};

/** Mails of accounts, by topic. */
export const ACCOUNT_MAILS = {
  'account.confirm': linkMail('/inscription/confirmer/', accountConfirm),
  'account.confirm_reminder': linkMail('/inscription/confirmer/', accountConfirmReminder),
  'account.known_address': linkMail('/mot-de-passe/', accountKnownAddress),
  'account.magic_link': linkMail('/connexion/lien/', accountMagicLink),
  'account.reset': linkMail('/mot-de-passe/', accountReset),
  'account.password_changed': newsMail(accountPasswordChanged),
  'account.email_change_new': linkMail('/compte/email/confirmer/', accountEmailChangeNew),
  'account.email_change_old': changeOfAddress,
  'account.new_device': newsMail(accountNewDevice),
  'terms.changed': termsChanged,
  'account.agent_invited': linkMail('/console/invitation/', accountAgentInvited),
} as const satisfies Record<string, Composer>;
