import { z } from 'zod';
import { emailField } from '#domain/accounts/email.ts';
import type { Id } from '#kernel/ids.ts';
import { findLink } from '#features/accounts/mail-links.ts';
import { readAccount } from '#features/accounts/read-account.ts';
import { requestSignInLink, signInByLink } from '#features/accounts/sign-in-by-link.ts';
import { signIn } from '#features/accounts/sign-in.ts';
import type { App } from '#http/app.ts';
import { readForm, ticked } from '#http/forms.ts';
import { localPath, seeOther, sendPage } from '#http/pages.ts';
import type { AccountsHouse } from './accounts-house.ts';
import { askLinkRoutes } from './ask-link.routes.tsx';
import { franceConnectForms, passwordField, placeOf, sayWait, tokenOf } from './fields.ts';
import { DeadLinkPage, MessagePage, PressPage } from './message.page.tsx';
import { SignInPage } from './sign-in.page.tsx';

const HOME = '/dossier';

const form = z.object({
  email: emailField,
  password: passwordField,
  remember: ticked,
  retour: z.string().optional(),
});

/** Signing in by password or mailed link. */
export function signInRoutes(app: App, house: AccountsHouse): void {
  const config = franceConnectForms(house);

  /** Whoever asked for the deletion of their account is first offered to undo it. */
  const homeOf = async (accountId: Id<'account'>, back: string) => {
    const account = await readAccount(house, { accountId });
    return account?.deletionDueAt ? '/compte/supprimer' : back;
  };

  app.get('/connexion', { config }, async (request, reply) => {
    const back = localPath((request.query as Readonly<Record<string, unknown>>)['retour'], HOME);
    if (request.session?.account) return seeOther(reply, back);
    await request.ensureSession();
    return sendPage(reply, <SignInPage frame={request.frame()} back={back} typed={{}} errors={{}} />);
  });

  app.post('/connexion', { config }, async (request, reply) => {
    const read = readForm(request, form);
    const back = localPath(read.typed['retour'], HOME);
    const again = (errors: Readonly<Record<string, string>>, status = 422) =>
      sendPage(reply, <SignInPage frame={request.frame()} back={back} typed={read.typed} errors={errors} />, status);
    if (!read.ok) return again(read.errors);
    const { email, password, remember } = read.value;
    const { allowed, retryAfterMs } = await request.within('sign_in', request.network);
    if (!allowed) return again({ email: sayWait(request, new Date(house.clock.now().getTime() + retryAfterMs)) }, 429);
    const done = await signIn(house, { email, password, place: placeOf(request) });
    if (!done.ok) {
      return done.error.reason === 'sign_in.wait'
        ? again({ email: sayWait(request, done.error.retryAt) }, 429)
        : again({ email: request.t('accounts.sign_in.wrong') });
    }
    await request.signIn(done.value.accountId, { kind: 'member', remember, secondFactor: false });
    return seeOther(reply, await homeOf(done.value.accountId, back));
  });

  askLinkRoutes(app, { path: '/connexion/lien', words: 'link', send: (input) => requestSignInLink(house, input) });

  app.get('/connexion/lien-envoye', async (request, reply) => {
    const { t } = request;
    const paragraphs = [t('accounts.sent.link'), t('accounts.sent.spam')];
    return sendPage(reply, <MessagePage frame={request.frame()} title={t('accounts.sent.title')} paragraphs={paragraphs} />);
  });

  app.get('/connexion/lien/:jeton', async (request, reply) => {
    const { t } = request;
    const link = await findLink(house, { token: tokenOf(request), purpose: 'sign_in' });
    await request.ensureSession();
    const frame = request.frame();
    if (!link)
      return sendPage(
        reply,
        <DeadLinkPage frame={frame} next={{ href: '/connexion/lien', label: t('accounts.link.title') }} />,
        410,
      );
    return sendPage(
      reply,
      <PressPage
        frame={frame}
        title={t('accounts.sign_in.title')}
        text={t('accounts.link.press')}
        label={t('accounts.sign_in.submit')}
      />,
    );
  });

  app.post('/connexion/lien/:jeton', async (request, reply) => {
    const done = await signInByLink(house, { token: tokenOf(request), place: placeOf(request) });
    if (!done.ok) return seeOther(reply, request.url);
    await request.signIn(done.value.accountId, { kind: 'member', remember: false, secondFactor: false });
    return seeOther(reply, await homeOf(done.value.accountId, HOME));
  });
}
