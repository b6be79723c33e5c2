import { z } from 'zod';
import type { Id } from '#kernel/ids.ts';
import { clearDossier, subjectHash } from '#features/erasure/api.ts';
import { erasePeople } from '#features/household/api.ts';
import type { House } from '#features/house.ts';
import { lockDossier } from '#store/dossiers.repository.ts';
import { archivePeople } from './archive-people.ts';
import { silencesOf } from './contacts.ts';
import { deleteAccount, type DeletionHouse } from './delete-account.ts';

const lineSchema = z.object({ receipt: z.uuid(), kind: z.string(), subject: z.string(), at: z.string() });

/** What a replay did. */
export interface Replayed {
  /** Lines of the journal that this database did not know. */
  readonly lines: number;
  readonly accounts: number;
  readonly people: number;
  readonly archived: number;
}

/**
 * Erases again what was erased after a backup was made, from the journal kept outside the database. Run after a restore, before any
 * process of the service starts. A line whose receipt the database holds was done before the backup and is passed over; running twice
 * changes nothing. Throws on a line that cannot be read.
 * @param journal text of the journal, a JSON line each
 */
export async function replayErasures(house: Pick<House, 'db' | 'transact'> & DeletionHouse, journal: string): Promise<Replayed> {
  const lines = journal
    .split('\n')
    .filter((text) => text.trim() !== '')
    .map((text) => lineSchema.parse(JSON.parse(text)));
  const known = new Set((await house.db.selectFrom('erasureReceipt').select('id').execute()).map((row) => row.id as string));
  const missing = lines.filter((line) => !known.has(line.receipt));
  const wanted = (kind: string) => new Set(missing.filter((line) => line.kind === kind).map((line) => line.subject));
  const hashed = (id: Id<'account'> | Id<'person'>) => subjectHash(house, id).toString('hex');

  const gone = wanted('account');
  const accounts = (await house.db.selectFrom('account').select('id').orderBy('id').execute()).filter((row) =>
    gone.has(hashed(row.id)),
  );
  for (const { id } of accounts) await house.transact((tx) => deleteAccount(tx, house, id));

  const peopleGone = wanted('person');
  const people = (await house.db.selectFrom('person').select(['id', 'dossierId']).orderBy('id').execute()).filter((row) =>
    peopleGone.has(hashed(row.id)),
  );
  for (const { id, dossierId } of people)
    await house.transact(async (tx) => {
      await lockDossier(tx, dossierId);
      const supports = await tx.selectFrom('person').select('id').where('supportsPersonId', '=', id).execute();
      await tx.updateTable('dossier').set({ leadPersonId: null }).where('leadPersonId', '=', id).execute();
      await erasePeople(tx, [id, ...supports.map((person) => person.id)], house.clock.now());
      await clearDossier(tx, dossierId, null);
    });

  const emptied = wanted('pieces');
  const held = await house.db
    .selectFrom('piece')
    .innerJoin('person', 'person.id', 'piece.personId')
    .innerJoin('dossier', 'dossier.id', 'person.dossierId')
    .select(['person.id', 'person.dossierId', 'dossier.kind'])
    .distinct()
    .orderBy('person.id')
    .execute();
  const toArchive = held.filter((row) => emptied.has(hashed(row.id)));
  for (const { id, dossierId, kind } of toArchive)
    await house.transact(async (tx) => {
      await lockDossier(tx, dossierId);
      const guarantors = (await silencesOf(tx, { id: dossierId, kind })).filter((one) => one.supports === id && !one.own);
      await archivePeople(tx, house, { dossierId, personIds: [id], guarantorIds: guarantors.map((one) => one.personId) });
    });
  return { lines: missing.length, accounts: accounts.length, people: people.length, archived: toArchive.length };
}
