import { z } from 'zod';
import type { Id } from '#kernel/ids.ts';
import type { Composer } from '#features/composer.ts';
import { DEFAULT_LOCALE, parseLocale } from '#i18n/locales.ts';
import { householdAnswered, householdChanged, householdDetached } from '#mails/household-news.ts';
import { householdInvited } from '#mails/household-invited.ts';
import { invitationToken } from './invitations.ts';
import { inviterName, isFilled } from './read-invitation.ts';

const invited: Composer = async (house, payload) => {
  const { invitationId } = z.object({ invitationId: z.uuid().transform((id) => id as Id<'invitation'>) }).parse(payload);
  const invitation = await house.db
    .selectFrom('invitation')
    .selectAll()
    .where('id', '=', invitationId)
    .where('state', 'in', ['sent', 'opened'])
    .where('expiresAt', '>', house.clock.now())
    .executeTakeFirst();
  if (!invitation) return null;
  const inviter = await house.db.selectFrom('account').select('locale').where('id', '=', invitation.invitedBy).executeTakeFirst();
  if (!inviter) return null;
  const name = await inviterName(house.db, invitation.dossierId, invitation.invitedBy);
  const url = `${house.settings.baseUrl}/invitation/${invitationToken(house, invitation.id)}`;
  const filled =
    invitation.kind === 'guarantor' && invitation.personId !== null && (await isFilled(house.db, invitation.personId));
  const kind = filled ? 'named_guarantor' : invitation.kind;
  return {
    to: invitation.email,
    locale: parseLocale(inviter.locale) ?? DEFAULT_LOCALE,
    content: (frame) => householdInvited(frame, { kind, name, url, expiresAt: invitation.expiresAt }),
  };
};

const news =
  (write: typeof householdDetached): Composer =>
  async (house, payload) => {
    const { accountId } = z.object({ accountId: z.uuid().transform((id) => id as Id<'account'>) }).parse(payload);
    const account = await house.db
      .selectFrom('account')
      .select(['email', 'locale'])
      .where('id', '=', accountId)
      .executeTakeFirst();
    if (!account?.email) return null;
    return { to: account.email, locale: parseLocale(account.locale) ?? DEFAULT_LOCALE, content: write };
  };

const answered: Composer = async (house, payload) => {
  const { accountId, dossierId, kind, answer } = z
    .object({
      accountId: z.uuid().transform((id) => id as Id<'account'>),
      dossierId: z.uuid(),
      kind: z.enum(['spouse', 'flatmate', 'guarantor', 'helper', 'beneficiary']),
      answer: z.enum(['accepted', 'declined', 'expired', 'objected', 'agreed']),
    })
    .parse(payload);
  const account = await house.db.selectFrom('account').select(['email', 'locale']).where('id', '=', accountId).executeTakeFirst();
  if (!account?.email) return null;
  const said =
    answer === 'objected'
      ? kind === 'guarantor'
        ? 'objected_guarantor'
        : 'objected_beneficiary'
      : (`answered_${answer}` as const);
  return {
    to: account.email,
    locale: parseLocale(account.locale) ?? DEFAULT_LOCALE,
    content: (frame) => householdAnswered(frame, said, dossierId),
  };
};

/** Mails about who is in a dossier. */
export const HOUSEHOLD_MAILS: Readonly<Record<string, Composer>> = {
  'household.invited': invited,
  'household.detached': news(householdDetached),
  'household.changed': news(householdChanged),
  'household.answered': answered,
};
