import { createHash } from 'node:crypto';
import type { Id } from '#kernel/ids.ts';
import { err, ok, type Result } from '#kernel/result.ts';
import { judgeFile, MAX_FILE_BYTES } from '#domain/catalogue/limits.ts';
import { situationOf } from '#domain/catalogue/situations.ts';
import { sniffFileType, SNIFF_BYTES } from '#domain/pieces/file-type.ts';
import type { IntakeCode } from '#domain/pieces/intake.ts';
import { membershipOf, may } from '#features/dossiers/api.ts';
import type { House } from '#features/house.ts';
import { recordMilestone } from '#features/stats/api.ts';
import { refreshStatuses } from '#features/statuses/api.ts';
import { queueErasing } from '#features/erasure/api.ts';
import { lockDossier } from '#store/dossiers.repository.ts';
import { insertEvent } from '#store/events.repository.ts';
import { filesOfPiece, pieceOfPerson } from './find-piece.ts';

export interface UploadFile {
  readonly accountId: Id<'account'>;
  readonly dossierId: Id<'dossier'>;
  readonly personId: Id<'person'>;
  readonly pieceId: Id<'piece'>;
  readonly name: string;
  readonly bytes: AsyncIterable<Uint8Array>;
  /** Chosen by the browser for one file: sending it again stores it once. */
  readonly uploadKey?: string;
  /** For a PDF that asks for one; used once and wiped. */
  readonly password?: string;
}

/** What became of the file: received (to be opened by a worker), or why not. */
export type Uploaded =
  { readonly fileId: Id<'file'>; readonly code: 'accepted' } | { readonly fileId: null; readonly code: IntakeCode };

class TooBig extends Error {}

/** Reads first bytes, hashes and counts, while the stream goes on to its reader. */
async function inspect(bytes: AsyncIterable<Uint8Array>) {
  const iterator = bytes[Symbol.asyncIterator]();
  const head: Uint8Array[] = [];
  let headSize = 0;
  while (headSize < SNIFF_BYTES) {
    const next = await iterator.next();
    if (next.done) break;
    head.push(next.value);
    headSize += next.value.length;
  }
  const hash = createHash('sha256');
  let size = 0;
  async function* through() {
    for (const chunk of head) yield* pass(chunk);
    for (;;) {
      const next = await iterator.next();
      if (next.done) return;
      yield* pass(next.value);
    }
  }
  function* pass(chunk: Uint8Array) {
    size += chunk.length;
    if (size > MAX_FILE_BYTES) throw new TooBig();
    hash.update(chunk);
    yield chunk;
  }
  return { head: Buffer.concat(head), through, facts: () => ({ size, sha256: hash.digest() }) };
}

/**
 * Takes one file for a piece, in one pass: type by first bytes, count, hash, encrypt, store; then its row, event and job in one
 * transaction. What is refused is not stored; one bad file never touches the others. Nothing opens the bytes here.
 */
export async function uploadFile(
  house: Pick<House, 'db' | 'transact' | 'clock' | 'ids' | 'random' | 'jobs' | 'vault'>,
  input: UploadFile,
): Promise<Result<Uploaded, 'not_found'>> {
  const now = house.clock.now();
  const membership = await membershipOf(house.db, input.accountId, input.dossierId, now);
  if (!membership || !may(membership, input.personId, 'fill')) return err('not_found');
  if (!(await pieceOfPerson(house.db, input.personId, input.pieceId))) return err('not_found');
  if (input.uploadKey) {
    const known = await house.db
      .selectFrom('file')
      .select(['id', 'code', 'state'])
      .where('pieceId', '=', input.pieceId)
      .where('uploadKey', '=', input.uploadKey)
      .executeTakeFirst();
    if (known) return ok({ fileId: known.id, code: 'accepted' });
  }
  const { head, through, facts } = await inspect(input.bytes);
  if (head.length === 0) return ok({ fileId: null, code: 'empty' });
  const type = sniffFileType(head);
  if (!type) return ok({ fileId: null, code: 'wrong_type' });
  const fileId = house.ids.next<'file'>();
  const key = house.vault.newKey(fileId);
  const address = house.vault.newAddress();
  try {
    await house.vault.seal(key, { fileId, address, role: 'original' }, through());
  } catch (error) {
    if (error instanceof TooBig) return ok({ fileId: null, code: 'too_big' });
    throw error;
  }
  const { size, sha256 } = facts();
  const done = await house.transact(async (tx): Promise<Result<Uploaded, 'not_found' | IntakeCode>> => {
    const dossier = await lockDossier(tx, input.dossierId);
    const piece = await pieceOfPerson(tx, input.personId, input.pieceId);
    const row = piece && situationOf(piece.situation);
    if (!piece || !row) return err('not_found');
    const files = await filesOfPiece(tx, piece.id);
    const verdict = judgeFile(
      row,
      {
        files: files.length,
        bytes: files.reduce((sum, file) => sum + file.size, 0),
        pages: files.reduce((sum, file) => sum + (file.pages ?? 0), 0),
        hashes: new Set(files.map((file) => file.sha256.toString('hex'))),
      },
      { bytes: size, hash: sha256.toString('hex') },
    );
    if (verdict) return err(verdict);
    await tx
      .insertInto('file')
      .values({
        id: fileId,
        pieceId: piece.id,
        position: (files.at(-1)?.position ?? 0) + 1,
        state: 'received',
        type,
        size,
        sha256,
        nameSealed: house.vault.sealText(key, fileId, 'name', input.name),
        wrappedKey: key,
        keyVersion: house.vault.newestVersion,
        originalAddress: address,
        uploadKey: input.uploadKey ?? null,
        createdAt: now,
        passwordSealed: input.password ? house.vault.sealText(key, fileId, 'password', input.password) : null,
      })
      .execute();
    // What was said of the same document is answered by sending it again, with its password for one.
    await tx
      .deleteFrom('file')
      .where('pieceId', '=', piece.id)
      .where('state', '=', 'rejected')
      .where('sha256', '=', sha256)
      .execute();
    if (piece.cannotProvide) await tx.updateTable('piece').set({ cannotProvide: false }).where('id', '=', piece.id).execute();
    await insertEvent(tx, {
      id: house.ids.next(),
      at: now,
      actor: input.accountId,
      dossierId: input.dossierId,
      personId: input.personId,
      type: 'file.added',
      data: { pieceId: piece.id, fileId },
    });
    if (dossier)
      await recordMilestone(tx, house, {
        name: 'file.first_upload',
        subject: { id: input.dossierId, createdAt: dossier.createdAt },
      });
    await house.jobs.send(tx, 'file.prepare', { fileId, dossierId: input.dossierId });
    await refreshStatuses(tx, house, input.dossierId, input.accountId);
    return ok({ fileId, code: 'accepted' as const });
  });
  if (done.ok) return ok(done.value);
  await house.transact((tx) => queueErasing(tx, [address], now));
  return done.error === 'not_found' ? err('not_found') : ok({ fileId: null, code: done.error });
}
