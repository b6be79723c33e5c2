import type { Id } from '#kernel/ids.ts';
import type { House } from '#features/house.ts';

/** A mail kept in the table of development, as the list shows it. */
export interface DevMailLine {
  readonly id: Id<'devMail'>;
  readonly recipient: string;
  readonly subject: string;
  readonly at: Date;
}

const SHOWN = 100;

/** Mails of development, latest first, at most a hundred. @param input.recipient one address only, when not empty */
export function listDevMails(house: Pick<House, 'db'>, input: { recipient: string }): Promise<readonly DevMailLine[]> {
  let query = house.db.selectFrom('devMail').select(['id', 'recipient', 'subject', 'at']);
  if (input.recipient !== '') query = query.where('recipient', '=', input.recipient.toLowerCase());
  return query.orderBy('at', 'desc').orderBy('id', 'desc').limit(SHOWN).execute();
}

/** One mail of development with its text; `null` when it is gone. */
export async function readDevMail(
  house: Pick<House, 'db'>,
  input: { id: Id<'devMail'> },
): Promise<(DevMailLine & { readonly text: string }) | null> {
  const mail = await house.db
    .selectFrom('devMail')
    .select(['id', 'recipient', 'subject', 'at', 'text'])
    .where('id', '=', input.id)
    .executeTakeFirst();
  return mail ?? null;
}
