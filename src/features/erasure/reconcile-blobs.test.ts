import { beforeEach, expect, it } from 'vitest';
import { DAY_MS } from '#kernel/clock.ts';
import type { BlobAddress } from '#ports/blob-store.ts';
import { emptyDatabase } from '#testing/test-database.ts';
import { fullHouse } from '#testing/full-house.ts';
import { givenUpload } from '#testing/given-upload.ts';
import { reconcileBlobs } from './reconcile-blobs.ts';

beforeEach(emptyDatabase);

async function* nothing() {
  yield new Uint8Array(4);
}

it('erases blobs without row once they are a day old, and no other', async () => {
  const house = await fullHouse();
  await givenUpload(house);
  const mine = house.blobs.held.size;
  const orphan = house.vault.newAddress();
  await house.blobs.put(orphan, nothing());
  house.pass(Date.now() - house.clock.now().getTime());

  expect(await reconcileBlobs(house)).toEqual({ orphans: 0, lost: 0 });
  expect(house.blobs.held.has(orphan)).toBe(true);
  house.pass(DAY_MS + 60_000);
  expect(await reconcileBlobs(house)).toEqual({ orphans: 1, lost: 0 });
  expect(house.blobs.held.has(orphan)).toBe(false);
  expect(house.blobs.held.size).toBe(mine);
});

it('counts bytes that rows expect and storage lost', async () => {
  const house = await fullHouse();
  const { fileId } = await givenUpload(house);
  const row = await house.db.selectFrom('file').select('originalAddress').where('id', '=', fileId).executeTakeFirstOrThrow();
  await house.blobs.erase([row.originalAddress as BlobAddress]);
  house.pass(2 * DAY_MS);
  expect((await reconcileBlobs(house)).lost).toBe(1);
});
