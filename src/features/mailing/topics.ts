import { ACCOUNT_MAILS } from '#features/accounts/api.ts';
import { DOSSIER_MAILS } from '#features/dossiers/api.ts';
import { FRANCE_CONNECT_MAILS } from '#features/france-connect/mails.ts';
import { HOUSEHOLD_MAILS } from '#features/household/api.ts';
import { FRAUD_MAILS } from '#features/fraud/api.ts';
import { CONTACT_MAILS } from '#features/contact/api.ts';
import { EXPORT_MAILS } from '#features/exports/api.ts';
import { RETENTION_MAILS } from '#features/retention/api.ts';
import type { Composer } from '#features/composer.ts';
import { LINK_MAILS } from '#features/links/api.ts';

/** Every mail there is: a topic of the outbox and what writes it. A feature's composers stand in its `mails.ts`. */
export const MAIL_TOPICS: Readonly<Record<string, Composer>> = {
  ...ACCOUNT_MAILS,
  ...FRANCE_CONNECT_MAILS,
  ...DOSSIER_MAILS,
  ...LINK_MAILS,
  ...HOUSEHOLD_MAILS,
  ...RETENTION_MAILS,
  ...EXPORT_MAILS,
  ...CONTACT_MAILS,
  ...FRAUD_MAILS,
};
