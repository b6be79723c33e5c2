import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { parseId, type Id } from '#kernel/ids.ts';
import { changePassword } from '#features/accounts/change-password.ts';
import { readAccount, type AccountCard } from '#features/accounts/read-account.ts';
import { endOtherSessions, endSession, listSessions } from '#features/accounts/sessions.ts';
import { setLocale } from '#features/accounts/set-locale.ts';
import { LOCALES } from '#i18n/locales.ts';
import type { App } from '#http/app.ts';
import { readForm, type FieldErrors } from '#http/forms.ts';
import { accountOf, membersOnly } from '#http/guards.ts';
import { seeOther, sendPage } from '#http/pages.ts';
import { HttpFailure } from '#http/server.ts';
import { AccountSummaryPage } from './account.page.tsx';
import type { AccountsHouse } from './accounts-house.ts';
import { ChangePasswordPage } from './change-password.page.tsx';
import { passwordField, sayFaults, sayWait } from './fields.ts';
import { SessionsPage } from './sessions.page.tsx';

const passwordForm = z.object({ password: passwordField, new_password: passwordField });

/** Id of the session of a request that passed a guard. */
export function sessionIdOf(request: FastifyRequest): Id<'session'> {
  if (!request.session) throw new Error('this route needs a guard: it has no session');
  return request.session.id;
}

/** The account of a request that passed a guard, as its pages show it. */
export async function cardOf(house: Pick<AccountsHouse, 'db'>, request: FastifyRequest): Promise<AccountCard> {
  const card = await readAccount(house, { accountId: accountOf(request).id });
  if (!card) throw new HttpFailure(404);
  return card;
}

/** `/compte` and its sections, except the address. */
export function accountRoutes(app: App, house: AccountsHouse): void {
  const guarded = { preHandler: membersOnly };

  app.get('/compte', guarded, async (request, reply) =>
    sendPage(reply, <AccountSummaryPage frame={request.frame()} account={await cardOf(house, request)} />),
  );

  app.post('/compte/langue', guarded, async (request, reply) => {
    const read = readForm(request, z.object({ locale: z.enum(LOCALES) }));
    if (!read.ok) throw new HttpFailure(400);
    await setLocale(house, { accountId: accountOf(request).id, locale: read.value.locale });
    return seeOther(reply, '/compte', { kind: 'success', key: 'accounts.account.language_saved' });
  });

  const askPassword = async (request: FastifyRequest, reply: FastifyReply, errors: FieldErrors, status = 200) =>
    sendPage(
      reply,
      <ChangePasswordPage frame={request.frame()} account={await cardOf(house, request)} errors={errors} />,
      status,
    );

  app.get('/compte/mot-de-passe', guarded, async (request, reply) => askPassword(request, reply, {}));

  app.post('/compte/mot-de-passe', guarded, async (request, reply) => {
    const read = readForm(request, passwordForm);
    if (!read.ok) return askPassword(request, reply, read.errors, 422);
    const { password: present, new_password: next } = read.value;
    const done = await changePassword(house, {
      accountId: accountOf(request).id,
      sessionId: sessionIdOf(request),
      present,
      next,
    });
    if (done.ok) return seeOther(reply, '/compte', { kind: 'success', key: 'accounts.change_password.done' });
    const refusal = done.error;
    if (refusal.reason === 'password.faults')
      return askPassword(request, reply, { new_password: sayFaults(request, refusal.faults) }, 422);
    if (refusal.reason === 'proof.wait') return askPassword(request, reply, { password: sayWait(request, refusal.retryAt) }, 429);
    return askPassword(request, reply, { password: request.t('accounts.proof_wrong') }, 422);
  });

  app.get('/compte/sessions', guarded, async (request, reply) => {
    const sessions = await listSessions(house, { accountId: accountOf(request).id });
    return sendPage(reply, <SessionsPage frame={request.frame()} sessions={sessions} here={sessionIdOf(request)} />);
  });

  app.post('/compte/sessions/fermer', guarded, async (request, reply) => {
    const accountId = accountOf(request).id;
    const read = readForm(request, z.object({ session: z.string().optional() }));
    const asked = read.ok ? read.value.session : undefined;
    if (asked === undefined) await endOtherSessions(house, { accountId, sessionId: sessionIdOf(request) });
    else {
      const sessionId = parseId<'session'>(asked);
      const ended = sessionId && (await endSession(house, { accountId, sessionId }));
      if (!ended?.ok) throw new HttpFailure(404);
    }
    return seeOther(reply, '/compte/sessions', { kind: 'success', key: 'accounts.sessions.ended' });
  });
}
