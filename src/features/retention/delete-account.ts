import { sql } from 'kysely';
import type { Id } from '#kernel/ids.ts';
import { deleteAccount as planDeletion } from '#domain/people/household-changes.ts';
import { clearDossier, destroyCopies, queueErasing, writeReceipts } from '#features/erasure/api.ts';
import { carryOut, erasePeople, loadHousehold } from '#features/household/api.ts';
import type { House } from '#features/house.ts';
import { parseLocale, DEFAULT_LOCALE } from '#i18n/locales.ts';
import { lockAccount, type AccountRow } from '#store/accounts.repository.ts';
import { lockDossier } from '#store/dossiers.repository.ts';
import { enqueueMail } from '#store/outbox.repository.ts';
import type { Tx } from '#store/unit-of-work.ts';
import { sealLastAddress } from './last-address.ts';

export type DeletionHouse = Pick<House, 'clock' | 'ids' | 'random' | 'secrets'>;

/**
 * Deletes an account with the person it is, for good: pieces and files with their keys, links, copies, mails. Nobody else loses
 * anything: the lead passes to the oldest tenant who stays, people it filled for are set aside for 30 days. What must stay (events, who
 * saw what of others, receipts) holds no name and no way back to one.
 * @returns false when the account is gone already
 */
export async function deleteAccount(tx: Tx, house: DeletionHouse, accountId: Id<'account'>): Promise<boolean> {
  const account = await lockAccount(tx, accountId);
  if (!account) return false;
  const self = await ownPeople(tx, accountId);
  const filled = await tx
    .selectFrom('access')
    .innerJoin('person', 'person.id', 'access.personId')
    .select('person.dossierId')
    .where('access.accountId', '=', accountId)
    .where('access.basis', 'in', ['self', 'declarant'])
    .execute();
  const dossierIds = [...new Set(filled.map((row) => row.dossierId))].sort();
  for (const dossierId of dossierIds) {
    await lockDossier(tx, dossierId);
    await withdrawInvitations(tx, house, dossierId, accountId);
    const before = await loadHousehold(tx, dossierId);
    const plan = before && planDeletion(before, accountId);
    if (before && plan?.ok) await carryOut(tx, house, { dossierId, before, plan: plan.value, actor: accountId });
  }
  // Those who were set aside, or stand in a dossier that closed earlier.
  const left = (await ownPeople(tx, accountId)).map((person) => person.id);
  if (left.length > 0) {
    const supports = await tx.selectFrom('person').select('id').where('supportsPersonId', 'in', left).execute();
    await erasePeople(tx, [...left, ...supports.map((person) => person.id)], house.clock.now());
  }
  for (const dossierId of dossierIds) await clearDossier(tx, dossierId, accountId);
  await clearTraces(tx, house, account, self);
  await writeReceipts(tx, house, { kind: 'account', ids: [accountId] });
  await writeReceipts(tx, house, { kind: 'person', ids: self.map((person) => person.id) });
  await tx.deleteFrom('account').where('id', '=', accountId).execute();
  if (account.email)
    await enqueueMail(tx, {
      id: house.ids.next(),
      topic: 'account.deleted',
      payload: {
        sealed: sealLastAddress(house, { email: account.email, locale: parseLocale(account.locale) ?? DEFAULT_LOCALE }),
      },
      at: house.clock.now(),
    });
  return true;
}

/** Takes back the places that the account kept for people who have not answered yet. */
async function withdrawInvitations(
  tx: Tx,
  house: DeletionHouse,
  dossierId: Id<'dossier'>,
  accountId: Id<'account'>,
): Promise<void> {
  const places = await tx
    .selectFrom('invitation')
    .innerJoin('person', 'person.id', 'invitation.personId')
    .select('person.id')
    .distinct()
    .where('invitation.dossierId', '=', dossierId)
    .where('invitation.invitedBy', '=', accountId)
    .where('invitation.state', 'in', ['sent', 'opened'])
    .where((eb) =>
      eb.not(eb.exists(eb.selectFrom('access').select('access.since').whereRef('access.personId', '=', 'person.id'))),
    )
    .execute();
  await erasePeople(
    tx,
    places.map((place) => place.id),
    house.clock.now(),
  );
}

type OwnPerson = Awaited<ReturnType<typeof ownPeople>>[number];

const ownPeople = (tx: Tx, accountId: Id<'account'>) =>
  tx
    .selectFrom('access')
    .innerJoin('person', 'person.id', 'access.personId')
    .select(['person.id', 'person.firstNames', 'person.birthName', 'person.usedName', 'person.legalName'])
    .where('access.accountId', '=', accountId)
    .where('access.basis', '=', 'self')
    .where('access.revokedAt', 'is', null)
    .execute();

/** Takes the account and its people out of everything that is not erased with them. */
async function clearTraces(tx: Tx, house: DeletionHouse, account: AccountRow, people: readonly OwnPerson[]): Promise<void> {
  const { id, email } = account;
  const subjects: string[] = [id, ...people.map((person) => person.id)];
  const exports = await tx.selectFrom('dataExport').select('address').where('accountId', '=', id).execute();
  await queueErasing(
    tx,
    exports.flatMap((row) => row.address ?? []),
    house.clock.now(),
  );
  await tx.deleteFrom('invitation').where('invitedBy', '=', id).execute();
  await tx.deleteFrom('noticeSent').where('subjectId', 'in', subjects).execute();
  await tx.updateTable('visit').set({ accountId: null }).where('accountId', '=', id).execute();
  await destroyCopies(tx, { accountId: id }, house.clock.now());
  await tx.updateTable('copy').set({ accountId: null, recipient: '' }).where('accountId', '=', id).execute();
  await tx.updateTable('event').set({ actor: null }).where('actor', '=', id).execute();
  await tx
    .updateTable('event')
    .set({ personId: null })
    .where(sql<boolean>`person_id = any(${subjects}::uuid[])`)
    .execute();
  await sql`update event set data = data - 'accountId' where data->>'accountId' = ${id}`.execute(tx);
  await sql`delete from outbox where about = any(${subjects}::uuid[]) or payload->>'accountId' = any(${subjects})
    or payload->>'personId' = any(${subjects})`.execute(tx);
  if (email) {
    await tx.deleteFrom('invitation').where('email', '=', email).execute();
    await tx.deleteFrom('devMail').where('recipient', '=', email).execute();
  }
  // Mails of development that were sent to others and name the person.
  const names = people.flatMap((person) => [person.firstNames, person.birthName, person.usedName, person.legalName]);
  for (const word of [email, ...names])
    if (word) await sql`delete from dev_mail where position(${word} in concat(subject, text, reply_to)) > 0`.execute(tx);
}
