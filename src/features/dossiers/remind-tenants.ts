import { sql } from 'kysely';
import { DAY_MS } from '#kernel/clock.ts';
import type { Id } from '#kernel/ids.ts';
import type { House } from '#features/house.ts';
import { enqueueMail } from '#store/outbox.repository.ts';
import type { Tx } from '#store/unit-of-work.ts';

const AFTER_MS = 3 * DAY_MS;
const BATCH = 50;

type RemindHouse = Pick<House, 'db' | 'transact' | 'clock' | 'ids'>;

/**
 * Reminds tenants of what waits for them: a dossier begun and not sent, three days after its last edit; documents to correct, three days
 * after the decision when nothing changed since. Once for each edit or decision. Due and not yet sent: an outage delays a reminder,
 * never loses or doubles it.
 * @returns number of reminders written
 */
export async function remindTenants(house: RemindHouse): Promise<number> {
  return (await remindUnfinished(house)) + (await remindToCorrect(house));
}

/** Notes the reminder and puts it in the outbox, once for what it is about. */
async function remindOnce(
  tx: Tx,
  house: RemindHouse,
  reminder: {
    kind: string;
    subjectId: string;
    about: Date;
    payload: { dossierId: Id<'dossier'>; personId?: Id<'person'> };
  },
): Promise<boolean> {
  const now = house.clock.now();
  const noted = await tx
    .insertInto('noticeSent')
    .values({ subjectId: reminder.subjectId, kind: reminder.kind, about: reminder.about, sentAt: now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('sentAt')
    .executeTakeFirst();
  if (!noted) return false;
  await enqueueMail(tx, {
    id: house.ids.next(),
    topic: reminder.kind,
    payload: { ...reminder.payload },
    about: reminder.payload.dossierId,
    at: now,
  });
  return true;
}

async function remindUnfinished(house: RemindHouse): Promise<number> {
  const kind = 'dossier.unfinished';
  const before = new Date(house.clock.now().getTime() - AFTER_MS);
  const due = await sql<{ id: Id<'dossier'>; edited: Date }>`
    select dossier.id, edit.at as edited
    from dossier
    join lateral (select max(event.at) as at from event where event.dossier_id = dossier.id and event.actor is not null) edit on true
    where dossier.status in ('incomplete', 'complete')
      and dossier.closed_at is null
      and edit.at <= ${before}
      and not exists (
        select from person where person.dossier_id = dossier.id and (person.submitted_at is not null or person.archived_at is not null))
      and not exists (
        select from notice_sent where notice_sent.subject_id = dossier.id and notice_sent.kind = ${kind} and notice_sent.about >= edit.at)
    order by edit.at
    limit ${BATCH}`.execute(house.db);
  let written = 0;
  for (const { id, edited } of due.rows) {
    const reminder = { kind, subjectId: id, about: new Date(edited), payload: { dossierId: id } };
    if (await house.transact((tx) => remindOnce(tx, house, reminder))) written += 1;
  }
  return written;
}

async function remindToCorrect(house: RemindHouse): Promise<number> {
  const kind = 'dossier.to_correct_reminder';
  const before = new Date(house.clock.now().getTime() - AFTER_MS);
  const due = await sql<{ id: Id<'person'>; dossierId: Id<'dossier'>; decided: Date }>`
    select person.id, person.dossier_id as "dossierId", decided.at as decided
    from person
    join lateral (
      select max(decision.at) as at from decision
      join piece on piece.id = decision.piece_id and piece.rev = decision.rev
      where piece.person_id = person.id and decision.outcome = 'refuse' and decision.undone_at is null) decided on true
    where person.role = 'tenant'
      and person.status = 'to_correct'
      and person.set_aside_at is null
      and decided.at <= ${before}
      and not exists (
        select from piece_revision join piece on piece.id = piece_revision.piece_id
        where piece.person_id = person.id and piece_revision.at > decided.at)
      and not exists (
        select from notice_sent
        where notice_sent.subject_id = person.id and notice_sent.kind = ${kind} and notice_sent.about >= decided.at)
    order by decided.at
    limit ${BATCH}`.execute(house.db);
  let written = 0;
  for (const { id, dossierId, decided } of due.rows) {
    const reminder = { kind, subjectId: id, about: new Date(decided), payload: { dossierId, personId: id } };
    if (await house.transact((tx) => remindOnce(tx, house, reminder))) written += 1;
  }
  return written;
}
