import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { emailField } from '#domain/accounts/email.ts';
import { cancelEmailChange, confirmEmailChange, requestEmailChange } from '#features/accounts/change-email.ts';
import { findLink } from '#features/accounts/mail-links.ts';
import type { App } from '#http/app.ts';
import { readForm, type FieldErrors, type Typed } from '#http/forms.ts';
import { accountOf, membersOnly } from '#http/guards.ts';
import { seeOther, sendPage } from '#http/pages.ts';
import { cardOf, sessionIdOf } from './account.routes.tsx';
import type { AccountsHouse } from './accounts-house.ts';
import { ChangeEmailPage } from './change-email.page.tsx';
import { passwordField, sayWait, tokenOf } from './fields.ts';
import { DeadLinkPage, MessagePage, PressPage } from './message.page.tsx';

const form = z.object({ email: emailField, password: passwordField.default('') });

/** Changing the address of an account: asking for it, the link to the new address, the link of the old one that undoes it. */
export function changeEmailRoutes(app: App, house: AccountsHouse): void {
  const guarded = { preHandler: membersOnly };

  const ask = async (request: FastifyRequest, reply: FastifyReply, typed: Typed, errors: FieldErrors, status = 200) => {
    const account = await cardOf(house, request);
    return sendPage(reply, <ChangeEmailPage frame={request.frame()} account={account} typed={typed} errors={errors} />, status);
  };

  app.get('/compte/email', guarded, async (request, reply) => ask(request, reply, {}, {}));

  app.post('/compte/email', guarded, async (request, reply) => {
    const read = readForm(request, form);
    if (!read.ok) return ask(request, reply, read.typed, read.errors, 422);
    const done = await requestEmailChange(house, {
      accountId: accountOf(request).id,
      sessionId: sessionIdOf(request),
      ...read.value,
    });
    if (done.ok) return seeOther(reply, '/compte', { kind: 'success', key: 'accounts.change_email.sent' });
    const refusal = done.error;
    if (refusal.reason === 'email.same')
      return ask(request, reply, read.typed, { email: request.t('accounts.change_email.same') }, 422);
    if (refusal.reason === 'proof.wait')
      return ask(request, reply, read.typed, { password: sayWait(request, refusal.retryAt) }, 429);
    return ask(request, reply, read.typed, { password: request.t('accounts.proof_wrong') }, 422);
  });

  const dead = (request: FastifyRequest, reply: FastifyReply) => {
    const next = { href: '/compte/email', label: request.t('accounts.change_email.title') };
    return sendPage(reply, <DeadLinkPage frame={request.frame()} next={next} />, 410);
  };
  const taken = (request: FastifyRequest, reply: FastifyReply) => {
    const { t } = request;
    const page = <MessagePage frame={request.frame()} title={t('accounts.dead.title')} paragraphs={[t('accounts.dead.taken')]} />;
    return sendPage(reply, page, 409);
  };

  app.get('/compte/email/confirmer/:jeton', async (request, reply) => {
    const { t } = request;
    if (!(await findLink(house, { token: tokenOf(request), purpose: 'change_email' }))) return dead(request, reply);
    await request.ensureSession();
    const text = t('accounts.change_email.confirm_text');
    const [title, label] = [t('accounts.confirm.title'), t('accounts.confirm.submit')];
    return sendPage(reply, <PressPage frame={request.frame()} title={title} text={text} label={label} />);
  });

  app.post('/compte/email/confirmer/:jeton', async (request, reply) => {
    const done = await confirmEmailChange(house, { token: tokenOf(request) });
    if (!done.ok) return done.error === 'email.taken' ? taken(request, reply) : dead(request, reply);
    return seeOther(reply, '/connexion', { kind: 'success', key: 'accounts.change_email.done' });
  });

  app.get('/compte/email/annuler/:jeton', async (request, reply) => {
    const { t } = request;
    if (!(await findLink(house, { token: tokenOf(request), purpose: 'cancel_change' }))) return dead(request, reply);
    await request.ensureSession();
    const text = t('accounts.cancel_change.text');
    const [title, label] = [t('accounts.cancel_change.title'), t('accounts.cancel_change.submit')];
    return sendPage(reply, <PressPage frame={request.frame()} title={title} text={text} label={label} />);
  });

  app.post('/compte/email/annuler/:jeton', async (request, reply) => {
    const done = await cancelEmailChange(house, { token: tokenOf(request) });
    if (!done.ok) return done.error === 'email.taken' ? taken(request, reply) : dead(request, reply);
    return seeOther(reply, '/connexion', { kind: 'success', key: 'accounts.cancel_change.done' });
  });
}
