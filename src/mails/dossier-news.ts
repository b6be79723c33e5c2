import type { MailContent, MailFrame } from './mail.ts';

/** What happened to a dossier that its people are told by mail. No document, reason or name is in these mails: they are read on the site. */
export type DossierNews =
  | 'unfinished'
  | 'submitted'
  | 'to_correct'
  | 'to_correct_reminder'
  | 'verified'
  | 'you_verified'
  | 'status_lost'
  | 'piece_failed';

/** News that end the procedure: they ask for an opinion. */
const ENDS: ReadonlySet<DossierNews> = new Set(['submitted', 'verified', 'you_verified']);

/** Tells of a step of a dossier. @param dossierId to lead there */
export function dossierNews({ t, baseUrl, feedback }: MailFrame, news: DossierNews, dossierId: string): MailContent {
  return {
    subject: t(`mails.dossier.${news}.subject`),
    paragraphs: [t(`mails.dossier.${news}.text`), t(`mails.dossier.${news}.next`)],
    action: { label: t('mails.dossier.action'), url: `${baseUrl}/dossiers/${dossierId}` },
    ...(feedback && ENDS.has(news) ? { closing: [t('feedback.mail', { url: feedback })] } : {}),
  };
}
