import type { MailContent, MailFrame } from './mail.ts';

/** Somebody is asked to join a dossier. @param name of the inviter as typed, empty when not known yet */
export function householdInvited(
  { t, format }: MailFrame,
  {
    kind,
    name,
    url,
    expiresAt,
  }: {
    /** `named_guarantor`: somebody fills their part already. */
    kind: 'spouse' | 'flatmate' | 'guarantor' | 'named_guarantor' | 'helper' | 'beneficiary';
    name: string;
    url: string;
    expiresAt: Date;
  },
): MailContent {
  const inviter = name === '' ? t('household.somebody') : name;
  return {
    subject: t('household.invited.subject', { name: inviter }),
    paragraphs:
      kind === 'named_guarantor'
        ? [t('people.mail_named_guarantor', { name: inviter }), t('people.invitation_named_guarantor_gives', { name: inviter })]
        : [t(`household.invited.${kind}`, { name: inviter }), t('household.invited.free')],
    action: { label: t('household.invited.action'), url },
    closing: [t('household.invited.until', { date: format.dateTime(expiresAt) })],
  };
}
