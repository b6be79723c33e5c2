import type { MailContent, MailFrame } from './mail.ts';

/** To an account not confirmed after three days: confirm the address. @param url works once, seven days */
export function accountConfirmReminder({ t, serviceName }: MailFrame, { url }: { url: string }): MailContent {
  return {
    subject: t('mails.confirm_reminder.subject'),
    paragraphs: [t('mails.confirm_reminder.text', { service: serviceName })],
    action: { label: t('mails.confirm.action'), url },
    closing: [t('mails.once_days', { days: 7 }), t('mails.not_you')],
  };
}
