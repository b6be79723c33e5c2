import type { MailContent, MailFrame } from './mail.ts';

/** To every account: the terms of use change on a day. @param facts.url of the new text */
export function accountTermsChanged({ t, format }: MailFrame, { date, url }: { date: Date; url: string }): MailContent {
  return {
    subject: t('terms.mail_subject', { date: format.date(date) }),
    paragraphs: [t('terms.mail_text', { date: format.date(date) }), t('terms.mail_next')],
    action: { label: t('terms.mail_action'), url },
    closing: [t('terms.mail_free')],
  };
}
