import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { confirmNames, readNamesToConfirm } from '#features/france-connect/carry-names.ts';
import { depart } from '#features/france-connect/depart.ts';
import { readLink } from '#features/france-connect/read-link.ts';
import { proveForLink, unlinkIdentity } from '#features/france-connect/unlink-identity.ts';
import type { App } from '#http/app.ts';
import { readForm, type FieldErrors } from '#http/forms.ts';
import { accountOf, membersOnly } from '#http/guards.ts';
import { localPath, seeOther, sendPage } from '#http/pages.ts';
import { HttpFailure } from '#http/server.ts';
import type { Session } from '#ports/sessions.ts';
import { passwordField, sayWait } from '../accounts/fields.ts';
import type { FranceConnectHouse } from './france-connect-house.ts';
import { LinkPage, NamesToConfirmPage } from './link.pages.tsx';
import { fail } from './round-trip.routes.tsx';

const LINK = '/compte/franceconnect';
const NAMES = `${LINK}/noms`;
const passwordForm = z.object({ password: passwordField.default('') });

function sessionOf(request: FastifyRequest): Session {
  if (!request.session) throw new Error('this route needs a guard: it has no session');
  return request.session;
}

/** The link of one's own account: linking, unlinking, proving again who one is, names that changed. */
export function linkRoutes(app: App, house: FranceConnectHouse): void {
  const guarded = { preHandler: membersOnly };

  const show = async (request: FastifyRequest, reply: FastifyReply, errors: FieldErrors, status = 200) => {
    if (!house.franceConnect) throw new HttpFailure(404);
    const view = await readLink(house, { accountId: accountOf(request).id, session: sessionOf(request) });
    if (!view) throw new HttpFailure(404);
    return sendPage(reply, <LinkPage frame={request.frame()} view={view} errors={errors} />, status);
  };

  const passwordOf = (request: FastifyRequest) => {
    const read = readForm(request, passwordForm);
    return read.ok ? read.value.password : '';
  };

  const leave = async (request: FastifyRequest, reply: FastifyReply, purpose: 'link' | 'prove', back: string) => {
    const { id: sessionId } = sessionOf(request);
    const begun = await depart(house, { sessionId, accountId: accountOf(request).id, purpose, back });
    return begun.ok ? seeOther(reply, begun.value) : fail(request, reply, begun.error);
  };

  app.get(LINK, guarded, async (request, reply) => show(request, reply, {}));

  app.post(`${LINK}/lier`, guarded, async (request, reply) => {
    if (!house.franceConnect) throw new HttpFailure(404);
    const asked = { accountId: accountOf(request).id, session: sessionOf(request), password: passwordOf(request) };
    const proof = await proveForLink(house, asked);
    if (proof.ok) return leave(request, reply, 'link', LINK);
    return proof.error.reason === 'proof.wait'
      ? show(request, reply, { password: sayWait(request, proof.error.retryAt) }, 429)
      : show(request, reply, { password: request.t('accounts.proof_wrong') }, 422);
  });

  app.post(`${LINK}/prouver`, guarded, async (request, reply) => {
    if (!house.franceConnect) throw new HttpFailure(404);
    const back = localPath((request.body as Readonly<Record<string, unknown>>)['retour'], '/compte');
    return leave(request, reply, 'prove', back);
  });

  app.post(`${LINK}/delier`, guarded, async (request, reply) => {
    const asked = { accountId: accountOf(request).id, session: sessionOf(request), password: passwordOf(request) };
    const done = await unlinkIdentity(house, asked);
    if (done.ok) return seeOther(reply, LINK, { kind: 'success', key: 'france_connect.unlinked' });
    const refusal = done.error;
    if (refusal.reason === 'proof.wait') return show(request, reply, { password: sayWait(request, refusal.retryAt) }, 429);
    if (refusal.reason === 'proof.wrong') return show(request, reply, { password: request.t('accounts.proof_wrong') }, 422);
    return seeOther(reply, '/compte/mot-de-passe', { kind: 'warning', key: 'france_connect.no_other_way' });
  });

  app.get(NAMES, guarded, async (request, reply) => {
    const back = localPath((request.query as Readonly<Record<string, unknown>>)['retour'], '/dossier');
    const names = await readNamesToConfirm(house, { accountId: accountOf(request).id });
    if (!names) return seeOther(reply, back);
    return sendPage(reply, <NamesToConfirmPage frame={request.frame()} names={names} back={back} />);
  });

  app.post(NAMES, guarded, async (request, reply) => {
    const back = localPath((request.body as Readonly<Record<string, unknown>>)['retour'], '/dossier');
    const done = await confirmNames(house, { accountId: accountOf(request).id });
    return seeOther(reply, back, done.ok ? { kind: 'success', key: 'france_connect.names_confirmed' } : undefined);
  });
}
