import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { parseMasterKeys } from '#adapters/master-keys.ts';
import { vault } from '#adapters/vault.ts';
import { readBlob } from '#features/pieces/read-blob.ts';
import { removeFile } from '#features/pieces/remove-file.ts';
import type { BlobAddress } from '#ports/blob-store.ts';
import { emptyDatabase } from '#testing/test-database.ts';
import { fullHouse, type FullHouse } from '#testing/full-house.ts';
import { givenUpload } from '#testing/given-upload.ts';
import { keysInUse, rotateKeys } from './rotate-keys.ts';

const first = `1:${Buffer.alloc(32, 3).toString('base64')}`;
const second = `2:${Buffer.alloc(32, 4).toString('base64')}`;

beforeEach(emptyDatabase);

describe('a file erased while its bytes are still stored', () => {
  it('cannot be opened by anything that is left: its key stands in no row, before and after a new master key', async () => {
    const house = await fullHouse();
    const { tenant, pieceId, fileId } = await givenUpload(house);
    await house.work();
    const before = await house.db.selectFrom('file').selectAll().where('id', '=', fileId).executeTakeFirstOrThrow();
    expect((await readBlob(house, before, before.originalAddress, 'original'))?.subarray(0, 5).toString()).toBe('%PDF-');
    expect(await everyRow(house)).toContain(before.wrappedKey);

    expect((await removeFile(house, { ...tenant, pieceId, fileId })).ok).toBe(true);
    for (const address of [before.originalAddress, before.previewAddress, before.factsAddress])
      expect(house.blobs.held.has(address as BlobAddress)).toBe(true);
    expect(await everyRow(house)).not.toContain(before.wrappedKey);
    const after = await house.db.selectFrom('file').selectAll().where('id', '=', fileId).executeTakeFirstOrThrow();
    expect(await readBlob(house, after, before.originalAddress, 'original')).toBeNull();
    const rotating = { ...house, vault: vault(parseMasterKeys(`${first},${second}`), house.blobs) };
    expect(await rotateKeys(rotating)).toBe(0);
    const made = { ...before, wrappedKey: rotating.vault.newKey(fileId) };
    expect(await readBlob(rotating, made, before.originalAddress, 'original').catch(() => null)).toBeNull();
  }, 120_000);
});

/** Every row of every table as text. */
async function everyRow({ db }: Pick<FullHouse, 'db'>): Promise<string> {
  const { rows } = await sql<{ name: string }>`
    select quote_ident(tablename) as name from pg_tables where schemaname = 'public'`.execute(db);
  let all = '';
  for (const { name } of rows) all += JSON.stringify((await sql`select t::text as row from ${sql.raw(name)} t`.execute(db)).rows);
  return all;
}

describe('a new master key', () => {
  it('wraps every file key anew, changes no blob, and lets the old one go', async () => {
    const house = await fullHouse();
    const { fileId } = await givenUpload(house);
    const before = new Map([...house.blobs.held].map(([address, bytes]) => [address, Buffer.from(bytes)]));

    const rotating = { ...house, vault: vault(parseMasterKeys(`${first},${second}`), house.blobs) };
    expect(await keysInUse(house)).toEqual([{ version: 1, rows: 1 }]);
    expect(await rotateKeys(rotating)).toBe(1);
    expect(await rotateKeys(rotating)).toBe(0);
    expect(await keysInUse(house)).toEqual([{ version: 2, rows: 1 }]);
    expect(new Map(house.blobs.held)).toEqual(before);

    const after = { ...house, vault: vault(parseMasterKeys(second), house.blobs) };
    const row = await house.db.selectFrom('file').selectAll().where('id', '=', fileId).executeTakeFirstOrThrow();
    expect((await readBlob(after, row, row.originalAddress, 'original'))?.subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('leaves a destroyed key destroyed', async () => {
    const house = await fullHouse();
    const { fileId } = await givenUpload(house);
    await house.db.updateTable('file').set({ wrappedKey: null, keyVersion: null }).where('id', '=', fileId).execute();
    const rotating = { ...house, vault: vault(parseMasterKeys(`${first},${second}`), house.blobs) };
    expect(await rotateKeys(rotating)).toBe(0);
    expect(await keysInUse(house)).toEqual([]);
  });

  it('stops when a row needs a master key that was taken out too early', async () => {
    const house = await fullHouse();
    await givenUpload(house);
    const without = { ...house, vault: vault(parseMasterKeys(second), house.blobs) };
    await expect(rotateKeys(without)).rejects.toThrow('master key version 1');
  });
});
