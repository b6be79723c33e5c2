import type { MailContent, MailFrame } from './mail.ts';

/** To a new account: confirm the address. @param url works once, seven days */
export function accountConfirm({ t, serviceName }: MailFrame, { url }: { url: string }): MailContent {
  return {
    subject: t('mails.confirm.subject'),
    paragraphs: [t('mails.confirm.text', { service: serviceName })],
    action: { label: t('mails.confirm.action'), url },
    closing: [t('mails.once_days', { days: 7 }), t('mails.not_you')],
  };
}
