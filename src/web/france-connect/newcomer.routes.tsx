import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Id } from '#kernel/ids.ts';
import { emailField, parseEmail } from '#domain/accounts/email.ts';
import { askPasskey } from '#features/accounts/agent-passkeys.ts';
import { readSecondFactors } from '#features/accounts/second-factors.ts';
import { createWithIdentity } from '#features/france-connect/create-account.ts';
import {
  askControlCode,
  proveByCode,
  proveByPasskey,
  proveByPassword,
  proveBySecondFactor,
  type Controlled,
  type ControlRefusal,
} from '#features/france-connect/prove-control.ts';
import { isKnownAddress } from '#features/france-connect/read-link.ts';
import { readPending, type Pending } from '#features/france-connect/session-notes.ts';
import type { App } from '#http/app.ts';
import { keepChallenge, takeChallenge } from '#http/challenge.ts';
import { readForm, ticked, type FieldErrors, type Typed } from '#http/forms.ts';
import { seeOther, sendPage } from '#http/pages.ts';
import { passwordField, placeOf, sayWait } from '../accounts/fields.ts';
import { arrive, enter } from './arrive.ts';
import type { FranceConnectHouse } from './france-connect-house.ts';
import { CodePage, NewcomerPage, ProvePage, SecondStepPage, StoppedPage } from './newcomer.pages.tsx';
import { RefusedPage } from './refused.page.tsx';

const CHOICE = '/franceconnect/compte';
const PROVE = `${CHOICE}/rattacher`;
const CODE = `${CHOICE}/code`;
const SECOND = `${CHOICE}/deuxieme-etape`;

const terms = ticked.refine((yes) => yes, 'accounts.sign_up.terms_needed');
const passwordForm = z.object({ email: emailField, password: passwordField });
const codeForm = z.object({ code: z.string().max(20) });

interface Waiting {
  readonly sessionId: Id<'session'>;
  readonly pending: Pending;
}

/** An identity that FranceConnect gave and that has no account here: a new account, or the proof that one is theirs. */
export function newcomerRoutes(app: App, house: FranceConnectHouse): void {
  const waiting = (request: FastifyRequest): Waiting | null => {
    const pending = request.session && readPending(house, request.session.state);
    return request.session && pending ? { sessionId: request.session.id, pending } : null;
  };
  const tooLate = (reply: FastifyReply) =>
    seeOther(reply, '/connexion', { kind: 'warning', key: 'france_connect.waited_too_long' });
  const proving = (request: FastifyRequest, at: Waiting) => ({ ...at, place: placeOf(request) });

  /** Shows where a proof led; `again` shows the form once more with what to mend. */
  const follow = async (
    request: FastifyRequest,
    reply: FastifyReply,
    { pending }: Waiting,
    done: { ok: true; value: Controlled } | { ok: false; error: ControlRefusal },
    again: (message: string, status: number) => FastifyReply | Promise<FastifyReply>,
    wrong: string,
  ) => {
    if (done.ok) {
      if (done.value.kind === 'second_factor') return seeOther(reply, SECOND);
      const { accountId } = done.value;
      const notice = { kind: 'success', key: 'france_connect.linked' } as const;
      return arrive(request, reply, house, { accountId, idToken: pending.idToken, back: pending.back, notice });
    }
    const refusal = done.error;
    switch (refusal.reason) {
      case 'control.wrong':
        return again(wrong, 422);
      case 'control.wait':
        return again(sayWait(request, refusal.retryAt), 429);
      case 'control.stopped':
        return sendPage(reply, <StoppedPage frame={request.frame()} />, 429);
      default:
        return sendPage(reply, <RefusedPage frame={request.frame()} refusal={refusal.reason} />, 409);
    }
  };

  const choose = async (
    request: FastifyRequest,
    reply: FastifyReply,
    { pending }: Waiting,
    typed: Typed,
    errors: FieldErrors,
    status = 200,
  ) => {
    const email = parseEmail(pending.email ?? '');
    const known = email !== null && (await isKnownAddress(house, { email }));
    return sendPage(
      reply,
      <NewcomerPage frame={request.frame()} email={email} known={known} typed={typed} errors={errors} />,
      status,
    );
  };

  app.get(CHOICE, async (request, reply) => {
    const at = waiting(request);
    return at ? choose(request, reply, at, {}, {}) : tooLate(reply);
  });

  app.post(`${CHOICE}/creer`, async (request, reply) => {
    const at = waiting(request);
    if (!at) return tooLate(reply);
    const given = parseEmail(at.pending.email ?? '');
    const read = readForm(request, z.object({ email: given ? emailField.default(given) : emailField, terms }));
    const again = (errors: FieldErrors, status = 422) => choose(request, reply, at, read.typed, errors, status);
    if (!read.ok) return again(read.errors);
    const { allowed } = await request.within('sign_up', request.network);
    if (!allowed) return again({ email: request.t('accounts.too_many') }, 429);
    const { email } = read.value;
    const done = await createWithIdentity(house, { ...at, email, locale: request.locale });
    if (!done.ok)
      return done.error === 'address.known'
        ? again({ email: request.t('france_connect.address_taken') })
        : sendPage(reply, <RefusedPage frame={request.frame()} refusal="link.other_account" />, 409);
    const key = email === given ? 'france_connect.created' : 'france_connect.created_confirm';
    const { idToken, back } = at.pending;
    return arrive(request, reply, house, { ...done.value, idToken, back, notice: { kind: 'success', key } });
  });

  const prove = (request: FastifyRequest, reply: FastifyReply, typed: Typed, errors: FieldErrors, status = 200) =>
    sendPage(reply, <ProvePage frame={request.frame()} typed={typed} errors={errors} />, status);

  app.get(PROVE, async (request, reply) => {
    const at = waiting(request);
    return at ? prove(request, reply, { email: at.pending.email ?? '' }, {}) : tooLate(reply);
  });

  app.post(PROVE, async (request, reply) => {
    const at = waiting(request);
    if (!at) return tooLate(reply);
    const read = readForm(request, passwordForm);
    if (!read.ok) return prove(request, reply, read.typed, read.errors, 422);
    const { allowed, retryAfterMs } = await request.within('sign_in', request.network);
    const again = (message: string, status: number) => prove(request, reply, read.typed, { email: message }, status);
    if (!allowed) return again(sayWait(request, new Date(house.clock.now().getTime() + retryAfterMs)), 429);
    const done = await proveByPassword(house, { ...proving(request, at), ...read.value });
    return follow(request, reply, at, done, again, request.t('france_connect.wrong'));
  });

  app.post(`${CHOICE}/envoyer-code`, async (request, reply) => {
    const at = waiting(request);
    if (!at) return tooLate(reply);
    const read = readForm(request, z.object({ address: emailField }));
    if (!read.ok) return prove(request, reply, { email: read.typed['address'] ?? '' }, read.errors, 422);
    const { allowed } = await request.within('code_asked', request.network);
    if (!allowed) return prove(request, reply, read.typed, { address: request.t('accounts.too_many') }, 429);
    await askControlCode(house, { ...proving(request, at), email: read.value.address });
    return seeOther(reply, CODE);
  });

  const askCode = (request: FastifyRequest, reply: FastifyReply, { pending }: Waiting, errors: FieldErrors, status = 200) =>
    pending.asked
      ? sendPage(reply, <CodePage frame={request.frame()} email={pending.asked} errors={errors} />, status)
      : seeOther(reply, PROVE);

  app.get(CODE, async (request, reply) => {
    const at = waiting(request);
    return at ? askCode(request, reply, at, {}) : tooLate(reply);
  });

  app.post(CODE, async (request, reply) => {
    const at = waiting(request);
    if (!at) return tooLate(reply);
    const read = readForm(request, codeForm);
    if (!read.ok) return askCode(request, reply, at, read.errors, 422);
    const done = await proveByCode(house, { ...proving(request, at), code: read.value.code });
    const again = (message: string, status: number) => askCode(request, reply, at, { code: message }, status);
    return follow(request, reply, at, done, again, request.t('france_connect.code_wrong'));
  });

  const askSecond = async (
    request: FastifyRequest,
    reply: FastifyReply,
    { pending }: Waiting,
    errors: FieldErrors,
    status = 200,
  ) => {
    if (!pending.proved) return seeOther(reply, PROVE);
    const { codes, passkeys } = await readSecondFactors(house, { accountId: pending.proved });
    const page = <SecondStepPage frame={request.frame()} codes={codes} passkeys={passkeys.length > 0} errors={errors} />;
    return sendPage(reply, page, status);
  };

  app.get(SECOND, async (request, reply) => {
    const at = waiting(request);
    return at ? askSecond(request, reply, at, {}) : tooLate(reply);
  });

  app.post(SECOND, async (request, reply) => {
    const at = waiting(request);
    if (!at) return tooLate(reply);
    const read = readForm(request, codeForm);
    if (!read.ok) return askSecond(request, reply, at, read.errors, 422);
    const done = await proveBySecondFactor(house, { ...proving(request, at), code: read.value.code });
    if (!done.ok && done.error.reason === 'control.wrong')
      return askSecond(request, reply, at, { code: request.t('france_connect.code_wrong') }, 422);
    if (!done.ok && done.error.reason === 'control.wait')
      return askSecond(request, reply, at, { code: sayWait(request, done.error.retryAt) }, 429);
    return follow(request, reply, at, done, () => seeOther(reply, SECOND), '');
  });

  app.post(`${CHOICE}/cle/question`, async (request, reply) => {
    if (!waiting(request)) return reply.code(422).send({ refused: true });
    const { challenge, options } = await askPasskey(house);
    await keepChallenge(request, challenge);
    return options;
  });

  app.post(`${CHOICE}/cle`, async (request, reply) => {
    const challenge = await takeChallenge(request);
    const at = waiting(request);
    const done = challenge && at && (await proveByPasskey(house, { ...proving(request, at), challenge, answer: request.body }));
    if (!at || !done || !done.ok || done.value.kind !== 'linked') return reply.code(422).send({ refused: true });
    const { idToken, back } = at.pending;
    return { next: await enter(request, house, { accountId: done.value.accountId, idToken, back }) };
  });
}
