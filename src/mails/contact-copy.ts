import type { MailContent, MailFrame } from './mail.ts';

/** To the operator: what somebody wrote on the contact form; an answer goes to the writer. */
export function contactCopy(
  { t }: MailFrame,
  letter: {
    readonly name: string;
    readonly email: string;
    readonly profile: 'tenant' | 'landlord' | 'other';
    readonly subject: string;
    readonly message: string;
  },
): MailContent {
  const { name, email, subject, message } = letter;
  return {
    subject: t('contact.mail_subject', { subject }),
    paragraphs: [t('contact.mail_from', { name, email, profile: t(`contact.${letter.profile}`) }), ...message.split(/\n{2,}/)],
  };
}
