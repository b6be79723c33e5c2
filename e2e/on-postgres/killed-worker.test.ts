/**
 * A worker is killed with `kill -9` in the middle of each kind of job, while pages are answered by another process; the worker that comes
 * after it finishes the work, and is killed at the next kind. Nothing is lost, half read, or handed out without its mark.
 */
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parisDate } from '#kernel/civil-date.ts';
import { payslipWindow } from '#domain/dates/windows.ts';
import type { JobName } from '#ports/job-queue.ts';
import { idCard, payslip, rentReceipt, workContract } from '#specimens/papers.ts';
import { SPECIMEN_PEOPLE } from '#specimens/people.ts';
import type { Specimen } from '#specimens/specimen.ts';
import { photographed } from '#specimens/scanned.ts';
import { childrenOf, isAlive } from '#testing/processes.ts';
import { Applicant } from '../kit/applicant.ts';
import { Client } from '../kit/client.ts';
import { PARTS, partsWithoutMark, picturesIn } from '../kit/marks.ts';
import type { Program } from '../kit/program.ts';
import { splitProgram, until, type SplitProgram } from '../kit/split-program.ts';

const [camille] = SPECIMEN_PEOPLE;
const months = payslipWindow(parisDate(new Date())).asked;

let program: SplitProgram;
let worker: Program;
/** Where the worker and its children keep what they work on. */
let workplace: string;
let link: string;
let card: Buffer;
/** A picture of every paper that was sent, without mark. */
const originals: Buffer[] = [];
const tenant = new Applicant(() => program.web, 'camille@workers.test');
const landlord = new Client(() => program.web);

const startWorker = async () => {
  workplace = await mkdtemp(path.join(tmpdir(), 'workplace-'));
  worker = await program.startWorker({ ENGINE_SLOTS: '1', TMPDIR: workplace });
};

const jobsOf = async (name: JobName | null, states: readonly string[]) =>
  (
    await sql<{ id: string; state: string; tries: number }>`
      select id, state, retry_count as tries from pgboss.job
      where name = 'engine' and (${name}::text is null or data->>'name' = ${name}) and state = any(${states})`.execute(
      program.database.db,
    )
  ).rows;
const isRunning = async (name: JobName) => (await jobsOf(name, ['active'])).length > 0;
const allDone = () => until('every job ends', async () => (await jobsOf(null, ['created', 'retry', 'active'])).length === 0);

/** Answers a question and sends the papers it asks for. */
async function send(slug: string, fields: Record<string, string>, papers: readonly Promise<Specimen>[]): Promise<void> {
  const { documents } = await tenant.answer(slug, fields);
  for (const [index, paper] of papers.entries()) {
    const name = `${slug.slice(0, 4)}-${index}`;
    const { bytes } = await paper;
    expect(await tenant.client.upload(documents, name, `${name}.pdf`, bytes)).toBe('accepted');
    originals.push(await photographed(bytes, { dpi: 144, quality: 95 }));
  }
}

const isBinding = async () => {
  for (const child of await readdir(workplace))
    if ((await readdir(path.join(workplace, child)).catch(() => [])).some((name) => name.startsWith('bind-'))) return true;
  return false;
};

/** Kills the worker as a power cut would, and sees that what it was doing stands there unfinished and that its children end with it. */
async function killWorker(during: JobName): Promise<void> {
  const children = childrenOf(worker.pid);
  expect(children).not.toEqual([]);
  await worker.kill();
  expect(await jobsOf(during, ['active'])).toMatchObject([{ tries: 0 }]);
  await until('its children end', async () => !children.some(isAlive));
  await rm(workplace, { recursive: true });
}

/** Another worker comes; the time that the dead one was given is over sooner than in earnest, one to three minutes. */
async function anotherWorkerComes(): Promise<void> {
  await startWorker();
  await sql`update pgboss.job set started_on = started_on - interval '1 hour' where name = 'engine' and state = 'active'`.execute(
    program.database.db,
  );
}

async function anotherWorkerFinishes(): Promise<void> {
  await anotherWorkerComes();
  await allDone();
  expect(await jobsOf(null, ['failed', 'cancelled'])).toEqual([]);
  expect(await program.database.db.selectFrom('deadJob').selectAll().execute()).toEqual([]);
}

const copies = () =>
  program.database.db.selectFrom('copy').select(['kind', 'state', 'address', 'tries']).orderBy('requestedAt').execute();

beforeAll(async () => {
  program = await splitProgram();
  await startWorker();
  await tenant.signUp(camille);
  await send(
    'hebergement',
    { situation: 'home.tenant.receipts' },
    months.map((month) => rentReceipt(camille, month)),
  );
  await send('activite', { situation: 'activity.permanent' }, [workContract(camille)]);
  const income = { situation: 'income.salary.over_3_months', amount: '1912' };
  await send(
    'ressources/nouveau',
    income,
    months.map((month) => payslip(camille, month)),
  );
  await tenant.answer('impots', { situation: 'skip' });
  await tenant.withoutGuarantor();
  await allDone();
});

afterAll(async () => {
  await program?.end();
  await rm(workplace, { recursive: true, force: true });
});

test('killed while it opens a document: the next one opens it', async () => {
  const { documents } = await tenant.answer('identite', { situation: 'identity.id_card' });
  // Large enough to be still at it when the job has been seen to run.
  card = await photographed((await idCard(camille)).bytes, { dpi: 500 });
  originals.push(card);
  const [answer] = await Promise.all([
    tenant.client.upload(documents, 'identity-card', 'carte.jpg', card),
    until('a document is opened', () => isRunning('file.prepare')).then(() => killWorker('file.prepare')),
  ]);
  expect(answer).toBe('accepted');
  const file = () =>
    program.database.db.selectFrom('file').selectAll().where('uploadKey', '=', 'identity-card').executeTakeFirstOrThrow();
  expect(await file()).toMatchObject({ state: 'received', previewAddress: null, pages: null });
  await anotherWorkerComes();
  await until('a document is opened', async () => (await file()).state === 'ready');
  expect(await file()).toMatchObject({ code: null, pages: 1 });
});

test('killed while it reads a document: the next one reads it', async () => {
  await until('a document is read', () => isRunning('piece.examine'));
  await killWorker('piece.examine');
  const present = () =>
    program.database.db
      .selectFrom('examination')
      .innerJoin('piece', (join) => join.onRef('piece.id', '=', 'examination.pieceId').onRef('piece.rev', '=', 'examination.rev'))
      .select('examination.state')
      .where('piece.category', '=', 'identity')
      .execute();
  expect((await present()).filter(({ state }) => state === 'done')).toEqual([]);
  await anotherWorkerFinishes();
  expect(await present()).toEqual([{ state: 'done' }]);
});

test('killed while it marks the pages of a document: the landlord gets them from the next one, marked', async () => {
  const piece = await program.database.db
    .selectFrom('piece')
    .select('id')
    .where('category', '=', 'identity')
    .executeTakeFirstOrThrow();
  link = await tenant.makeLink();
  const identity = `${link}/pieces/${piece.id}`;
  const asked = landlord.get(identity);
  await until('pages are marked', () => isRunning('copy.prepare'));
  await killWorker('copy.prepare');
  expect((await asked).body).not.toContain('/pages/0');
  expect(await copies()).toMatchObject([{ kind: 'pages', state: 'waiting', address: null }]);
  await anotherWorkerFinishes();
  expect((await landlord.get(identity)).body).toContain(`${identity}/pages/0`);
  const page = await landlord.picture(`${identity}/pages/0`);
  expect(await partsWithoutMark(page!, card)).toBe(0);
});

test('killed while it binds the dossier: the landlord gets it from the next one, every page marked', async () => {
  const asked = landlord.get(`${link}/dossier.pdf`);
  await until('the dossier is bound', isBinding);
  await killWorker('copy.prepare');
  expect((await asked).type).toBe('text/html');
  expect(await copies()).toMatchObject([{ state: 'ready' }, { kind: 'dossier', state: 'waiting', address: null }]);
  await anotherWorkerFinishes();
  const pictures = await picturesIn((await landlord.pdf(`${link}/dossier.pdf`))!);
  expect(pictures.length).toBeGreaterThanOrEqual(originals.length);
  for (const original of originals) {
    expect(await partsWithoutMark(original, original)).toBe(PARTS);
    // Against another paper its own text counts as well: a page of this one without mark would show.
    for (const picture of pictures) expect(await partsWithoutMark(picture, original)).toBe(0);
  }
  expect(await copies()).toMatchObject([
    { kind: 'pages', state: 'ready' },
    { kind: 'dossier', state: 'ready' },
  ]);
});

test('in the end every document that was taken is there, opened and read', async () => {
  const files = await program.database.db.selectFrom('file').selectAll().execute();
  expect(files).toHaveLength(originals.length);
  for (const file of files) {
    expect(file).toMatchObject({ state: 'ready', code: null });
    expect(file.wrappedKey && file.originalAddress && file.previewAddress && file.factsAddress && file.examinedAt).toBeTruthy();
  }
});
