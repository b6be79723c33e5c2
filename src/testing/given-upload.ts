import type { Id } from '#kernel/ids.ts';
import { savePiece } from '#features/pieces/save-piece.ts';
import { uploadFile } from '#features/pieces/upload-file.ts';
import { startTenant, type Tenant } from '#main/seed.ts';
import { idCard } from '#specimens/papers.ts';
import { SPECIMEN_PEOPLE } from '#specimens/people.ts';
import type { FullHouse } from './full-house.ts';

/** A tenant who sent one identity card; the file waits for the worker. */
export async function givenUpload(house: FullHouse): Promise<{ tenant: Tenant; pieceId: Id<'piece'>; fileId: Id<'file'> }> {
  const tenant = await startTenant(house, 'camille@tenants.test');
  const saved = await savePiece(house, { ...tenant, category: 'identity', situation: 'identity.id_card' });
  if (!saved.ok) throw new Error(saved.error);
  const { bytes } = await idCard(SPECIMEN_PEOPLE[0]);
  const sent = await uploadFile(house, { ...tenant, pieceId: saved.value.pieceId, name: 'carte.pdf', bytes: once(bytes) });
  if (!sent.ok || !sent.value.fileId) throw new Error('the card was not taken');
  return { tenant, pieceId: saved.value.pieceId, fileId: sent.value.fileId };
}

async function* once(bytes: Uint8Array) {
  yield bytes;
}
