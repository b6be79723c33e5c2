import type { FastifyReply, FastifyRequest } from 'fastify';
import { comeBack, type ReturnFailure } from '#features/france-connect/come-back.ts';
import { depart } from '#features/france-connect/depart.ts';
import type { App } from '#http/app.ts';
import { localPath, seeOther, sendPage } from '#http/pages.ts';
import { HttpFailure } from '#http/server.ts';
import type { Frame } from '#ui/frame.ts';
import { placeOf } from '../accounts/fields.ts';
import { arrive } from './arrive.ts';
import { FailurePage } from './failure.page.tsx';
import type { FranceConnectHouse } from './france-connect-house.ts';
import { RefusedPage } from './refused.page.tsx';

const HOME = '/dossier';

/** The frame of a page on the return address, which cannot be opened a second time: its language links lead on. */
function onwardFrame(request: FastifyRequest): Frame {
  const frame = request.frame();
  return { ...frame, here: frame.signedIn ? '/compte/franceconnect' : '/connexion' };
}

/**
 * Shows the one page of failures and writes the line that its reference finds. Somebody who gave up is no failure; five technical ones in
 * five minutes are an alert.
 */
export async function fail(
  request: FastifyRequest,
  reply: FastifyReply,
  failure: ReturnFailure,
  back = HOME,
): Promise<FastifyReply> {
  const line = { cause: failure.reason, detail: failure.detail, requestId: request.id };
  const technical = failure.reason.startsWith('provider.') && failure.reason !== 'provider.denied';
  request.log[technical ? 'warn' : 'info'](line, 'sign-in by FranceConnect came to nothing');
  if (technical && !(await request.within('fc_fault', 'all')).allowed)
    request.log.error({ alert: 'france_connect', ...line }, 'FranceConnect fails again and again');
  await request.ensureSession();
  return sendPage(reply, <FailurePage frame={onwardFrame(request)} back={back} reference={request.id} />, 400);
}

/** Leaving for FranceConnect, and coming back. No address that is merely opened starts a sign-in. */
export function roundTripRoutes(app: App, house: FranceConnectHouse): void {
  app.post('/franceconnect/depart', async (request, reply) => {
    if (!house.franceConnect) throw new HttpFailure(404);
    const back = localPath((request.body as Readonly<Record<string, unknown>>)['retour'], HOME);
    const { id: sessionId } = await request.ensureSession();
    const begun = await depart(house, { sessionId, accountId: null, purpose: 'sign_in', back });
    return begun.ok ? seeOther(reply, begun.value) : fail(request, reply, begun.error, back);
  });

  app.get('/franceconnect/retour', async (request, reply) => {
    if (!house.franceConnect) throw new HttpFailure(404);
    const mark = request.url.indexOf('?');
    const done = await comeBack(house, {
      sessionId: request.session?.id ?? null,
      accountId: request.session?.account?.id ?? null,
      query: mark < 0 ? '' : request.url.slice(mark),
      place: placeOf(request),
    });
    if (!done.ok) return fail(request, reply, done.error, done.error.back);
    const returned = done.value;
    if (returned.kind === 'newcomer') return seeOther(reply, '/franceconnect/compte');
    if (returned.kind === 'refused')
      return sendPage(reply, <RefusedPage frame={onwardFrame(request)} refusal={returned.refusal} />, 409);
    if (returned.kind === 'signed_in') return arrive(request, reply, house, returned);
    return arrive(request, reply, house, {
      ...returned,
      notice: { kind: 'success', key: returned.kind === 'linked' ? 'france_connect.linked' : 'france_connect.proved' },
    });
  });
}
