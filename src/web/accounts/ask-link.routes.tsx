import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Email } from '#domain/accounts/email.ts';
import type { App } from '#http/app.ts';
import { readForm, type FieldErrors, type Typed } from '#http/forms.ts';
import { seeOther, sendPage } from '#http/pages.ts';
import { AskLinkPage } from './ask-link.page.tsx';
import { emailForm } from './fields.ts';

/**
 * A page that asks for an address and sends a link to it. The answer is the same whether the address is known or not.
 * @param ask.words which words: `accounts.<words>.title`, `.text`, `.submit`
 */
export function askLinkRoutes(
  app: App,
  ask: { path: string; words: 'link' | 'forgotten'; send: (input: { email: Email }) => Promise<void> },
): void {
  const show = (request: FastifyRequest, reply: FastifyReply, typed: Typed, errors: FieldErrors, status = 200) => {
    const { t } = request;
    const page = (
      <AskLinkPage
        frame={request.frame()}
        title={t(`accounts.${ask.words}.title`)}
        text={t(`accounts.${ask.words}.text`)}
        label={t(`accounts.${ask.words}.submit`)}
        typed={typed}
        errors={errors}
      />
    );
    return sendPage(reply, page, status);
  };

  app.get(ask.path, async (request, reply) => {
    await request.ensureSession();
    return show(request, reply, {}, {});
  });

  app.post(ask.path, async (request, reply) => {
    const read = readForm(request, emailForm);
    if (!read.ok) return show(request, reply, read.typed, read.errors, 422);
    const { allowed } = await request.within('mail_asked', request.network);
    if (!allowed) return show(request, reply, read.typed, { email: request.t('accounts.too_many') }, 429);
    await ask.send({ email: read.value.email });
    return seeOther(reply, '/connexion/lien-envoye');
  });
}
