import { z } from 'zod';
import type { Composer, Letter } from '#features/composer.ts';
import { DEFAULT_LOCALE, parseLocale } from '#i18n/locales.ts';
import type { Id } from '#kernel/ids.ts';
import { dossierNews, type DossierNews } from '#mails/dossier-news.ts';
import { findAccount } from '#store/accounts.repository.ts';
import { recipientsOfDossier, recipientsOfPerson, type Recipient } from '#store/recipients.repository.ts';

const dossierId = z.uuid().transform((id) => id as Id<'dossier'>);
const aboutDossier = z.object({ dossierId });
const aboutSigner = aboutDossier.extend({ accountId: z.uuid().transform((id) => id as Id<'account'>) });
const aboutPerson = aboutDossier.extend({ personId: z.uuid().transform((id) => id as Id<'person'>) });

const aboutFile = aboutPerson.extend({ fileId: z.uuid().transform((id) => id as Id<'file'>) });

const letters = (recipients: readonly Recipient[], news: DossierNews, id: Id<'dossier'>): Letter[] =>
  recipients.map(({ email, locale }) => ({
    to: email,
    locale: parseLocale(locale) ?? DEFAULT_LOCALE,
    content: (frame) => dossierNews(frame, news, id),
  }));

/** To who signed and sent. */
const submitted: Composer = async (house, payload) => {
  const { dossierId: id, accountId } = aboutSigner.parse(payload);
  const account = await findAccount(house.db, accountId);
  return account?.email ? letters([{ email: account.email, locale: account.locale }], 'submitted', id) : null;
};

/** To the person whose documents are to be corrected, as long as they are. */
const toCorrect: Composer = async (house, payload) => {
  const { dossierId: id, personId } = aboutPerson.parse(payload);
  const person = await house.db.selectFrom('person').select('status').where('id', '=', personId).executeTakeFirst();
  if (person?.status !== 'to_correct') return null;
  return letters(await recipientsOfPerson(house.db, personId, house.clock.now()), 'to_correct', id);
};

/** The same, once more, when nothing changed for a while. */
const toCorrectReminder: Composer = async (house, payload) => {
  const { dossierId: id, personId } = aboutPerson.parse(payload);
  const person = await house.db.selectFrom('person').select('status').where('id', '=', personId).executeTakeFirst();
  if (person?.status !== 'to_correct') return null;
  return letters(await recipientsOfPerson(house.db, personId, house.clock.now()), 'to_correct_reminder', id);
};

/** To tenants who began and did not send, unless they sent meanwhile. */
const unfinished: Composer = async (house, payload) => {
  const { dossierId: id } = aboutDossier.parse(payload);
  const dossier = await house.db.selectFrom('dossier').select('status').where('id', '=', id).executeTakeFirst();
  if (dossier?.status !== 'incomplete' && dossier?.status !== 'complete') return null;
  return letters(await recipientsOfDossier(house.db, id, house.clock.now()), 'unfinished', id);
};

/** To the person who was verified: the whole dossier is, or their own part while others are waited for. */
const verified: Composer = async (house, payload) => {
  const { dossierId: id, personId } = aboutPerson.parse(payload);
  const row = await house.db
    .selectFrom('person')
    .innerJoin('dossier', 'dossier.id', 'person.dossierId')
    .select(['person.status as own', 'dossier.status as whole'])
    .where('person.id', '=', personId)
    .executeTakeFirst();
  if (row?.own !== 'verified') return null;
  const news = row.whole === 'verified' ? 'verified' : 'you_verified';
  return letters(await recipientsOfPerson(house.db, personId, house.clock.now()), news, id);
};

/** To all tenants of a dossier that was verified and is not any more; void when it is again. */
const statusLost: Composer = async (house, payload) => {
  const { dossierId: id } = aboutDossier.parse(payload);
  const dossier = await house.db.selectFrom('dossier').select('status').where('id', '=', id).executeTakeFirst();
  if (!dossier || dossier.status === 'verified') return null;
  return letters(await recipientsOfDossier(house.db, id, house.clock.now()), 'status_lost', id);
};

/** To whose document could not be opened by our fault, as long as it is not: it is kept, there is nothing to do. */
const pieceFailed: Composer = async (house, payload) => {
  const { dossierId: id, personId, fileId } = aboutFile.parse(payload);
  const file = await house.db.selectFrom('file').select('state').where('id', '=', fileId).executeTakeFirst();
  if (file?.state !== 'received') return null;
  return letters(await recipientsOfPerson(house.db, personId, house.clock.now()), 'piece_failed', id);
};

/** Mails about the steps of a dossier, by topic. */
export const DOSSIER_MAILS = {
  'dossier.unfinished': unfinished,
  'dossier.submitted': submitted,
  'dossier.to_correct': toCorrect,
  'dossier.to_correct_reminder': toCorrectReminder,
  'dossier.verified': verified,
  'dossier.status_lost': statusLost,
  'piece.failed': pieceFailed,
} as const satisfies Record<string, Composer>;
