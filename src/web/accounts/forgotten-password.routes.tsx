import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { findLink } from '#features/accounts/mail-links.ts';
import { requestReset, resetPassword } from '#features/accounts/reset-password.ts';
import type { App } from '#http/app.ts';
import { readForm, type FieldErrors } from '#http/forms.ts';
import { seeOther, sendPage } from '#http/pages.ts';
import type { AccountsHouse } from './accounts-house.ts';
import { askLinkRoutes } from './ask-link.routes.tsx';
import { passwordField, sayFaults, tokenOf } from './fields.ts';
import { DeadLinkPage } from './message.page.tsx';
import { NewPasswordPage } from './new-password.page.tsx';

const form = z.object({ password: passwordField });

/** A new password for those who forgot theirs. */
export function forgottenPasswordRoutes(app: App, house: AccountsHouse): void {
  askLinkRoutes(app, { path: '/mot-de-passe-oublie', words: 'forgotten', send: (input) => requestReset(house, input) });

  const dead = (request: FastifyRequest, reply: FastifyReply) => {
    const next = { href: '/mot-de-passe-oublie', label: request.t('accounts.forgotten.title') };
    return sendPage(reply, <DeadLinkPage frame={request.frame()} next={next} />, 410);
  };

  app.get('/mot-de-passe/:jeton', async (request, reply) => {
    if (!(await findLink(house, { token: tokenOf(request), purpose: 'reset' }))) return dead(request, reply);
    await request.ensureSession();
    return sendPage(reply, <NewPasswordPage frame={request.frame()} errors={{}} />);
  });

  app.post('/mot-de-passe/:jeton', async (request, reply) => {
    const again = (errors: FieldErrors) => sendPage(reply, <NewPasswordPage frame={request.frame()} errors={errors} />, 422);
    const read = readForm(request, form);
    if (!read.ok) return again(read.errors);
    const done = await resetPassword(house, { token: tokenOf(request), password: read.value.password });
    if (done.ok) return seeOther(reply, '/connexion', { kind: 'success', key: 'accounts.reset.done' });
    if (done.error === 'mail_link.dead') return dead(request, reply);
    return again({ password: sayFaults(request, done.error) });
  });
}
