import { DAY_MS } from '#kernel/clock.ts';
import type { House } from '#features/house.ts';
import { lockAccount } from '#store/accounts.repository.ts';
import { sendLink } from './mail-links.ts';

const AFTER_MS = 3 * DAY_MS;
const KIND = 'account.confirm_reminder';
const BATCH = 50;

/**
 * Reminds accounts whose address is not confirmed after three days, once each, with a new link. Due and not yet sent: an outage
 * delays the reminder, never loses or doubles it.
 * @returns number of reminders written
 */
export async function remindUnconfirmed(house: Pick<House, 'db' | 'transact' | 'clock' | 'ids' | 'secrets'>): Promise<number> {
  const now = house.clock.now();
  const due = await house.db
    .selectFrom('account')
    .select(['id', 'createdAt'])
    .where('emailVerifiedAt', 'is', null)
    .where('email', 'is not', null)
    .where('passwordHash', 'is not', null)
    .where('disabledAt', 'is', null)
    .where('createdAt', '<=', new Date(now.getTime() - AFTER_MS))
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('noticeSent')
            .select('noticeSent.subjectId')
            .whereRef('noticeSent.subjectId', '=', 'account.id')
            .where('noticeSent.kind', '=', KIND),
        ),
      ),
    )
    .orderBy('createdAt')
    .limit(BATCH)
    .execute();
  for (const { id, createdAt } of due) {
    await house.transact(async (tx) => {
      const account = await lockAccount(tx, id);
      if (!account || account.emailVerifiedAt) return;
      await tx
        .insertInto('noticeSent')
        .values({ subjectId: id, kind: KIND, about: createdAt, sentAt: now })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
      await sendLink(tx, house, { accountId: id, purpose: 'confirm', topic: KIND });
    });
  }
  return due.length;
}
