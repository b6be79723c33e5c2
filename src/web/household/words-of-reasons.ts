import type { WordKey } from '#i18n/translate.ts';

/** What to say of an address that cannot be invited. None of these says whether the address has an account. */
export const EMAIL_WORDS: Readonly<Record<'email.own' | 'email.invited' | 'email.unconfirmed', WordKey>> = {
  'email.own': 'people.email_own',
  'email.invited': 'people.email_invited',
  'email.unconfirmed': 'dossier.email_unconfirmed',
};
