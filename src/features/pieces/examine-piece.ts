import type { Id } from '#kernel/ids.ts';
import { READER } from '#domain/findings/facts.ts';
import { judgeCopies } from '#domain/findings/copies.ts';
import { JobFault } from '#domain/jobs/job-fault.ts';
import type { House } from '#features/house.ts';
import { refreshStatuses } from '#features/statuses/api.ts';
import type { JobAttempt } from '#ports/job-queue.ts';
import type { WrappedKey } from '#ports/vault.ts';
import { lockDossier, type FileRow } from '#store/dossiers.repository.ts';
import { alertReferents } from './alert-referents.ts';
import { filesOfPiece } from './find-piece.ts';
import { copiesOf, writeFingerprints } from './fingerprints.ts';
import { acceptOnSeal } from './accept-on-seal.ts';
import { judgePiece, writeFindings } from './judge-piece.ts';
import { readForEngine } from './read-blob.ts';
import { rememberTooComplex } from './too-complex.ts';

type ExamineHouse = Pick<House, 'db' | 'transact' | 'clock' | 'ids' | 'random' | 'vault' | 'secrets' | 'engine'>;

async function* once(bytes: Uint8Array) {
  yield bytes;
}

/**
 * Reads the files of one revision, keeps what was read, encrypted under each file's key, and judges it. A revision that is no longer the present
 * one is left alone. Reading helps, never blocks: after the last try a person goes on without.
 */
export async function examinePiece(
  house: ExamineHouse,
  payload: { pieceId: string; revision: number },
  attempt: JobAttempt,
): Promise<void> {
  const pieceId = payload.pieceId as Id<'piece'>;
  const piece = await house.db
    .selectFrom('piece')
    .innerJoin('person', 'person.id', 'piece.personId')
    .select(['piece.rev', 'person.dossierId'])
    .where('piece.id', '=', pieceId)
    .executeTakeFirst();
  if (!piece || piece.rev !== payload.revision) return;
  let complete = true;
  let later = false;
  for (const file of await filesOfPiece(house.db, pieceId)) {
    if (file.state !== 'ready' || isRead(file)) continue;
    const read = file.code === 'too_complex' ? 'never' : await readFile(house, file);
    complete = complete && read === 'read';
    later = later || read === 'later';
  }
  if (later && !attempt.last) throw new JobFault('engine_failed');
  const judged = await judgePiece(house, pieceId);
  const now = house.clock.now();
  await house.transact(async (tx) => {
    await lockDossier(tx, piece.dossierId);
    const present = await tx.selectFrom('piece').select(['id', 'rev', 'amount']).where('id', '=', pieceId).executeTakeFirst();
    if (present?.rev !== payload.revision) return;
    const copies = await copiesOf(tx, pieceId);
    await writeFindings(tx, house, present, judged?.findings ?? []);
    await alertReferents(tx, house, pieceId, copies);
    if (judged) await acceptOnSeal(tx, house, present, { ...judged, findings: [...judged.findings, ...judgeCopies(copies)] });
    await tx
      .updateTable('examination')
      .set({ state: complete ? 'done' : 'given_up', doneAt: now })
      .where('pieceId', '=', pieceId)
      .where('rev', '=', payload.revision)
      .execute();
    await refreshStatuses(tx, house, piece.dossierId, null);
  });
  // Judged without: nobody waits any longer. What reads it looks into it.
  if (later) throw new JobFault('engine_failed');
}

/**
 * True when the present reader has read a file. What an older one read is read again with the next revision, or by `readOldAgain` while nothing is
 * decided.
 */
const isRead = ({ factsAddress, reader }: FileRow): boolean => factsAddress !== null && reader !== null && reader >= READER;

/** Examines one file and keeps its facts, in place of those it had. @returns `later` when it could not be read this time, `never` when it is not to be tried again */
async function readFile(house: ExamineHouse, file: FileRow): Promise<'read' | 'later' | 'never'> {
  if (!file.wrappedKey) return 'read';
  const content = await readForEngine(house, file);
  if (!content) return 'later';
  const facts = await house.engine.examine(content);
  if (!facts.ok) {
    if (facts.error !== 'engine.too_complex') return 'later';
    await rememberTooComplex(house, file.id);
    return 'never';
  }
  const address = house.vault.newAddress();
  await house.vault.seal(
    file.wrappedKey as WrappedKey,
    { fileId: file.id, address, role: 'facts' },
    once(Buffer.from(JSON.stringify(facts.value))),
  );
  await house.transact(async (tx) => {
    const kept = await tx
      .updateTable('file')
      .set({ factsAddress: address, examinedAt: house.clock.now(), reader: facts.value.reader })
      .where('id', '=', file.id)
      .where('wrappedKey', 'is not', null)
      .executeTakeFirst();
    // A file erased meanwhile keeps nothing.
    if (kept.numUpdatedRows === 0n) return;
    await writeFingerprints(tx, house, file, facts.value.fingerprints);
    const now = house.clock.now();
    if (file.factsAddress)
      await tx.insertInto('blobToErase').values({ address: file.factsAddress, since: now, nextAt: now }).execute();
  });
  return 'read';
}
