import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import {
  acceptInvitation,
  agreeToBeingHelped,
  declineInvitation,
  openInvitation,
  type AcceptReason,
} from '#features/household/answer-invitation.ts';
import { OWN_CONSENTS } from '#features/household/own-consents.ts';
import { hasOwnPart, readInvitation } from '#features/household/read-invitation.ts';
import type { App } from '#http/app.ts';
import { readForm, ticked, type FieldErrors } from '#http/forms.ts';
import { seeOther, sendPage } from '#http/pages.ts';
import type { WordKey } from '#i18n/translate.ts';
import { address } from '../dossier/address.ts';
import type { DossierHouse } from '../dossier/own-request.ts';
import { InvitationEndPage, InvitationPage } from './invitation.page.tsx';

const openForm = z.object({ vers: z.enum(['inscription', 'connexion']).catch('connexion') });
const acceptForm = z.object({
  bring: z.string().default('no'),
  spouse_access: ticked,
  flatmate_sending: ticked,
  guarantor_tenant_access: ticked,
});

const REASON_WORDS: Readonly<Record<Exclude<AcceptReason, 'invitation.dead'>, WordKey>> = {
  already_here: 'people.already_here',
  nothing_to_bring: 'people.nothing_to_bring',
};

/** The page of an invitation and the answers to it. Reading it changes nothing: mail scanners read it too. */
export function invitationRoutes(app: App, house: DossierHouse): void {
  const tokenOf = (request: FastifyRequest) => String((request.params as Readonly<Record<string, unknown>>)['jeton']);
  const baseOf = (request: FastifyRequest) => `/invitation/${tokenOf(request)}`;

  app.addHook('onRequest', async (_request, reply) => {
    void reply.header('x-robots-tag', 'noindex, nofollow').header('referrer-policy', 'no-referrer');
  });

  const show = async (request: FastifyRequest, reply: FastifyReply, errors: FieldErrors = {}) => {
    const token = tokenOf(request);
    const invitation = await readInvitation(house, { token });
    await request.ensureSession();
    if (!invitation) return sendPage(reply, <InvitationEndPage frame={request.frame()} end="dead" />, 410);
    const account = request.session?.account;
    return sendPage(
      reply,
      <InvitationPage
        frame={request.frame()}
        invitation={invitation}
        base={baseOf(request)}
        mayBring={account ? await hasOwnPart(house, { accountId: account.id, token }) : false}
        confirmed={account?.emailVerified ?? false}
        errors={errors}
      />,
      Object.keys(errors).length > 0 ? 422 : 200,
    );
  };

  app.get('/invitation/:jeton', (request, reply) => show(request, reply));

  app.post('/invitation/:jeton/ouvrir', async (request, reply) => {
    const form = readForm(request, openForm);
    const opened = await openInvitation(house, { token: tokenOf(request) });
    if (!opened.ok) return seeOther(reply, baseOf(request));
    if (form.ok && form.value.vers === 'inscription') return seeOther(reply, '/inscription');
    return seeOther(reply, `/connexion?retour=${encodeURIComponent(baseOf(request))}`);
  });

  app.post('/invitation/:jeton/accepter', async (request, reply) => {
    const account = request.session?.account;
    if (!account?.emailVerified) return seeOther(reply, baseOf(request));
    const form = readForm(request, acceptForm);
    const consents = form.ok ? OWN_CONSENTS.filter((purpose) => form.value[purpose]) : [];
    const bring = form.ok && form.value.bring === 'yes';
    const done = await acceptInvitation(house, { accountId: account.id, token: tokenOf(request), bring, consents });
    if (!done.ok) {
      if (done.error === 'invitation.dead') return seeOther(reply, baseOf(request));
      return show(request, reply, { bring: request.t(REASON_WORDS[done.error]) });
    }
    return seeOther(reply, address.dossier(done.value.dossierId), { kind: 'success', key: 'people.accepted' });
  });

  app.post('/invitation/:jeton/refuser', async (request, reply) => {
    const done = await declineInvitation(house, { token: tokenOf(request) });
    return sendPage(
      reply,
      <InvitationEndPage frame={request.frame()} end={done.ok ? 'declined' : 'dead'} />,
      done.ok ? 200 : 410,
    );
  });

  app.post('/invitation/:jeton/accord', async (request, reply) => {
    const done = await agreeToBeingHelped(house, { token: tokenOf(request) });
    return sendPage(reply, <InvitationEndPage frame={request.frame()} end={done.ok ? 'agreed' : 'dead'} />, done.ok ? 200 : 410);
  });
}
