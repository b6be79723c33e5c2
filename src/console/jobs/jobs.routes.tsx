import type { FastifyRequest } from 'fastify';
import { parseId } from '#kernel/ids.ts';
import { readJobs } from '#features/jobs/read-jobs.ts';
import { replayJob } from '#features/jobs/replay-job.ts';
import type { House } from '#features/house.ts';
import type { App } from '#http/app.ts';
import { accountOf, agentsOnly } from '#http/guards.ts';
import { seeOther, sendPage } from '#http/pages.ts';
import { HttpFailure } from '#http/server.ts';
import { frenchFrame } from '../french-frame.ts';
import { JobsPage } from './jobs.page.tsx';

const HOME = '/console/travaux';

/** Work that the service does by itself: how much waits, what failed for good, and a way to start it again. For administrators. */
export function jobsRoutes(app: App, house: Pick<House, 'db' | 'transact' | 'clock' | 'jobs'>): void {
  app.addHook('preHandler', agentsOnly);
  app.addHook('preHandler', async (request: FastifyRequest) => {
    if (!accountOf(request).roles.includes('admin')) throw new HttpFailure(404);
  });

  app.get(HOME, async (request, reply) => {
    reply.header('cache-control', 'private, no-store');
    return sendPage(reply, <JobsPage frame={frenchFrame(request)} {...await readJobs(house)} />);
  });

  app.post(`${HOME}/:job/rejouer`, async (request, reply) => {
    const id = parseId<'deadJob'>((request.params as Readonly<Record<string, unknown>>)['job']);
    const done = id && (await replayJob(house, { id }));
    if (!done?.ok) throw new HttpFailure(404);
    return seeOther(reply, HOME, { kind: 'success', key: 'jobs.replayed' });
  });
}
