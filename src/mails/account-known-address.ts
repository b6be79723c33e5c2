import type { MailContent, MailFrame } from './mail.ts';

/** To an account whose address was given again at sign-up. @param url to a new password; works once, one hour */
export function accountKnownAddress({ t, serviceName }: MailFrame, { url }: { url: string }): MailContent {
  return {
    subject: t('mails.known_address.subject'),
    paragraphs: [t('mails.known_address.text', { service: serviceName }), t('mails.known_address.help')],
    action: { label: t('mails.known_address.action'), url },
    closing: [t('mails.once_hours', { hours: 1 }), t('mails.not_you')],
  };
}
