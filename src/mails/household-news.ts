import type { MailContent, MailFrame } from './mail.ts';

/** One's person now has a dossier of its own, with all its documents. */
export function householdDetached({ t, baseUrl }: MailFrame): MailContent {
  return {
    subject: t('household.detached.subject'),
    paragraphs: [t('household.detached.text'), t('household.detached.kept')],
    action: { label: t('household.open'), url: `${baseUrl}/dossier` },
  };
}

/** Somebody left the dossier one stays in. */
export function householdChanged({ t, baseUrl }: MailFrame): MailContent {
  return {
    subject: t('household.changed.subject'),
    paragraphs: [t('household.changed.text')],
    action: { label: t('household.open'), url: `${baseUrl}/dossier` },
  };
}

/** What became of an invitation, or of a part filled in somebody's name. */
export function householdAnswered(
  { t, baseUrl }: MailFrame,
  said:
    | 'answered_accepted'
    | 'answered_declined'
    | 'answered_expired'
    | 'answered_agreed'
    | 'objected_guarantor'
    | 'objected_beneficiary',
  dossierId: string,
): MailContent {
  return {
    subject: t('people.mail_answered_subject'),
    paragraphs: [t(`people.mail_${said}`)],
    action: { label: t('household.open'), url: `${baseUrl}/dossiers/${dossierId}` },
  };
}
