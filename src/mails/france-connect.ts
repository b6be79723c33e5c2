import type { MailContent, MailFrame } from './mail.ts';

/** What a mail can tell of the link of an account to FranceConnect. */
export type FranceConnectNews = 'linked' | 'unlinked' | 'refused';

/** The code that proves control of an account before it is linked. @param code six digits */
export function franceConnectCode({ t }: MailFrame, { code }: { code: string }): MailContent {
  return {
    subject: t('france_connect.mail_code_subject', { code }),
    paragraphs: [t('france_connect.mail_code_text')],
    code,
    closing: [t('france_connect.mail_code_ignore')],
  };
}

/** Tells the holder of an account that it was linked, unlinked, or that a link was refused. */
export function franceConnectNews({ t, format, baseUrl }: MailFrame, what: FranceConnectNews, at: Date): MailContent {
  return {
    subject: t(`france_connect.mail_${what}_subject`),
    paragraphs: [t(`france_connect.mail_${what}_text`, { at: format.dateTime(at) }), t('france_connect.mail_not_you')],
    action: { label: t('france_connect.mail_action'), url: `${baseUrl}/compte/franceconnect` },
  };
}
