import type { MailContent, MailFrame } from './mail.ts';

/** To somebody at the door of a link: the code to type. */
export function linkCode({ t }: MailFrame, { code }: { code: string }): MailContent {
  return {
    subject: t('letters.link_code_subject', { code }),
    paragraphs: [t('letters.link_code_text')],
    code,
    closing: [t('letters.link_code_ignore')],
  };
}

/** To a landlord: a dossier. No full name in the subject: the first name only. */
export function linkSent(
  { t }: MailFrame,
  { name, url, message }: { name: string; url: string; message: string | null },
): MailContent {
  return {
    subject: t('letters.link_sent_subject', { name }),
    paragraphs: [t('letters.link_sent_text', { name }), ...(message ? [message] : [])],
    action: { label: t('letters.link_sent_action'), url },
  };
}

/** To the tenant: a link was opened by somebody new. */
export function linkOpened({ t }: MailFrame, { title, url }: { title: string; url: string }): MailContent {
  return {
    subject: t('letters.link_opened_subject'),
    paragraphs: [t('letters.link_opened_text', { title })],
    action: { label: t('letters.link_opened_action'), url },
  };
}
