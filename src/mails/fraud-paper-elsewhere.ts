import type { MailContent, MailFrame } from './mail.ts';

/** To a fraud referent: the same paper is in the dossiers of two people. Nothing of them is said. */
export function fraudPaperElsewhere({ t, baseUrl }: MailFrame): MailContent {
  return {
    subject: t('mails.fraud.subject'),
    paragraphs: [t('mails.fraud.text'), t('mails.fraud.help')],
    action: { label: t('mails.fraud.action'), url: `${baseUrl}/console/fraude` },
  };
}
