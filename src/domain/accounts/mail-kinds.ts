/** Mails that a person may turn off: they help, nothing is lost without them. */
export const OPTIONAL_MAILS = ['dossier.unfinished', 'link.opened'] as const;

export type OptionalMail = (typeof OPTIONAL_MAILS)[number];

/** True for a topic of the outbox that a person may turn off. */
export function isOptionalMail(topic: string): topic is OptionalMail {
  return OPTIONAL_MAILS.some((one) => one === topic);
}

/** Why mails of the service cannot be turned off, in the order in which they are told. */
export const SERVICE_MAILS = ['security', 'dossier', 'people', 'leaving', 'terms'] as const;

export type ServiceMail = (typeof SERVICE_MAILS)[number];

/** `asked`: answers to somebody's own act, not letters to an account; `work`: letters to agents about their work. */
type Family = ServiceMail | 'asked' | 'work';

/** What mails of a family of topics (what stands before the dot) are about, where they cannot be turned off. */
export const MAIL_FAMILIES: Readonly<Record<string, Family>> = {
  account: 'security',
  france_connect: 'security',
  dossier: 'dossier',
  piece: 'dossier',
  household: 'people',
  keep: 'leaving',
  terms: 'terms',
  link: 'asked',
  contact: 'asked',
  fraud: 'work',
};
