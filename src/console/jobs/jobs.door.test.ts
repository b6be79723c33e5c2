import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Id } from '#kernel/ids.ts';
import { buryLostJobs } from '#features/jobs/bury-lost-jobs.ts';
import { sql } from 'kysely';
import { openJobQueue, type JobQueue } from '#store/job-queue.ts';
import { agentAt, fullSite, type FullSite } from '#testing/full-site.ts';
import { emptyDatabase } from '#testing/test-database.ts';
import type { Browser } from '#testing/test-site.ts';

const START_MS = 240_000;
const DEAD = '01975f3a-0000-7000-8000-000000000001';
const PAYLOAD = {
  fileId: '01975f3a-0000-7000-8000-000000000002',
  dossierId: '01975f3a-0000-7000-8000-000000000003',
};

let site: FullSite;
let queue: JobQueue;
let agent: Browser;

const roleOf = async (email: string, role: 'reviewer' | 'admin') => {
  const { id } = await site.house.db.selectFrom('account').select('id').where('email', '=', email).executeTakeFirstOrThrow();
  await site.house.db.updateTable('accountRole').set({ role }).where('accountId', '=', id).execute();
};

beforeAll(async () => {
  await emptyDatabase();
  site = await fullSite();
  queue = await openJobQueue(site.house.db, { embedded: true, onFault: () => {} });
  await site.house.db
    .insertInto('deadJob')
    .values({
      id: DEAD as Id<'deadJob'>,
      name: 'file.prepare',
      payload: JSON.stringify(PAYLOAD),
      code: 'antivirus_unavailable',
      firstFailedAt: new Date('2026-11-23T08:30:00Z'),
    })
    .execute();
  agent = await agentAt(site, 'un@agents.test');
}, START_MS);

afterAll(() => queue.stop());

test('an agent who only reviews does not see the work of the service', async () => {
  expect((await agent.get('/console/travaux')).status).toBe(404);
  expect((await agent.get('/console')).body).not.toContain('/console/travaux');
  expect((await agent.post(`/console/travaux/${DEAD}/rejouer`)).status).toBe(404);
});

test('an administrator sees what failed for good, its cause and its age, and starts it again', async () => {
  await roleOf('un@agents.test', 'admin');
  expect((await agent.get('/console')).body).toContain('href="/console/travaux"');
  const page = await agent.get('/console/travaux');
  expect(page.status).toBe(200);
  expect(page.body).toContain('1 travail en échec');
  expect(page.body).toContain('le contrôle des virus ne répond pas');
  expect(page.body).toMatch(/3\d minutes/);
  expect(page.body).not.toContain(PAYLOAD.fileId);
  const again = await agent.post(`/console/travaux/${DEAD}/rejouer`);
  expect([again.status, again.location]).toEqual([303, '/console/travaux']);
  expect((await agent.get('/console/travaux')).body).toContain('Aucun travail en échec');
  expect((await agent.post(`/console/travaux/${DEAD}/rejouer`)).status).toBe(404);
});

test('a job whose worker died at every try is found and shown, one that was noted already is not shown twice', async () => {
  const { house } = site;
  await house.transact((tx) => queue.send(tx, 'file.prepare', PAYLOAD));
  const output = JSON.stringify({ value: { message: 'job failed by timeout in active state' } });
  await sql`update pgboss.job set state = 'failed', output = ${output}::jsonb where data->'payload'->>'fileId' = ${PAYLOAD.fileId}`.execute(
    house.db,
  );
  expect(await buryLostJobs(house)).toBe(1);
  expect(await buryLostJobs(house)).toBe(0);
  expect((await agent.get('/console/travaux')).body).toContain('le programme s’est arrêté à chaque essai');
});
