import { deliverDueMails } from '#features/mailing/deliver-due-mails.ts';
import { MAIL_TOPICS } from '#features/mailing/topics.ts';
import type { OutgoingMail } from '#ports/mailer.ts';
import type { ComposerHouse } from '#features/composer.ts';
import type { House } from '#features/house.ts';
import type { TestHouse } from './test-house.ts';

/** Delivers what is due and gives the mails that left just now. */
export async function newMails(house: ComposerHouse & Pick<House, 'mailer'> & Pick<TestHouse, 'sent'>): Promise<OutgoingMail[]> {
  const before = house.sent.length;
  await deliverDueMails(house, MAIL_TOPICS);
  return house.sent.slice(before);
}

/** Token of the link under a path in the newest mail that has one, e.g. `/inscription/confirmer/`. */
export async function tokenInMail(house: TestHouse, path: string): Promise<string> {
  await newMails(house);
  for (const mail of house.sent.toReversed()) {
    const token = new RegExp(`${path}([A-Za-z0-9_-]{43})`).exec(mail.text)?.[1];
    if (token) return token;
  }
  throw new Error(`no mail holds a link ${path}`);
}
