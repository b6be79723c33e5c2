import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Id } from '#kernel/ids.ts';
import { emailField } from '#domain/accounts/email.ts';
import { PASSWORD_LENGTH } from '#domain/accounts/password-rules.ts';
import { isAgent } from '#domain/accounts/roles.ts';
import { checkCode, prepareCodes } from '#features/accounts/agent-codes.ts';
import { readSecondFactors } from '#features/accounts/second-factors.ts';
import { signIn } from '#features/accounts/sign-in.ts';
import type { App } from '#http/app.ts';
import { readForm, type FieldErrors, type Typed } from '#http/forms.ts';
import { deviceOf } from '#http/network.ts';
import { seeOther, sendPage } from '#http/pages.ts';
import { frenchFrame } from '../french-frame.ts';
import type { ConsoleSignInHouse } from './console-house.ts';
import { notePending, pendingAgent } from './pending-agent.ts';
import { ConsoleSignInPage, EnrolPage, SecondFactorPage } from './sign-in.page.tsx';

const HOME = '/console';
const FIRST = '/console/connexion';
const CODE = '/console/connexion/code';
const PROTECTION = '/console/connexion/protection';

const form = z.object({ email: emailField, password: z.string().max(PASSWORD_LENGTH.max * 8) });
const codeForm = z.object({ code: z.string().max(20) });

/** Password, then a one-time code: an agent's session opens only after both. Passkeys are in `passkey.routes.ts`. */
export function consoleSignInRoutes(app: App, house: ConsoleSignInHouse): void {
  const showFirst = (request: FastifyRequest, reply: FastifyReply, typed: Typed, errors: FieldErrors, status = 200) =>
    sendPage(reply, <ConsoleSignInPage frame={frenchFrame(request)} typed={typed} errors={errors} />, status);
  const at = (request: FastifyRequest, retryAt: Date) =>
    `Trop d’essais. Réessayez à ${frenchFrame(request).format.dateTime(retryAt)}.`;

  app.get(FIRST, async (request, reply) => {
    if (request.session?.kind === 'agent') return seeOther(reply, HOME);
    await request.ensureSession();
    return showFirst(request, reply, {}, {});
  });

  app.post(FIRST, async (request, reply) => {
    const read = readForm(request, form);
    if (!read.ok) return showFirst(request, reply, read.typed, read.errors, 422);
    const { allowed, retryAfterMs } = await request.within('sign_in', request.network);
    if (!allowed) {
      const retryAt = new Date(house.clock.now().getTime() + retryAfterMs);
      return showFirst(request, reply, read.typed, { email: at(request, retryAt) }, 429);
    }
    const place = { device: deviceOf(request.headers['user-agent']), network: request.network };
    const done = await signIn(house, { ...read.value, place });
    if (!done.ok && done.error.reason === 'sign_in.wait')
      return showFirst(request, reply, read.typed, { email: at(request, done.error.retryAt) }, 429);
    if (!done.ok || !isAgent(done.value.roles))
      return showFirst(request, reply, read.typed, { email: 'L’adresse e-mail ou le mot de passe n’est pas le bon.' }, 422);
    await notePending(request, done.value.accountId, house.clock.now());
    return seeOther(reply, CODE);
  });

  const showCode = async (
    request: FastifyRequest,
    reply: FastifyReply,
    accountId: Id<'account'>,
    errors: FieldErrors,
    status = 200,
  ) => {
    const { codes, passkeys } = await readSecondFactors(house, { accountId });
    if (!codes && passkeys.length === 0) return seeOther(reply, PROTECTION);
    const frame = frenchFrame(request);
    return sendPage(
      reply,
      <SecondFactorPage frame={frame} codes={codes} passkeys={passkeys.length > 0} errors={errors} />,
      status,
    );
  };

  app.get(CODE, async (request, reply) => {
    const accountId = pendingAgent(request, house.clock.now());
    return accountId ? showCode(request, reply, accountId, {}) : seeOther(reply, FIRST);
  });

  /** Judges a code and opens the session. @returns errors to show, or `null` when the session is open */
  const tryCode = async (request: FastifyRequest, accountId: Id<'account'>): Promise<FieldErrors | null> => {
    const read = readForm(request, codeForm);
    if (!read.ok) return read.errors;
    const done = await checkCode(house, { accountId, code: read.value.code });
    if (!done.ok) {
      const refusal = done.error;
      return {
        code: refusal.reason === 'code.wait' ? at(request, refusal.retryAt) : 'Ce code n’est pas le bon, ou il a déjà servi.',
      };
    }
    await request.signIn(accountId, { kind: 'agent', remember: false, secondFactor: true });
    return null;
  };

  app.post(CODE, async (request, reply) => {
    const accountId = pendingAgent(request, house.clock.now());
    if (!accountId) return seeOther(reply, FIRST);
    // A secret prepared but never confirmed is no second factor: it could have been shown to whoever holds the password.
    if (!(await readSecondFactors(house, { accountId })).codes) return seeOther(reply, CODE);
    const errors = await tryCode(request, accountId);
    return errors ? showCode(request, reply, accountId, errors, 422) : seeOther(reply, HOME);
  });

  /** Who may enrol by password alone: only somebody who has no second factor at all. */
  const enrolling = async (request: FastifyRequest): Promise<Id<'account'> | null> => {
    const accountId = pendingAgent(request, house.clock.now());
    if (!accountId) return null;
    const { codes, passkeys } = await readSecondFactors(house, { accountId });
    return codes || passkeys.length > 0 ? null : accountId;
  };

  const showEnrol = async (
    request: FastifyRequest,
    reply: FastifyReply,
    accountId: Id<'account'>,
    errors: FieldErrors,
    status = 200,
  ) => {
    const prepared = await prepareCodes(house, { accountId });
    if (!prepared.ok) return seeOther(reply, CODE);
    const page = <EnrolPage frame={frenchFrame(request)} {...prepared.value} errors={errors} />;
    return sendPage(reply, page, status);
  };

  app.get(PROTECTION, async (request, reply) => {
    const accountId = await enrolling(request);
    return accountId ? showEnrol(request, reply, accountId, {}) : seeOther(reply, FIRST);
  });

  app.post(PROTECTION, async (request, reply) => {
    const accountId = await enrolling(request);
    if (!accountId) return seeOther(reply, FIRST);
    const errors = await tryCode(request, accountId);
    return errors ? showEnrol(request, reply, accountId, errors, 422) : seeOther(reply, HOME);
  });
}
