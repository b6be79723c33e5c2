import type { MailContent, MailFrame } from './mail.ts';

/** To a silent account that holds pieces, first or second time. @param url of the page where one press keeps everything */
export function keepAsked(
  { t, format, serviceName }: MailFrame,
  { number, url, date }: { number: 1 | 2; url: string; date: Date },
): MailContent {
  return {
    subject: t(number === 1 ? 'leaving.keep_first_subject' : 'leaving.keep_second_subject'),
    paragraphs: [t('leaving.keep_text', { service: serviceName, date: format.date(date) })],
    action: { label: t('leaving.keep_action'), url },
    closing: [t('leaving.keep_or')],
  };
}

/** To an account whose pieces were erased after two warnings. */
export function keepArchived({ t, baseUrl }: MailFrame): MailContent {
  return {
    subject: t('leaving.archived_subject'),
    paragraphs: [t('leaving.archived_text'), t('leaving.archived_next')],
    action: { label: t('mails.dossier.action'), url: `${baseUrl}/dossier` },
  };
}

/** To a silent account that is to end. */
export function accountEnding({ t, format }: MailFrame, { url, date }: { url: string; date: Date }): MailContent {
  return {
    subject: t('leaving.ending_subject'),
    paragraphs: [t('leaving.ending_text', { date: format.date(date) })],
    action: { label: t('leaving.ending_action'), url },
  };
}

/** To an account whose deletion was asked for: until when it can be undone. */
export function accountDeleting({ t, format, baseUrl }: MailFrame, { date }: { date: Date }): MailContent {
  return {
    subject: t('leaving.deleting_subject', { date: format.date(date) }),
    paragraphs: [t('leaving.deleting_text'), t('leaving.deleting_next')],
    action: { label: t('leaving.deleting_action'), url: `${baseUrl}/compte/supprimer` },
  };
}

/** The last mail to an address: the account is gone. */
export function accountDeleted({ t }: MailFrame): MailContent {
  return {
    subject: t('leaving.deleted_subject'),
    paragraphs: [t('leaving.deleted_text'), t('leaving.deleted_proof')],
  };
}
