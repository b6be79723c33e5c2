import type { MailContent, MailFrame } from './mail.ts';

/** Says that the copy of one's data can be downloaded, after signing in. */
export function accountExportReady({ t, baseUrl }: MailFrame): MailContent {
  return {
    subject: t('data.mail_subject'),
    paragraphs: [t('data.mail_text')],
    action: { label: t('data.mail_action'), url: `${baseUrl}/compte/donnees` },
  };
}
