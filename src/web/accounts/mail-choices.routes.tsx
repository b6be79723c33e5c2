import type { FastifyReply, FastifyRequest } from 'fastify';
import { OPTIONAL_MAILS } from '#domain/accounts/mail-kinds.ts';
import { readMailChoices, readStop, saveMailChoices, stopMail } from '#features/accounts/mail-choices.ts';
import type { App } from '#http/app.ts';
import { accountOf, membersOnly } from '#http/guards.ts';
import { seeOther, sendPage } from '#http/pages.ts';
import { HttpFailure } from '#http/server.ts';
import type { AccountsHouse } from './accounts-house.ts';
import { tokenOf } from './fields.ts';
import { MailChoicesPage } from './mail-choices.page.tsx';
import { DeadLinkPage, MessagePage, PressPage } from './message.page.tsx';

const PAGE = '/compte/notifications';

/** Which mails one gets: chosen in the account, or stopped from the mail itself. */
export function mailChoicesRoutes(app: App, house: AccountsHouse): void {
  const guarded = { preHandler: membersOnly };

  app.get(PAGE, guarded, async (request, reply) => {
    const { id: accountId, email } = accountOf(request);
    const choices = await readMailChoices(house, { accountId });
    if (!choices) throw new HttpFailure(404);
    return sendPage(reply, <MailChoicesPage frame={request.frame()} choices={choices} email={email} />);
  });

  app.post(PAGE, guarded, async (request, reply) => {
    const ticked = new Set(Object.keys(request.body ?? {}));
    await saveMailChoices(house, {
      accountId: accountOf(request).id,
      wanted: OPTIONAL_MAILS.filter((topic) => ticked.has(topic)),
    });
    return seeOther(reply, PAGE, { kind: 'success', key: 'mail_choices.saved' });
  });

  const dead = (request: FastifyRequest, reply: FastifyReply) => {
    const next = { href: PAGE, label: request.t('mail_choices.title') };
    return sendPage(reply, <DeadLinkPage frame={request.frame()} next={next} />, 410);
  };

  app.get('/ne-plus-recevoir/:jeton', async (request, reply) => {
    const { t } = request;
    const stop = await readStop(house, { token: tokenOf(request) });
    if (!stop) return dead(request, reply);
    await request.ensureSession();
    return sendPage(
      reply,
      <PressPage
        frame={request.frame()}
        title={t('mail_choices.stop_title')}
        text={t('mail_choices.stop_press', { what: t(`mail_choices.${stop.topic}`) })}
        label={t('mail_choices.stop_action')}
      />,
    );
  });

  // Mail programs press for their reader, without session or token of a form (RFC 8058): the secret of the mail is all they have. No
  // redirect: they follow none.
  app.post('/ne-plus-recevoir/:jeton', { config: { open: true } }, async (request, reply) => {
    const { t } = request;
    const done = await stopMail(house, { token: tokenOf(request) });
    if (!done.ok) return dead(request, reply);
    const next = { href: PAGE, label: t('mail_choices.title') };
    return sendPage(
      reply,
      <MessagePage
        frame={request.frame()}
        title={t('mail_choices.stopped_title')}
        paragraphs={[t('mail_choices.stopped', { what: t(`mail_choices.${done.value}`) })]}
        next={next}
      />,
    );
  });
}
