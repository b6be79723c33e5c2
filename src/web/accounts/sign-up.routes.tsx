import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { emailField } from '#domain/accounts/email.ts';
import { passwordFaults } from '#domain/accounts/password-rules.ts';
import { confirmEmail, resendConfirmation } from '#features/accounts/confirm-email.ts';
import { findLink } from '#features/accounts/mail-links.ts';
import { signUp } from '#features/accounts/sign-up.ts';
import type { App } from '#http/app.ts';
import { readForm, ticked, type FieldErrors } from '#http/forms.ts';
import { accountOf, membersOnly } from '#http/guards.ts';
import { seeOther, sendPage } from '#http/pages.ts';
import type { AccountsHouse } from './accounts-house.ts';
import { franceConnectForms, passwordField, sayFaults, tokenOf } from './fields.ts';
import { DeadLinkPage, MessagePage, PressPage } from './message.page.tsx';
import { SignUpPage } from './sign-up.page.tsx';

const form = z.object({
  email: emailField,
  password: passwordField,
  terms: ticked.refine((yes) => yes, 'accounts.sign_up.terms_needed'),
});
const typedPassword = z.object({ email: z.string().catch(''), password: passwordField });

/** Faults of the password beside those of other fields, so that all are told at once. */
function passwordErrors(request: FastifyRequest): FieldErrors {
  const read = typedPassword.safeParse(request.body);
  const faults = read.success ? passwordFaults(read.data.password, read.data.email) : [];
  return faults.length > 0 ? { password: sayFaults(request, faults) } : {};
}

/** Opening an account and confirming its address. */
export function signUpRoutes(app: App, house: AccountsHouse): void {
  const config = franceConnectForms(house);

  app.get('/inscription', { config }, async (request, reply) => {
    if (request.session?.account) return seeOther(reply, '/dossier');
    await request.ensureSession();
    return sendPage(reply, <SignUpPage frame={request.frame()} typed={{}} errors={{}} />);
  });

  app.post('/inscription', { config }, async (request, reply) => {
    const read = readForm(request, form);
    const again = (errors: FieldErrors, status = 422) =>
      sendPage(reply, <SignUpPage frame={request.frame()} typed={read.typed} errors={errors} />, status);
    if (!read.ok) return again({ ...read.errors, ...passwordErrors(request) });
    const { allowed } = await request.within('sign_up', request.network);
    if (!allowed) return again({ email: request.t('accounts.too_many') }, 429);
    const { email, password } = read.value;
    const done = await signUp(house, { email, password, locale: request.locale });
    if (!done.ok) return again({ password: sayFaults(request, done.error) });
    return seeOther(reply, '/inscription/envoye');
  });

  app.get('/inscription/envoye', async (request, reply) => {
    const { t } = request;
    const paragraphs = [t('accounts.sent.sign_up'), t('accounts.sent.spam')];
    const next = { href: '/connexion', label: t('accounts.sent.sign_in') };
    return sendPage(
      reply,
      <MessagePage frame={request.frame()} title={t('accounts.sent.title')} paragraphs={paragraphs} next={next} />,
    );
  });

  app.get('/inscription/confirmer/:jeton', async (request, reply) => {
    const { t } = request;
    const link = await findLink(house, { token: tokenOf(request), purpose: 'confirm' });
    await request.ensureSession();
    const frame = request.frame();
    if (!link)
      return sendPage(
        reply,
        <DeadLinkPage frame={frame} next={{ href: '/connexion', label: t('accounts.sign_in.title') }} />,
        410,
      );
    return sendPage(
      reply,
      <PressPage
        frame={frame}
        title={t('accounts.confirm.title')}
        text={t('accounts.confirm.text')}
        label={t('accounts.confirm.submit')}
      />,
    );
  });

  app.post('/inscription/confirmer/:jeton', async (request, reply) => {
    const done = await confirmEmail(house, { token: tokenOf(request) });
    if (!done.ok) return seeOther(reply, request.url);
    const notice = { kind: 'success', key: 'accounts.confirm.done' } as const;
    if (request.session?.account?.id !== done.value.accountId)
      await request.signIn(done.value.accountId, { kind: 'member', remember: false, secondFactor: false });
    return seeOther(reply, '/dossier', notice);
  });

  app.post('/inscription/renvoyer', { preHandler: membersOnly }, async (request, reply) => {
    await resendConfirmation(house, { accountId: accountOf(request).id });
    return seeOther(reply, '/compte', { kind: 'success', key: 'accounts.confirm.sent_again' });
  });
}
