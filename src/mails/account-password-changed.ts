import type { MailContent, MailFrame } from './mail.ts';

/** Says that the password changed, and what to do if it was somebody else. */
export function accountPasswordChanged({ t, format, baseUrl }: MailFrame, { at }: { at: Date }): MailContent {
  return {
    subject: t('mails.password_changed.subject'),
    paragraphs: [t('mails.password_changed.text', { at: format.dateTime(at) }), t('mails.password_changed.help')],
    action: { label: t('mails.password_changed.action'), url: `${baseUrl}/mot-de-passe-oublie` },
  };
}
