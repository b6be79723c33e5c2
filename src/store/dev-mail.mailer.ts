import type { Clock } from '#kernel/clock.ts';
import type { Ids } from '#kernel/ids.ts';
import type { Mailer } from '#ports/mailer.ts';
import type { Database } from './open-database.ts';

/** A mailer for instances without mail server: mails stay in a table, read at `/dev/courriels`. A second delivery changes nothing. */
export function devMailer(house: { db: Database; clock: Clock; ids: Ids }): Mailer {
  return {
    send: async ({ to, subject, html, text, replyTo, messageId }) => {
      await house.db
        .insertInto('devMail')
        .values({
          id: house.ids.next(),
          recipient: to,
          subject,
          html,
          text,
          replyTo: replyTo ?? null,
          messageId,
          at: house.clock.now(),
        })
        .onConflict((conflict) => conflict.column('messageId').doNothing())
        .execute();
    },
  };
}
