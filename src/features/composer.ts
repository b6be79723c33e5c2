import type { Locale } from '#i18n/locales.ts';
import type { MailContent, MailFrame } from '#mails/mail.ts';
import type { House } from './house.ts';

/** A mail about to be written: to whom, in which language, and its words once the language is known. */
export interface Letter {
  readonly to: string;
  readonly locale: Locale;
  readonly content: (frame: MailFrame) => MailContent;
  readonly replyTo?: string;
}

export type ComposerHouse = Pick<House, 'db' | 'secrets' | 'clock' | 'settings'>;

/**
 * Writes the mail of one topic from the ids of its outbox row, with names and addresses as they are now.
 * `null` when there is nothing to say any more: the account is gone, the link was used. Several letters when several people are
 * told the same thing.
 * @param payload parsed JSON of the row
 */
export type Composer = (house: ComposerHouse, payload: unknown) => Promise<Letter | readonly Letter[] | null>;
