import type { MailContent, MailFrame } from './mail.ts';

/** A link to sign in without password. @param url works once, a quarter of an hour */
export function accountMagicLink({ t, serviceName }: MailFrame, { url }: { url: string }): MailContent {
  return {
    subject: t('mails.magic_link.subject'),
    paragraphs: [t('mails.magic_link.text', { service: serviceName })],
    action: { label: t('mails.magic_link.action'), url },
    closing: [t('mails.once_minutes', { minutes: 15 }), t('mails.not_you')],
  };
}
