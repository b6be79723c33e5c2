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
