import type { Id } from '#kernel/ids.ts';
import { pagesLeft } from '#domain/catalogue/limits.ts';
import { situationOf } from '#domain/catalogue/situations.ts';
import { JobFault, type JobFaultCode } from '#domain/jobs/job-fault.ts';
import type { IntakeCode } from '#domain/pieces/intake.ts';
import { destroyFiles, queueErasing } from '#features/erasure/api.ts';
import type { House } from '#features/house.ts';
import { recordMilestone } from '#features/stats/api.ts';
import { refreshStatuses } from '#features/statuses/api.ts';
import type { JobAttempt } from '#ports/job-queue.ts';
import type { WrappedKey } from '#ports/vault.ts';
import { lockDossier, type FileRow } from '#store/dossiers.repository.ts';
import { enqueueMail } from '#store/outbox.repository.ts';
import type { Tx } from '#store/unit-of-work.ts';
import { filesOfPiece } from './find-piece.ts';
import { fileName, REJECTED_NAME } from './file-name.ts';
import { readBlob } from './read-blob.ts';
import { revisePiece } from './revise-piece.ts';

type PrepareHouse = Pick<
  House,
  'db' | 'transact' | 'clock' | 'ids' | 'random' | 'jobs' | 'vault' | 'secrets' | 'engine' | 'antivirus'
>;

async function* once(bytes: Uint8Array) {
  yield bytes;
}

/** The file, its piece and whose it is; `null` when it is not waiting to be opened any more. */
async function findWaiting(house: Pick<House, 'db'>, fileId: Id<'file'>) {
  return (
    (await house.db
      .selectFrom('file')
      .innerJoin('piece', 'piece.id', 'file.pieceId')
      .innerJoin('person', 'person.id', 'piece.personId')
      .innerJoin('dossier', 'dossier.id', 'person.dossierId')
      .selectAll('file')
      .select(['piece.situation', 'piece.personId', 'person.dossierId', 'dossier.createdAt as dossierCreatedAt'])
      .where('file.id', '=', fileId)
      .where('file.state', '=', 'received')
      .executeTakeFirst()) ?? null
  );
}

/**
 * Opens a received file for the first time, in a worker: virus check, page count, previews, and a working copy where the original
 * cannot be read directly. The file becomes `ready`, which makes a revision of its piece, or `rejected` with a code and its bytes gone.
 * A fault of ours is thrown and tried again; after the last try the file stays, marked, and is taken up again later.
 */
export async function prepareFile(house: PrepareHouse, payload: { fileId: string }, attempt: JobAttempt): Promise<void> {
  const file = await findWaiting(house, payload.fileId as Id<'file'>);
  if (!file) return;
  const row = situationOf(file.situation);
  const bytes = await readBlob(house, file, file.originalAddress, 'original');
  if (!row) return reject(house, file, 'corrupt');
  // What the storage does not give is no fault of the person's file: their key is all that may still open it.
  if (!bytes) return fault(house, file, attempt, 'file_unreadable');

  const scan = await house.antivirus.scan(once(bytes));
  if (scan === 'infected') return reject(house, file, 'infected');
  if (scan === 'unavailable') return fault(house, file, attempt, 'antivirus_unavailable');

  const siblings = await filesOfPiece(house.db, file.pieceId);
  const left = pagesLeft(row, { pages: siblings.reduce((sum, one) => sum + (one.id === file.id ? 0 : (one.pages ?? 0)), 0) });
  const password = openPassword(house, file);
  const prepared = await house.engine.prepare({ bytes, type: file.type, maxPages: left, ...(password ? { password } : {}) });
  if (!prepared.ok) {
    return prepared.error === 'processing_failed'
      ? fault(house, file, attempt, 'engine_failed')
      : reject(house, file, prepared.error);
  }
  const { pages, preview, working } = prepared.value;
  if (pages > left) return reject(house, file, 'too_many_pages');

  const key = file.wrappedKey as WrappedKey;
  const store = async (role: 'preview' | 'working', content: Uint8Array) => {
    const address = house.vault.newAddress();
    await house.vault.seal(key, { fileId: file.id, address, role }, once(content));
    return address;
  };
  const previewAddress = await store('preview', preview);
  const workingAddress = working ? await store('working', working.bytes) : null;
  const now = house.clock.now();
  await house.transact(async (tx) => {
    await lockDossier(tx, file.dossierId);
    const updated = await tx
      .updateTable('file')
      .set({
        state: 'ready',
        code: null,
        pages,
        previewAddress,
        workingAddress,
        workingType: working?.type ?? null,
        passwordSealed: null,
      })
      .where('id', '=', file.id)
      .where('state', '=', 'received')
      .returning('id')
      .executeTakeFirst();
    if (!updated) {
      await queueErasing(tx, [previewAddress, ...(workingAddress ? [workingAddress] : [])], now);
      return;
    }
    await revisePiece(tx, house, { id: file.pieceId, dossierId: file.dossierId, personId: file.personId }, 'file_added', null);
    await recordMilestone(tx, house, {
      name: 'piece.usable',
      subject: { id: file.dossierId, createdAt: file.dossierCreatedAt },
      value: (now.getTime() - file.createdAt.getTime()) / 1000,
    });
    await refreshStatuses(tx, house, file.dossierId, null);
  });
}

type Waiting = FileRow & { dossierId: Id<'dossier'>; personId: Id<'person'> };

function openPassword(house: Pick<House, 'vault'>, file: FileRow): string | null {
  if (!file.passwordSealed || !file.wrappedKey) return null;
  const opened = house.vault.openText(file.wrappedKey as WrappedKey, file.id, 'password', file.passwordSealed);
  return opened.ok ? opened.value : null;
}

/** Bytes and key go at once; the row stays with its code until the person has seen it. The name stays to say which file it was. */
async function reject(house: PrepareHouse, file: Waiting, code: IntakeCode): Promise<void> {
  const now = house.clock.now();
  const name = fileName(house, file);
  await house.transact(async (tx) => {
    await lockDossier(tx, file.dossierId);
    if (!(await stillReceived(tx, file.id))) return;
    await destroyFiles(tx, [file.id], now, 'rejected');
    await tx
      .updateTable('file')
      .set({ code, nameSealed: house.secrets.seal(REJECTED_NAME, name) })
      .where('id', '=', file.id)
      .execute();
    await refreshStatuses(tx, house, file.dossierId, null);
  });
}

const stillReceived = async (tx: Tx, id: Id<'file'>) =>
  (await tx.selectFrom('file').select('id').where('id', '=', id).where('state', '=', 'received').executeTakeFirst()) !==
  undefined;

/** Counts the try. After the last one the person is told, once a file: it is kept, we go on trying. */
async function fault(house: PrepareHouse, file: Waiting, attempt: JobAttempt, why: JobFaultCode): Promise<never> {
  await house.transact(async (tx) => {
    const counted = await tx
      .updateTable('file')
      .set((eb) => ({ tries: eb('tries', '+', 1), ...(attempt.last ? { code: 'processing_failed' } : {}) }))
      .where('id', '=', file.id)
      .where('state', '=', 'received')
      .executeTakeFirst();
    if (counted.numUpdatedRows === 0n || !attempt.last || file.code === 'processing_failed') return;
    await enqueueMail(tx, {
      id: house.ids.next(),
      topic: 'piece.failed',
      payload: { dossierId: file.dossierId, personId: file.personId, fileId: file.id },
      about: file.id,
      at: house.clock.now(),
    });
  });
  throw new JobFault(why);
}
