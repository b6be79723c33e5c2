import type { MailContent, MailFrame } from './mail.ts';

/** A link to a new password. @param url works once, one hour */
export function accountReset({ t }: MailFrame, { url }: { url: string }): MailContent {
  return {
    subject: t('mails.reset.subject'),
    paragraphs: [t('mails.reset.text')],
    action: { label: t('mails.reset.action'), url },
    closing: [t('mails.once_hours', { hours: 1 }), t('mails.not_you')],
  };
}
