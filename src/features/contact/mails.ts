import { z } from 'zod';
import type { Composer } from '#features/composer.ts';
import { DEFAULT_LOCALE } from '#i18n/locales.ts';
import { contactCopy } from '#mails/contact-copy.ts';
import { openLetter } from './letter.ts';

const copy: Composer = async (house, payload) => {
  const letter = openLetter(house, z.object({ sealed: z.string() }).parse(payload).sealed);
  const to = house.settings.contactEmail;
  if (!letter || !to) return null;
  return { to, locale: DEFAULT_LOCALE, replyTo: letter.email, content: (frame) => contactCopy(frame, letter) };
};

/** Mails of the contact form. */
export const CONTACT_MAILS = { 'contact.copy': copy } as const satisfies Record<string, Composer>;
