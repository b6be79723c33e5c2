/**
 * The program is killed as by a power cut, at every kind of moment, and started again on the same data: nothing that was acknowledged
 * is lost, every job ends, no document is left half read.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fileBlobs } from '#adapters/blobs-fs.ts';
import { loadOrMakeMasterKeys } from '#adapters/master-keys.ts';
import { vault } from '#adapters/vault.ts';
import { parisDate } from '#kernel/civil-date.ts';
import { payslipWindow } from '#domain/dates/windows.ts';
import type { BlobAddress } from '#ports/blob-store.ts';
import type { WrappedKey } from '#ports/vault.ts';
import { idCard, payslip, rentReceipt, workContract } from '#specimens/papers.ts';
import { SPECIMEN_PEOPLE } from '#specimens/people.ts';
import { scanned } from '#specimens/scanned.ts';
import { openEmbedded } from '#store/open-database.ts';
import { Applicant } from './kit/applicant.ts';
import { Client } from './kit/client.ts';
import { forget, newDataDirectory, spawnProgram, startProgram, type Program } from './kit/program.ts';

const [camille] = SPECIMEN_PEOPLE;
const EMAIL = 'camille@crash.test';
/** How long jobs may take between two looks at the data. */
const QUIET_MS = 8000;
const LOOKS = 20;

let program: Program;
const tenant = new Applicant(() => program, EMAIL);
/** Documents that the service said it has: by upload key. */
const acknowledged = new Set<string>();

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Starts again where it was killed: same data, same port. */
const again = async () => {
  program = await startProgram({ dataDirectory: program.dataDirectory, port: program.port });
};

/** Sends documents all at once, as an impatient person would. @returns settles each by its code, or `lost` when the service went away */
const sendAll = (to: string, papers: readonly (readonly [string, Uint8Array])[]) =>
  papers.map(async ([key, bytes]) => {
    const code = await tenant.client.upload(to, key, `${key}.pdf`, bytes).catch(() => 'lost');
    if (code === 'accepted') acknowledged.add(key);
    return code;
  });

/** Sends again what got no answer, with the same keys, as the script of the page does by itself. */
const sendRest = async (to: string, papers: readonly (readonly [string, Uint8Array])[]) => {
  for (const [key, bytes] of papers)
    if (!acknowledged.has(key)) {
      expect(await tenant.client.upload(to, key, `${key}.pdf`, bytes), key).toBe('accepted');
      acknowledged.add(key);
    }
};

const waitUntilOpened = async (to: string) => {
  const state = to.replace(/fichiers$/, 'etat');
  while (await tenant.client.isPending(state)) await sleep(200);
};

beforeAll(async () => {
  program = await startProgram({ dataDirectory: await newDataDirectory() });
  await tenant.signUp(camille);
});

afterAll(async () => {
  await program.kill();
  await forget(program.dataDirectory);
});

const months = payslipWindow(parisDate(new Date())).asked;

test('killed while documents arrive: those acknowledged are there, the others are sent again and kept once', async () => {
  const { documents: to } = await tenant.answer('activite', { situation: 'activity.permanent' });
  const papers = await Promise.all(
    Array.from({ length: 8 }, async (_, index) => {
      const { bytes } = await workContract(SPECIMEN_PEOPLE[index % SPECIMEN_PEOPLE.length] ?? camille);
      return [`contract-${index}`, await scanned(bytes, { dpi: 100, quality: 60 + index })] as const;
    }),
  );
  await Promise.race(sendAll(to, papers));
  await program.kill();
  await again();
  await sendRest(to, papers);
});

test('killed while documents are opened', async () => {
  const { documents: to } = await tenant.answer('identite', { situation: 'identity.id_card' });
  await Promise.all(sendAll(to, [['identity-card', (await idCard(camille)).bytes]]));
  await program.kill();
  await again();
});

test('killed while documents are read', async () => {
  const { documents: to } = await tenant.answer('hebergement', { situation: 'home.tenant.receipts' });
  const papers = await Promise.all(
    months.map(async (month) => [`receipt-${month}`, await scanned((await rentReceipt(camille, month)).bytes)] as const),
  );
  await Promise.all(sendAll(to, papers));
  await waitUntilOpened(to);
  await program.kill();
  await again();
});

test('killed while a copy is made: the landlord who waits gets it', async () => {
  const { documents: to } = await tenant.answer('ressources/nouveau', {
    situation: 'income.salary.over_3_months',
    amount: '1912',
  });
  const papers = await Promise.all(
    months.map(async (month) => [`payslip-${month}`, (await payslip(camille, month)).bytes] as const),
  );
  await Promise.all(sendAll(to, papers));
  await tenant.answer('impots', { situation: 'skip' });
  await tenant.withoutGuarantor();
  await waitUntilOpened(to);
  const link = await tenant.makeLink();
  const landlord = new Client(() => program);
  const asked = landlord.get(`${link}/dossier.pdf`).catch(() => null);
  await sleep(600);
  await program.kill();
  await asked;
  await again();
  let copy = await landlord.get(`${link}/dossier.pdf`);
  for (let tries = 0; copy.type !== 'application/pdf' && tries < 60; tries += 1) {
    await sleep(3000);
    copy = await landlord.get(`${link}/dossier.pdf`);
  }
  expect(copy.body.slice(0, 5)).toBe('%PDF-');
});

/** What the data say once the program has ended. */
async function lookAtData() {
  const opened = await openEmbedded(path.join(program.dataDirectory, 'pg'));
  const { db } = opened;
  try {
    const files = await db.selectFrom('file').selectAll().execute();
    const jobs = await sql<{
      count: string;
    }>`select count(*) from pgboss.job where name = 'engine' and state <> 'completed'`.execute(db);
    const examinations = await db
      .selectFrom('examination')
      .innerJoin('piece', (join) => join.onRef('piece.id', '=', 'examination.pieceId').onRef('piece.rev', '=', 'examination.rev'))
      .select('examination.state')
      .execute();
    return { files, jobsLeft: Number(jobs.rows[0]?.count ?? 0), examinations: examinations.map(({ state }) => state) };
  } finally {
    await opened.close();
  }
}

test('in the end nothing acknowledged is lost, no job is left, nothing is half read', async () => {
  await sleep(QUIET_MS);
  await program.stop();
  let data = await lookAtData();
  for (let looks = 0; data.jobsLeft > 0 && looks < LOOKS; looks += 1) {
    await again();
    await sleep(QUIET_MS);
    await program.stop();
    data = await lookAtData();
  }
  expect(data.jobsLeft).toBe(0);
  expect(data.files.map(({ uploadKey }) => uploadKey).sort()).toEqual([...acknowledged].sort());
  for (const file of data.files) {
    expect(file, file.uploadKey ?? '').toMatchObject({ state: 'ready', code: null, pages: 1 });
    expect(file.previewAddress && file.factsAddress && file.examinedAt, file.uploadKey ?? '').toBeTruthy();
  }
  expect(new Set(data.examinations)).toEqual(new Set(['done']));
  expect(data.examinations).toHaveLength(4);

  const { keys } = await loadOrMakeMasterKeys(path.join(program.dataDirectory, 'keys'));
  const safe = vault(keys, fileBlobs(path.join(program.dataDirectory, 'blobs')));
  for (const file of data.files) {
    const chunks: Uint8Array[] = [];
    const opened = await safe.open(file.wrappedKey as WrappedKey, {
      fileId: file.id,
      address: file.originalAddress as BlobAddress,
      role: 'original',
    });
    expect(opened.ok).toBe(true);
    if (opened.ok) for await (const chunk of opened.value) chunks.push(chunk);
    expect(Buffer.concat(chunks)).toHaveLength(file.size);
  }
});

test('a second process on the same data is refused with a clear word, and leaves them alone', async () => {
  await again();
  const second = spawnProgram({ PORT: '0', DATA_DIR: program.dataDirectory });
  const code = await new Promise((resolve) => second.child.once('exit', resolve));
  expect(code).toBe(1);
  expect(second.said()).toContain(`in use by process ${program.pid}`);
  expect(await readFile(path.join(program.dataDirectory, 'in-use.pid'), 'utf8')).toBe(String(program.pid));
  expect((await tenant.client.get(`${tenant.dossier}/etat-civil`)).status).toBe(200);
});
