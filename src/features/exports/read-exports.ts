import type { Id } from '#kernel/ids.ts';
import { err, ok, type Result } from '#kernel/result.ts';
import type { House } from '#features/house.ts';
import type { BlobAddress } from '#ports/blob-store.ts';
import type { WrappedKey } from '#ports/vault.ts';

/** A copy of one's data, as the account page shows it. */
export interface OwnExport {
  readonly id: Id<'dataExport'>;
  readonly state: 'waiting' | 'ready' | 'failed' | 'gone';
  readonly size: number | null;
  readonly expiresAt: Date | null;
}

/** The newest copy of an account; `null` when there is none. */
export async function readExport(house: Pick<House, 'db'>, input: { accountId: Id<'account'> }): Promise<OwnExport | null> {
  const row = await house.db
    .selectFrom('dataExport')
    .select(['id', 'state', 'size', 'expiresAt'])
    .where('accountId', '=', input.accountId)
    .orderBy('requestedAt', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst();
  return row ?? null;
}

/** Opens the newest copy of an account, decrypted as it is read; nobody else's exists. */
export async function openExport(
  house: Pick<House, 'db' | 'vault' | 'clock'>,
  input: { readonly accountId: Id<'account'> },
): Promise<Result<{ readonly size: number; readonly bytes: AsyncIterable<Uint8Array> }, 'not_found'>> {
  const row = await house.db
    .selectFrom('dataExport')
    .selectAll()
    .where('accountId', '=', input.accountId)
    .where('state', '=', 'ready')
    .where('expiresAt', '>', house.clock.now())
    .orderBy('requestedAt', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst();
  if (!row?.address || !row.wrappedKey) return err('not_found');
  const name = { fileId: row.id as string as Id<'file'>, address: row.address as BlobAddress, role: 'export' } as const;
  const opened = await house.vault.open(row.wrappedKey as WrappedKey, name);
  return opened.ok ? ok({ size: Number(row.size ?? 0), bytes: opened.value }) : err('not_found');
}
