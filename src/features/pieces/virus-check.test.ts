import { once } from 'node:events';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { MINUTE_MS } from '#kernel/clock.ts';
import { clamdAntivirus } from '#adapters/antivirus-clamd.ts';
import { JobFault } from '#domain/jobs/job-fault.ts';
import { readShownDossier } from '#features/links/read-shown-dossier.ts';
import { openJobQueue, type JobQueue } from '#store/job-queue.ts';
import { clamdSpeech, findsEicar } from '#testing/clamd-speech.ts';
import { fullHouse, type FullHouse } from '#testing/full-house.ts';
import { givenUpload } from '#testing/given-upload.ts';
import { newMails } from '#testing/mail-reader.ts';
import { emptyDatabase } from '#testing/test-database.ts';
import { prepareFile } from './prepare-file.ts';
import { ownFiles } from './read-piece.ts';
import { requeueStuckFiles } from './requeue-stuck-files.ts';

const TRIES = 4;

let house: FullHouse;
let queue: JobQueue | undefined;
let clamd: Server | undefined;
let port = 0;
const sent: { fileId: string }[] = [];

const startClamd = async () => {
  clamd = createServer(clamdSpeech(findsEicar)).listen(port, '127.0.0.1');
  await once(clamd, 'listening');
  ({ port } = clamd.address() as AddressInfo);
};
const stopClamd = async () => {
  clamd?.close();
  if (clamd?.listening) await once(clamd, 'close');
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

test('with the virus check out of reach a file is kept, shown to nobody else, its owner told once; back again, it passes by itself', async () => {
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
});
