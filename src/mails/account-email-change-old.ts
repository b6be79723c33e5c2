import type { MailContent, MailFrame } from './mail.ts';

/** To the former address: another one was asked for, and this undoes it. @param url works once, 72 hours */
export function accountEmailChangeOld({ t }: MailFrame, { url, email }: { url: string; email: string }): MailContent {
  return {
    subject: t('mails.email_change_old.subject'),
    paragraphs: [t('mails.email_change_old.text', { email }), t('mails.email_change_old.help')],
    action: { label: t('mails.email_change_old.action'), url },
    closing: [t('mails.once_hours', { hours: 72 })],
  };
}
