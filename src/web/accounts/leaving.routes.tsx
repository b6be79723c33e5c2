import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { findLink } from '#features/accounts/mail-links.ts';
import { keepDossier } from '#features/retention/keep.ts';
import { cancelDeletion, requestDeletion } from '#features/retention/request-deletion.ts';
import type { App } from '#http/app.ts';
import { readForm, ticked, type FieldErrors, type Typed } from '#http/forms.ts';
import { accountOf, membersOnly } from '#http/guards.ts';
import { seeOther, sendPage } from '#http/pages.ts';
import { cardOf, sessionIdOf } from './account.routes.tsx';
import type { AccountsHouse } from './accounts-house.ts';
import { passwordField, sayWait, tokenOf } from './fields.ts';
import { DeleteAccountPage } from './leaving.page.tsx';
import { DeadLinkPage, MessagePage, PressPage } from './message.page.tsx';

const form = z.object({ password: passwordField.default(''), email: z.string().max(300).default(''), at_once: ticked });

/** Deleting one's account and changing one's mind; keeping a dossier from a mail. */
export function leavingRoutes(app: App, house: AccountsHouse): void {
  const guarded = { preHandler: membersOnly, config: { beforeTerms: true } } as const;

  const ask = async (request: FastifyRequest, reply: FastifyReply, typed: Typed, errors: FieldErrors, status = 200) => {
    const account = await cardOf(house, request);
    return sendPage(reply, <DeleteAccountPage frame={request.frame()} account={account} typed={typed} errors={errors} />, status);
  };

  app.get('/compte/supprimer', guarded, async (request, reply) => ask(request, reply, {}, {}));

  app.post('/compte/supprimer', guarded, async (request, reply) => {
    const read = readForm(request, form);
    if (!read.ok) return ask(request, reply, read.typed, read.errors, 422);
    const { hasPassword } = await cardOf(house, request);
    const { password, email, at_once: atOnce } = read.value;
    const sessionId = sessionIdOf(request);
    const done = await requestDeletion(house, { accountId: accountOf(request).id, sessionId, password, email, atOnce });
    if (done.ok) {
      if (done.value === 'waiting') return seeOther(reply, '/compte/supprimer');
      await request.signOut();
      return seeOther(reply, '/', { kind: 'success', key: 'leaving.done' });
    }
    const refusal = done.error;
    if (refusal.reason === 'proof.wait')
      return ask(request, reply, read.typed, { password: sayWait(request, refusal.retryAt) }, 429);
    if (refusal.reason === 'email.wrong')
      return ask(request, reply, read.typed, { email: request.t('leaving.email_wrong') }, 422);
    const wrong: FieldErrors = hasPassword
      ? { password: request.t('accounts.proof_wrong') }
      : { email: request.t('leaving.sign_in_again') };
    return ask(request, reply, read.typed, wrong, 422);
  });

  app.post('/compte/supprimer/annuler', guarded, async (request, reply) => {
    const done = await cancelDeletion(house, { accountId: accountOf(request).id });
    return seeOther(reply, '/compte', done.ok ? { kind: 'success', key: 'leaving.cancelled' } : undefined);
  });

  const dead = (request: FastifyRequest, reply: FastifyReply) => {
    const next = { href: '/connexion', label: request.t('accounts.sign_in.title') };
    return sendPage(reply, <DeadLinkPage frame={request.frame()} next={next} />, 410);
  };

  app.get('/conserver/:jeton', async (request, reply) => {
    const { t } = request;
    if (!(await findLink(house, { token: tokenOf(request), purpose: 'keep' }))) return dead(request, reply);
    await request.ensureSession();
    return sendPage(
      reply,
      <PressPage
        frame={request.frame()}
        title={t('leaving.keep_title')}
        text={t('leaving.keep_press')}
        label={t('leaving.keep_action')}
      />,
    );
  });

  app.post('/conserver/:jeton', async (request, reply) => {
    const { t } = request;
    const done = await keepDossier(house, { token: tokenOf(request) });
    if (!done.ok) return dead(request, reply);
    const next = { href: '/connexion', label: t('accounts.sign_in.title') };
    return sendPage(
      reply,
      <MessagePage frame={request.frame()} title={t('leaving.kept_title')} paragraphs={[t('leaving.kept_text')]} next={next} />,
    );
  });
}
