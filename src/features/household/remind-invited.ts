import { DAY_MS } from '#kernel/clock.ts';
import type { Id } from '#kernel/ids.ts';
import type { House } from '#features/house.ts';
import { enqueueMail } from '#store/outbox.repository.ts';

const REMIND_AFTER_MS = 3 * DAY_MS;
const BATCH = 50;

type RemindingHouse = Pick<House, 'db' | 'transact' | 'clock' | 'ids'>;

/** Reminds who was invited three days ago and has not answered, once. Due and not yet sent: an outage delays, never loses or doubles. */
export async function remindInvited(house: RemindingHouse): Promise<number> {
  const now = house.clock.now();
  const rows = await waiting(house, 'household.reminded')
    .where('invitation.sentAt', '<=', new Date(now.getTime() - REMIND_AFTER_MS))
    .where('invitation.expiresAt', '>', now)
    .limit(BATCH)
    .execute();
  for (const { id, sentAt } of rows)
    await once(house, id, 'household.reminded', sentAt, { topic: 'household.invited', payload: { invitationId: id } });
  return rows.length;
}

/** Tells the inviter, once, of an invitation that nobody answered in time. */
export async function tellExpired(house: RemindingHouse): Promise<number> {
  const now = house.clock.now();
  const rows = await waiting(house, 'household.expired')
    .where('invitation.expiresAt', '<=', now)
    .where('invitation.answeredAt', 'is', null)
    .limit(BATCH)
    .execute();
  for (const { id, sentAt, invitedBy, dossierId, kind } of rows)
    await once(house, id, 'household.expired', sentAt, {
      topic: 'household.answered',
      payload: { accountId: invitedBy, dossierId, kind, answer: 'expired' },
    });
  return rows.length;
}

/** Invitations without answer for which a notice of this kind did not leave. */
function waiting(house: Pick<House, 'db'>, notice: string) {
  return house.db
    .selectFrom('invitation')
    .select(['invitation.id', 'invitation.sentAt', 'invitation.invitedBy', 'invitation.dossierId', 'invitation.kind'])
    .where('invitation.state', 'in', ['sent', 'opened'])
    .where('invitation.answeredAt', 'is', null)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('noticeSent')
            .select('noticeSent.subjectId')
            .whereRef('noticeSent.subjectId', '=', 'invitation.id')
            .where('noticeSent.kind', '=', notice),
        ),
      ),
    )
    .orderBy('invitation.createdAt');
}

async function once(
  house: RemindingHouse,
  id: Id<'invitation'>,
  kind: string,
  about: Date,
  mail: { readonly topic: string; readonly payload: Readonly<Record<string, string>> },
): Promise<void> {
  const now = house.clock.now();
  await house.transact(async (tx) => {
    const noted = await tx
      .insertInto('noticeSent')
      .values({ subjectId: id, kind, about, sentAt: now })
      .onConflict((conflict) => conflict.doNothing())
      .returning('subjectId')
      .executeTakeFirst();
    if (noted) await enqueueMail(tx, { id: house.ids.next(), ...mail, about: id, at: now });
  });
}
