import type { MailContent, MailFrame } from './mail.ts';

/** To a new address: confirm that it is the account's from now on. @param url works once, seven days */
export function accountEmailChangeNew({ t }: MailFrame, { url }: { url: string }): MailContent {
  return {
    subject: t('mails.email_change_new.subject'),
    paragraphs: [t('mails.email_change_new.text')],
    action: { label: t('mails.email_change_new.action'), url },
    closing: [t('mails.once_days', { days: 7 }), t('mails.not_you')],
  };
}
