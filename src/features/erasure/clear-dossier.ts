import { sql } from 'kysely';
import type { Id } from '#kernel/ids.ts';
import type { Tx } from '#store/unit-of-work.ts';

/** Erases a dossier in which nobody is left; in one that goes on, takes out what the account had written and what names its person. */
export async function clearDossier(tx: Tx, dossierId: Id<'dossier'>, accountId: Id<'account'> | null): Promise<void> {
  const someone = await tx.selectFrom('person').select('id').where('dossierId', '=', dossierId).limit(1).executeTakeFirst();
  // Stubs of destroyed copies stay, so that a sheet of paper can still be checked: they name nobody any more.
  await sql`
    update copy set issued = case when issued is null then null else issued || '{"names": []}'::jsonb end,
      recipient = case when ${someone === undefined} then '' else recipient end
    where dossier_id = ${dossierId} and state = 'gone'`.execute(tx);
  if (!someone) {
    await tx.deleteFrom('dossier').where('id', '=', dossierId).execute();
    return;
  }
  if (!accountId) return;
  await tx
    .updateTable('dossier')
    .set({ message: null, messageBy: null, messageAt: null })
    .where('id', '=', dossierId)
    .where('messageBy', '=', accountId)
    .execute();
  await tx
    .updateTable('link')
    .set({ title: '–', message: null })
    .where('dossierId', '=', dossierId)
    .where('madeBy', '=', accountId)
    .execute();
}
