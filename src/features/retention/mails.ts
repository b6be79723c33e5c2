import { z } from 'zod';
import type { Composer } from '#features/composer.ts';
import { tokenOf } from '#features/accounts/api.ts';
import { after } from '#domain/retention/due.ts';
import { WARNING_GAP, type RetentionKey } from '#domain/retention/table.ts';
import { DEFAULT_LOCALE, parseLocale } from '#i18n/locales.ts';
import { parisDate, shiftDays } from '#kernel/civil-date.ts';
import type { Id } from '#kernel/ids.ts';
import { accountDeleted, accountDeleting, accountEnding, keepArchived, keepAsked } from '#mails/leaving.ts';
import type { MailContent, MailFrame } from '#mails/mail.ts';
import { findAccount, rolesOf, type AccountRow } from '#store/accounts.repository.ts';
import { findLiveTokenById } from '#store/mail-tokens.repository.ts';
import { rowOf } from './archive-silent.ts';
import { openLastAddress } from './last-address.ts';

const accountId = z.uuid().transform((id) => id as Id<'account'>);
const linkPayload = z.object({ accountId, tokenId: z.uuid().transform((id) => id as Id<'mailToken'>) });

const localeOf = (account: AccountRow) => parseLocale(account.locale) ?? DEFAULT_LOCALE;

/**
 * A warning with the link that keeps everything; void when the account came back meanwhile. The end it names is the earliest: so many
 * warnings are still to leave, a week apart.
 */
function warning(
  toCome: number,
  keyOf: (roles: readonly string[]) => RetentionKey,
  write: (frame: MailFrame, facts: { url: string; date: Date }) => MailContent,
): Composer {
  return async (house, payload) => {
    const ids = linkPayload.parse(payload);
    const account = await findAccount(house.db, ids.accountId);
    const link = await findLiveTokenById(house.db, ids.tokenId, house.clock.now());
    if (!account?.email || !link || account.lastContactAt > link.createdAt) return null;
    const { keep } = rowOf(house, keyOf(await rolesOf(house.db, account.id)));
    const planned = after(parisDate(account.lastContactAt), keep ?? {});
    const earliest = shiftDays(parisDate(house.clock.now()), (WARNING_GAP.days ?? 0) * (toCome + 1));
    const date = new Date(`${planned > earliest ? planned : earliest}T12:00:00Z`);
    const url = `${house.settings.baseUrl}/conserver/${tokenOf(house, ids.tokenId)}`;
    return { to: account.email, locale: localeOf(account), content: (frame) => write(frame, { url, date }) };
  };
}

const ofAccount = (roles: readonly string[]): RetentionKey => (roles.includes('landlord') ? 'landlord' : 'account');

const archived: Composer = async (house, payload) => {
  const account = await findAccount(house.db, z.object({ accountId }).parse(payload).accountId);
  return account?.email ? { to: account.email, locale: localeOf(account), content: keepArchived } : null;
};

/** Void once the deletion was cancelled. */
const deleting: Composer = async (house, payload) => {
  const account = await findAccount(house.db, z.object({ accountId }).parse(payload).accountId);
  const date = account?.deletionDueAt;
  if (!account?.email || !date) return null;
  return { to: account.email, locale: localeOf(account), content: (frame) => accountDeleting(frame, { date }) };
};

const deleted: Composer = async (house, payload) => {
  const to = openLastAddress(house, z.object({ sealed: z.string() }).parse(payload).sealed);
  return to && { to: to.email, locale: to.locale, content: accountDeleted };
};

/** Mails about what leaves, by topic. */
export const RETENTION_MAILS = {
  'keep.first': warning(
    1,
    () => 'pieces',
    (frame, facts) => keepAsked(frame, { ...facts, number: 1 }),
  ),
  'keep.second': warning(
    0,
    () => 'pieces',
    (frame, facts) => keepAsked(frame, { ...facts, number: 2 }),
  ),
  'keep.archived': archived,
  'account.ending_1': warning(1, ofAccount, accountEnding),
  'account.ending_2': warning(0, ofAccount, accountEnding),
  'account.deleting': deleting,
  'account.deleted': deleted,
} as const satisfies Record<string, Composer>;
