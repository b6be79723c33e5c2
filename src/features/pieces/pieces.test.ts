import { beforeEach, describe, expect, test } from 'vitest';
import { MAX_FILE_BYTES } from '#domain/catalogue/limits.ts';
import { JobFault } from '#domain/jobs/job-fault.ts';
import { submitDossier } from '#features/dossiers/submit-dossier.ts';
import { eraseDueBlobs } from '#features/erasure/api.ts';
import { Filling, startTenant, type Tenant } from '#main/seed.ts';
import { idCard, payslip } from '#specimens/papers.ts';
import { SPECIMEN_PEOPLE } from '#specimens/people.ts';
import { fullHouse, type FullHouse } from '#testing/full-house.ts';
import { emptyDatabase } from '#testing/test-database.ts';
import type { CivilMonth } from '#kernel/civil-date.ts';
import type { Id } from '#kernel/ids.ts';
import { deletePiece } from './delete-piece.ts';
import { prepareFile } from './prepare-file.ts';
import { readForEngine } from './read-blob.ts';
import { ownFiles } from './read-piece.ts';
import { moveFile, removeFile } from './remove-file.ts';
import { savePiece } from './save-piece.ts';
import { uploadFile, type Uploaded } from './upload-file.ts';

let house: FullHouse;
let tenant: Tenant;
let pieceId: Id<'piece'>;

async function* once(bytes: Uint8Array) {
  yield bytes;
}

const send = async (
  bytes: Uint8Array,
  name = 'document.pdf',
  more: { uploadKey?: string; password?: string } = {},
): Promise<Uploaded> => {
  const done = await uploadFile(house, { ...tenant, pieceId, name, bytes: once(bytes), ...more });
  if (!done.ok) throw new Error(done.error);
  return done.value;
};

beforeEach(async () => {
  await emptyDatabase();
  house = await fullHouse();
  tenant = await startTenant(house, 'camille@tenants.test');
  const saved = await savePiece(house, { ...tenant, category: 'identity', situation: 'identity.id_card' });
  if (!saved.ok) throw new Error(saved.error);
  pieceId = saved.value.pieceId;
});

const card = () => idCard(SPECIMEN_PEOPLE[0]);

describe('taking files', () => {
  test('a good file is stored encrypted, opened, and shown with its name', async () => {
    const paper = await card();
    expect((await send(paper.bytes, 'Ma carte.pdf')).code).toBe('accepted');
    await house.work();
    expect(await ownFiles(house, pieceId)).toMatchObject([{ name: 'Ma carte.pdf', state: 'ready', pages: 1, code: null }]);
    for (const blob of house.blobs.held.values()) {
      expect(blob.includes('%PDF')).toBe(false);
      expect(blob.includes('Ma carte')).toBe(false);
      expect(blob.subarray(0, 4).toString()).toBe('DFB1');
    }
  });

  test.each([
    ['nothing', new Uint8Array(), 'empty'],
    ['a program', Buffer.from('\x7fELF not a picture'), 'wrong_type'],
    ['a web page', Buffer.from('<!doctype html><script>alert(1)</script>'), 'wrong_type'],
    ['eleven mebibytes', Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(MAX_FILE_BYTES)]), 'too_big'],
  ])('%s is refused at once and leaves nothing', async (_name, bytes, code) => {
    expect(await send(bytes)).toEqual({ fileId: null, code });
    await eraseDueBlobs(house);
    expect(house.blobs.held.size).toBe(0);
    expect(await ownFiles(house, pieceId)).toEqual([]);
  });

  test('a file that the storage does not give is kept with its key, and opened once the storage gives it again', async () => {
    await send((await card()).bytes);
    const [[address, blob] = expect.fail('nothing stored')] = house.blobs.held;
    house.blobs.held.delete(address);
    const { id: fileId } = await house.db.selectFrom('file').select('id').executeTakeFirstOrThrow();
    await expect(prepareFile(house, { fileId }, { last: true })).rejects.toThrow(new JobFault('file_unreadable'));
    expect(await ownFiles(house, pieceId)).toMatchObject([{ state: 'received', code: 'processing_failed' }]);
    house.blobs.held.set(address, blob);
    await prepareFile(house, { fileId }, { last: false });
    expect(await ownFiles(house, pieceId)).toMatchObject([{ state: 'ready', code: null }]);
  });

  test('a damaged file is told when it is opened, its bytes and key are gone, its name is still said', async () => {
    expect((await send(Buffer.from('%PDF-1.7\nnothing of a PDF'), 'abîmé.pdf')).code).toBe('accepted');
    await house.work();
    expect(await ownFiles(house, pieceId)).toMatchObject([{ name: 'abîmé.pdf', state: 'rejected', code: 'corrupt' }]);
    const row = await house.db.selectFrom('file').selectAll().executeTakeFirstOrThrow();
    expect([row.wrappedKey, row.previewAddress]).toEqual([null, null]);
    await eraseDueBlobs(house);
    expect(house.blobs.held.size).toBe(0);
  });

  test('the same bytes are kept once, and the same upload sent again is stored once', async () => {
    const { bytes } = await card();
    const first = await send(bytes, 'a.pdf', { uploadKey: 'upload-key-1' });
    expect(await send(bytes, 'a.pdf', { uploadKey: 'upload-key-1' })).toEqual(first);
    expect((await send(bytes, 'b.pdf')).code).toBe('duplicate');
    expect(await ownFiles(house, pieceId)).toHaveLength(1);
  });

  test('a sixth file of an identity is refused and the five others stay', async () => {
    for (let count = 0; count < 5; count += 1)
      expect((await send((await payslip(SPECIMEN_PEOPLE[0], `2026-0${count + 1}` as CivilMonth)).bytes)).code).toBe('accepted');
    expect((await send((await card()).bytes)).code).toBe('too_many_files');
    expect(await ownFiles(house, pieceId)).toHaveLength(5);
  });

  test('an oversized picture is refused by its header, before decoding', async () => {
    const header = Buffer.from('89504e470d0a1a0a0000000d49484452000075300000753008020000009a2f1c5f', 'hex');
    await send(header, 'énorme.png');
    await house.work();
    const [file] = await ownFiles(house, pieceId);
    expect(['image_too_large', 'corrupt']).toContain(file!.code);
  });

  test('nobody adds a file to the piece of another', async () => {
    const stranger = await startTenant(house, 'sacha@tenants.test');
    const { bytes } = await card();
    expect(await uploadFile(house, { ...tenant, accountId: stranger.accountId, pieceId, name: 'x', bytes: once(bytes) })).toEqual(
      { ok: false, error: 'not_found' },
    );
    expect(await uploadFile(house, { ...stranger, pieceId, name: 'x', bytes: once(bytes) })).toEqual({
      ok: false,
      error: 'not_found',
    });
    expect(house.blobs.held.size).toBe(0);
  });
});

describe('changing pieces', () => {
  test('a removed file can never be read again', async () => {
    const sent = await send((await card()).bytes);
    await house.work();
    const before = await house.db.selectFrom('file').selectAll().executeTakeFirstOrThrow();
    expect(await readForEngine(house, before)).not.toBeNull();
    await removeFile(house, { ...tenant, pieceId, fileId: sent.fileId! });
    const after = await house.db.selectFrom('file').selectAll().executeTakeFirstOrThrow();
    expect([after.wrappedKey, after.nameSealed]).toEqual([null, null]);
    expect(await readForEngine(house, after)).toBeNull();
    expect(await eraseDueBlobs(house)).toBeGreaterThan(0);
    expect(house.blobs.held.size).toBe(0);
  });

  test('files keep the order their owner gives them', async () => {
    const one = await send((await payslip(SPECIMEN_PEOPLE[0], '2026-08' as CivilMonth)).bytes, 'un.pdf');
    await send((await payslip(SPECIMEN_PEOPLE[0], '2026-09' as CivilMonth)).bytes, 'deux.pdf');
    await moveFile(house, { ...tenant, pieceId, fileId: one.fileId!, step: 1 });
    expect((await ownFiles(house, pieceId)).map((file) => file.name)).toEqual(['deux.pdf', 'un.pdf']);
  });

  test('going over to a statement removes the files in the same act', async () => {
    const saved = await savePiece(house, { ...tenant, category: 'tax', situation: 'tax.french_notice' });
    if (!saved.ok) throw new Error(saved.error);
    pieceId = saved.value.pieceId;
    await send((await card()).bytes);
    await house.work();
    await savePiece(house, { ...tenant, category: 'tax', situation: 'tax.parents', stated: true });
    expect(await ownFiles(house, pieceId)).toEqual([]);
    const piece = await house.db.selectFrom('piece').selectAll().where('id', '=', pieceId).executeTakeFirstOrThrow();
    expect(piece.statementAt).not.toBeNull();
  });

  test.each([
    ['an income without amount', { category: 'income', situation: 'income.scholarship', amount: 0 }, 'amount_missing'],
    [
      '"cannot provide" without a word',
      { category: 'income', situation: 'income.scholarship', amount: 500, cannotProvide: true },
      'text_missing',
    ],
    ['a statement not ticked', { category: 'tax', situation: 'tax.parents' }, 'statement_missing'],
    ['a situation of guarantors', { category: 'home', situation: 'home.tenant.home_proof' }, 'situation_unknown'],
    ['a retired situation', { category: 'income', situation: 'income.salary.unknown', amount: 5 }, 'situation_unknown'],
    ['a text too long', { category: 'tax', situation: 'tax.other', text: 'x'.repeat(1356) }, 'text_too_long'],
  ] as const)('%s is refused', async (_name, input, error) => {
    expect(await savePiece(house, { ...tenant, ...input })).toEqual({ ok: false, error });
  });

  test('"no income" and an income exclude one another', async () => {
    await savePiece(house, { ...tenant, category: 'income', situation: 'income.none', stated: true });
    expect(await savePiece(house, { ...tenant, category: 'income', situation: 'income.scholarship', amount: 500 })).toEqual({
      ok: false,
      error: 'income_alone',
    });
  });

  test('deleting a piece takes its files along', async () => {
    await send((await card()).bytes);
    await house.work();
    await deletePiece(house, { ...tenant, pieceId });
    await eraseDueBlobs(house);
    expect(house.blobs.held.size).toBe(0);
  });
});

describe('sending the dossier', () => {
  test('a dossier that misses something is not sent, and says what', async () => {
    const sent = await submitDossier(house, { ...tenant, message: '', sworn: true });
    if (sent.ok || typeof sent.error === 'string' || !('missing' in sent.error)) throw new Error('unexpected');
    expect(sent.error.missing.map((one) => one.what)).toEqual([
      'names',
      'identity',
      'home',
      'activity',
      'income',
      'tax',
      'guarantors',
    ]);
  });

  test('sent twice is sent once: one declaration, one case, one mail', async () => {
    await new Filling(house, tenant, house.work).everything(SPECIMEN_PEOPLE[0]);
    expect(await submitDossier(house, { ...tenant, message: '', sworn: false })).toEqual({ ok: false, error: 'not_sworn' });
    await submitDossier(house, { ...tenant, message: 'Bonjour', sworn: true });
    await submitDossier(house, { ...tenant, message: 'Bonjour', sworn: true });
    const count = async (table: 'consent' | 'reviewCase') => (await house.db.selectFrom(table).selectAll().execute()).length;
    expect([await count('consent'), await count('reviewCase')]).toEqual([1, 1]);
    expect(await house.db.selectFrom('outbox').select('id').where('topic', '=', 'dossier.submitted').execute()).toHaveLength(1);
  });
});
