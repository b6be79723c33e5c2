import { once as happens } from 'node:events';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { MINUTE_MS } from '#kernel/clock.ts';
import { clamdAntivirus } from '#adapters/antivirus-clamd.ts';
import { JobFault } from '#domain/jobs/job-fault.ts';
import { eraseDueBlobs } from '#features/erasure/api.ts';
import { readShownDossier } from '#features/links/read-shown-dossier.ts';
import type { BlobAddress } from '#ports/blob-store.ts';
import { idCard } from '#specimens/papers.ts';
import { SPECIMEN_PEOPLE } from '#specimens/people.ts';
import { openJobQueue, type JobQueue } from '#store/job-queue.ts';
import { clamdSpeech, findsEicar } from '#testing/clamd-speech.ts';
import { fullHouse, type FullHouse } from '#testing/full-house.ts';
import { givenUpload } from '#testing/given-upload.ts';
import { newMails } from '#testing/mail-reader.ts';
import { emptyDatabase } from '#testing/test-database.ts';
import { prepareFile } from './prepare-file.ts';
import { ownFiles } from './read-piece.ts';
import { requeueStuckFiles } from './requeue-stuck-files.ts';
import { uploadFile } from './upload-file.ts';

const TRIES = 4;
const LONG_MS = 120_000;

let house: FullHouse;
let queue: JobQueue | undefined;
let clamd: Server | undefined;
let port = 0;
const sent: { fileId: string }[] = [];

async function* once(bytes: Uint8Array) {
  yield bytes;
}

const startClamd = async () => {
  clamd = createServer(clamdSpeech(findsEicar)).listen(port, '127.0.0.1');
  await happens(clamd, 'listening');
  ({ port } = clamd.address() as AddressInfo);
};
const stopClamd = async () => {
  clamd?.close();
  if (clamd?.listening) await happens(clamd, 'close');
};

beforeEach(async () => {
  await emptyDatabase();
  house = await fullHouse();
  queue ??= await openJobQueue(house.db, { embedded: true, onFault: () => {} });
  await startClamd();
  sent.length = 0;
});
afterEach(stopClamd);
afterAll(async () => queue?.stop());

/** The house with the virus check set, and a look at the jobs that it sends. */
const withCheck = () => ({
  ...house,
  antivirus: clamdAntivirus({ url: `tcp://127.0.0.1:${port}` }),
  jobs: { send: async (_tx: unknown, _name: string, payload: unknown) => void sent.push(payload as { fileId: string }) },
});

test(
  'with the virus check out of reach a file is kept, shown to nobody else, its owner told once; back again, it passes by itself',
  async () => {
    const { tenant, pieceId, fileId } = await givenUpload(house);
    await stopClamd();
    for (let round = 0; round < 2; round += 1)
      for (let attempt = 1; attempt <= TRIES; attempt += 1)
        await expect(prepareFile(withCheck(), { fileId }, { last: attempt === TRIES })).rejects.toThrow(
          new JobFault('antivirus_unavailable'),
        );
    expect(await ownFiles(house, pieceId)).toMatchObject([{ state: 'received', code: 'processing_failed' }]);
    const row = await house.db.selectFrom('file').selectAll().executeTakeFirstOrThrow();
    expect([row.previewAddress, row.workingAddress, row.factsAddress]).toEqual([null, null, null]);
    const shown = await readShownDossier(house, tenant.dossierId);
    expect(shown?.people.flatMap((person) => person.pieces).reduce((sum, piece) => sum + piece.files, 0)).toBe(0);
    const mails = await newMails(house);
    expect(mails.map(({ to, subject }) => [to, subject])).toEqual([['camille@tenants.test', 'Un document attend encore']]);

    await startClamd();
    house.pass(11 * MINUTE_MS);
    expect(await requeueStuckFiles(withCheck())).toBe(1);
    for (const payload of sent.splice(0)) await prepareFile(withCheck(), payload, { last: false });
    expect(await ownFiles(house, pieceId)).toMatchObject([{ state: 'ready', code: null, pages: 1 }]);
  },
  LONG_MS,
);

test(
  'a file in which something is found loses its bytes and its key, its owner reads why, and the next one passes',
  async () => {
    const { tenant, pieceId } = await givenUpload(house);
    const { bytes } = await idCard(SPECIMEN_PEOPLE[1]);
    const marked = Buffer.concat([bytes, Buffer.from('\n% EICAR\n')]);
    const given = await uploadFile(withCheck(), { ...tenant, pieceId, name: 'autre.pdf', bytes: once(marked) });
    const fileId = given.ok ? given.value.fileId! : expect.fail('not taken');
    const rowOf = (id: string) =>
      house.db
        .selectFrom('file')
        .selectAll()
        .where('id', '=', id as typeof fileId)
        .executeTakeFirstOrThrow();
    const { originalAddress } = await rowOf(fileId);
    expect(house.blobs.held.has(originalAddress as BlobAddress)).toBe(true);

    await prepareFile(withCheck(), { fileId }, { last: false });
    expect(await rowOf(fileId)).toMatchObject({ state: 'rejected', code: 'infected', wrappedKey: null, previewAddress: null });
    await eraseDueBlobs(house);
    expect(house.blobs.held.has(originalAddress as BlobAddress)).toBe(false);
    expect(await ownFiles(house, pieceId)).toContainEqual(expect.objectContaining({ code: 'infected', name: 'autre.pdf' }));

    const [first] = (await ownFiles(house, pieceId)).filter(({ id }) => id !== fileId);
    await prepareFile(withCheck(), { fileId: first!.id }, { last: false });
    expect(await rowOf(first!.id)).toMatchObject({ state: 'ready', code: null });
    const shown = await readShownDossier(house, tenant.dossierId);
    expect(shown?.people.flatMap((person) => person.pieces).reduce((sum, piece) => sum + piece.files, 0)).toBe(1);
  },
  LONG_MS,
);
