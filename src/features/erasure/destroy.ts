import { sql } from 'kysely';
import type { Id } from '#kernel/ids.ts';
import { destroyFileKeys } from '#store/files.erasing.ts';
import type { Tx } from '#store/unit-of-work.ts';

/**
 * Destroys files for good, inside the act's transaction: their keys go with the commit, their bytes follow.
 * @param state what remains of the rows: `removed` by a person, `rejected` at intake
 */
export function destroyFiles(tx: Tx, fileIds: readonly Id<'file'>[], at: Date, state: 'removed' | 'rejected'): Promise<void> {
  return destroyFileKeys(tx, fileIds, at, state);
}

/** Destroys every file of people's pieces; the pieces stay. */
export async function destroyFilesOf(tx: Tx, personIds: readonly Id<'person'>[], at: Date): Promise<void> {
  const files = await tx
    .selectFrom('file')
    .innerJoin('piece', 'piece.id', 'file.pieceId')
    .select('file.id')
    .where('piece.personId', 'in', personIds)
    .where('file.wrappedKey', 'is not', null)
    .execute();
  await destroyFiles(
    tx,
    files.map((file) => file.id),
    at,
    'removed',
  );
}

/** Which issued copies to destroy. */
export type CopySelection =
  | { readonly dossierId: Id<'dossier'> }
  | { readonly linkId: Id<'link'> }
  /** Those that one of the dossier's own people got through a link. */
  | { readonly accountId: Id<'account'> }
  | { readonly copyId: Id<'copy'> };

/** Destroys the bytes of issued copies; the row stays as a stub by which a paper copy can still be checked. */
export async function destroyCopies(tx: Tx, selection: CopySelection, at: Date): Promise<void> {
  const [column, value] =
    'dossierId' in selection
      ? (['dossierId', selection.dossierId] as const)
      : 'linkId' in selection
        ? (['linkId', selection.linkId] as const)
        : 'accountId' in selection
          ? (['accountId', selection.accountId] as const)
          : (['id', selection.copyId] as const);
  const gone = await tx
    .selectFrom('copy')
    .select('address')
    .where(column, '=', value as Id<'copy'>)
    .where('address', 'is not', null)
    .execute();
  for (const { address } of gone) {
    if (address)
      await sql`insert into blob_to_erase (address, since, next_at) values (${address}, ${at}, ${at}) on conflict do nothing`.execute(
        tx,
      );
  }
  await tx
    .updateTable('copy')
    .set({ state: 'gone', address: null, wrappedKey: null, keyVersion: null })
    .where(column, '=', value as Id<'copy'>)
    .where('state', '<>', 'gone')
    .execute();
}

/** Hands addresses to the eraser when no row knows them: a blob stored for a file that was then refused. */
export async function queueErasing(tx: Tx, addresses: readonly string[], at: Date): Promise<void> {
  for (const address of addresses) {
    await sql`insert into blob_to_erase (address, since, next_at) values (${address}, ${at}, ${at}) on conflict do nothing`.execute(
      tx,
    );
  }
}
