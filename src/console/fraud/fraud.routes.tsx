import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { parseId, type Id } from '#kernel/ids.ts';
import { readAlert } from '#features/fraud/read-alert.ts';
import { readAlertPage } from '#features/fraud/read-alert-page.ts';
import { readAlerts } from '#features/fraud/read-alerts.ts';
import { settleAlert } from '#features/fraud/settle-alert.ts';
import type { House } from '#features/house.ts';
import type { App } from '#http/app.ts';
import { readForm, type FieldErrors } from '#http/forms.ts';
import { accountOf, agentsOnly } from '#http/guards.ts';
import { seeOther, sendPage } from '#http/pages.ts';
import { HttpFailure } from '#http/server.ts';
import { frenchFrame } from '../french-frame.ts';
import { AlertPage } from './alert.page.tsx';
import { AlertsPage } from './alerts.page.tsx';

const HOME = '/console/fraude';

const settleForm = z.object({
  outcome: z.enum(['one_household', 'nothing_to_follow', 'to_follow'], { error: 'fraud.choose' }),
});

const param = <Noun extends string>(request: FastifyRequest, name: string): Id<Noun> => {
  const id = parseId<Noun>((request.params as Readonly<Record<string, unknown>>)[name]);
  if (!id) throw new HttpFailure(404);
  return id;
};

/** The same paper in the dossiers of two people: for fraud referents; to every other agent these pages are not there. */
export function fraudRoutes(
  app: App,
  house: Pick<House, 'db' | 'transact' | 'clock' | 'ids' | 'vault' | 'secrets' | 'engine'>,
): void {
  app.addHook('preHandler', agentsOnly);

  const askedBy = (request: FastifyRequest) => ({
    accountId: accountOf(request).id,
    alertId: param<'duplicateAlert'>(request, 'alert'),
  });

  const show = async (request: FastifyRequest, errors: FieldErrors) => {
    const view = await readAlert(house, { ...askedBy(request), network: request.network });
    if (!view) throw new HttpFailure(404);
    return <AlertPage frame={frenchFrame(request)} view={view} errors={errors} />;
  };

  app.get(HOME, async (request, reply) => {
    const alerts = await readAlerts(house, { accountId: accountOf(request).id });
    if (!alerts) throw new HttpFailure(404);
    reply.header('cache-control', 'private, no-store');
    return sendPage(reply, <AlertsPage frame={frenchFrame(request)} alerts={alerts} />);
  });

  app.get(`${HOME}/:alert`, async (request, reply) => {
    reply.header('cache-control', 'private, no-store');
    return sendPage(reply, await show(request, {}));
  });

  app.post(`${HOME}/:alert/regardee`, async (request, reply) => {
    const asked = askedBy(request);
    const form = readForm(request, settleForm);
    if (!form.ok) return sendPage(reply, await show(request, form.errors), 422);
    const done = await settleAlert(house, { ...asked, ...form.value });
    if (!done.ok) throw new HttpFailure(404);
    return seeOther(reply, HOME, { kind: 'success', key: 'fraud.noted' });
  });

  app.get(`${HOME}/:alert/fichiers/:file/pages/:page`, async (request, reply) => {
    const page = Number((request.params as Readonly<Record<string, unknown>>)['page']);
    if (!Number.isInteger(page) || page < 0) throw new HttpFailure(404);
    const asked = { ...askedBy(request), fileId: param<'file'>(request, 'file'), page, network: request.network };
    const jpeg = await readAlertPage(house, asked);
    if (!jpeg) throw new HttpFailure(404);
    return reply.header('cache-control', 'private, no-store').type('image/jpeg').send(Buffer.from(jpeg));
  });
}
