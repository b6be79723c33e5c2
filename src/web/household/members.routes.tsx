import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { emailField, parseEmail, type Email } from '#domain/accounts/email.ts';
import { HELPER_RIGHTS } from '#domain/people/rights.ts';
import { startDossier } from '#features/dossiers/start-dossier.ts';
import type { OwnDossier } from '#features/dossiers/read-dossier.ts';
import { fileForOther, fileForSelf, startForOther, type FileForReason } from '#features/household/file-for.ts';
import { helpersOf, inviteHelper, stopHelper } from '#features/household/helpers.ts';
import { giveOwnConsent, OWN_CONSENTS, ownConsentsOf, withdrawOwnConsent } from '#features/household/own-consents.ts';
import { ownDossiers } from '#features/household/own-dossiers.ts';
import { invitationsOf } from '#features/household/read-invitation.ts';
import type { App } from '#http/app.ts';
import { readForm, ticked, type FieldErrors, type Typed } from '#http/forms.ts';
import { accountOf, membersOnly } from '#http/guards.ts';
import { seeOther, sendPage } from '#http/pages.ts';
import { HttpFailure } from '#http/server.ts';
import type { WordKey } from '#i18n/translate.ts';
import { address } from '../dossier/address.ts';
import { frameFor, mayCompose, ownOf, param, type DossierHouse } from '../dossier/own-request.ts';
import { invitationActs } from './composition.routes.tsx';
import { DossierConsentsPage, DossiersPage, ForWhomPage, HelpersPage } from './members.pages.tsx';
import { EMAIL_WORDS } from './words-of-reasons.ts';

const text = z.string().max(1000).default('');
const forWhomForm = z.object({
  who: z.enum(['self', 'other'], { error: 'dossier.choose_one' }),
  firstNames: text,
  birthName: text,
  relation: text,
  email: text,
  noEmail: ticked,
  mandate: ticked,
});
const consentForm = z.object({ purpose: z.enum(OWN_CONSENTS) });
const helperForm = z.object({
  email: emailField,
  submit: ticked,
  messages: ticked,
  links: ticked,
  days: z.coerce.number().int().catch(0),
  agreed: ticked,
});

const FIELD_WORDS: Readonly<Record<string, WordKey>> = {
  'name.empty': 'dossier.name_empty',
  'name.too_long': 'dossier.name_too_long',
  'name.characters': 'dossier.name_characters',
  'mandate.missing': 'people.mandate_missing',
};

/** For whom a dossier is, who helps with it, what its people agreed to, and the list of dossiers of an account. */
export function membersRoutes(app: App, house: DossierHouse): void {
  app.addHook('preHandler', membersOnly);

  app.get('/dossiers', async (request, reply) => {
    const dossiers = await ownDossiers(house, { accountId: accountOf(request).id });
    return sendPage(reply, <DossiersPage frame={request.frame()} dossiers={dossiers} />);
  });
  app.post('/dossiers', async (request, reply) => {
    const started = await startDossier(house, { accountId: accountOf(request).id });
    if (!started.ok) throw new HttpFailure(500);
    return seeOther(reply, address.dossier(started.value.dossierId));
  });

  const sayReason = (request: FastifyRequest, reason: Exclude<FileForReason, 'not_found'>): FieldErrors =>
    typeof reason === 'string'
      ? { email: request.t(EMAIL_WORDS[reason]) }
      : Object.fromEntries(
          Object.entries(reason.fields).map(([field, code]) => [field, request.t(FIELD_WORDS[code] ?? 'http.field_wrong')]),
        );

  /** The address typed, or none; `undefined` with its message when it is neither. */
  const emailOf = (form: { email: string; noEmail: boolean }): { email: Email | null } | { error: WordKey } => {
    if (form.email.trim() === '') return form.noEmail ? { email: null } : { error: 'people.contact_missing' };
    const email = parseEmail(form.email);
    return email ? { email } : { error: 'accounts.email_malformed' };
  };

  const newPage = (request: FastifyRequest, reply: FastifyReply, typed: Typed, errors: FieldErrors) =>
    sendPage(
      reply,
      <ForWhomPage
        frame={request.frame()}
        action="/dossiers/nouveau"
        back={{ href: '/dossiers', label: request.t('people.dossiers_title') }}
        onlyOther
        typed={typed}
        errors={errors}
      />,
      Object.keys(errors).length > 0 ? 422 : 200,
    );
  app.get('/dossiers/nouveau', (request, reply) => newPage(request, reply, {}, {}));
  app.post('/dossiers/nouveau', async (request, reply) => {
    const form = readForm(request, forWhomForm);
    if (!form.ok) return newPage(request, reply, form.typed, form.errors);
    const typedEmail = emailOf(form.value);
    if ('error' in typedEmail) return newPage(request, reply, form.typed, { email: request.t(typedEmail.error) });
    const started = await startForOther(house, { accountId: accountOf(request).id, ...form.value, email: typedEmail.email });
    if (started.ok) return seeOther(reply, address.dossier(started.value.dossierId));
    if (started.error === 'not_found') throw new HttpFailure(404);
    return newPage(request, reply, form.typed, sayReason(request, started.error));
  });

  const leadOnly = async (request: FastifyRequest): Promise<OwnDossier> => {
    const own = await ownOf(request, house);
    if (!mayCompose(own)) throw new HttpFailure(404);
    return own;
  };
  const forWhomPage = (request: FastifyRequest, reply: FastifyReply, own: OwnDossier, typed: Typed, errors: FieldErrors) =>
    sendPage(
      reply,
      <ForWhomPage
        frame={frameFor(request, own)}
        action={address.forWhom(own.rows.dossier.id)}
        back={{ href: address.dossier(own.rows.dossier.id), label: request.t('dossier.back_to_dossier') }}
        onlyOther={false}
        typed={typed}
        errors={errors}
      />,
      Object.keys(errors).length > 0 ? 422 : 200,
    );
  app.get('/dossiers/:dossier/pour-qui', async (request, reply) => {
    const own = await leadOnly(request);
    const lead = own.rows.persons.find((person) => person.id === own.rows.dossier.leadPersonId);
    const other = lead?.filedFor === 'other';
    const typed = other
      ? {
          who: 'other',
          firstNames: lead.firstNames,
          birthName: lead.birthName,
          relation: lead.relation ?? '',
          email: lead.contactEmail ?? '',
          noEmail: lead.hasNoEmail ? 'on' : '',
        }
      : { who: 'self' };
    return forWhomPage(request, reply, own, typed, {});
  });
  app.post('/dossiers/:dossier/pour-qui', async (request, reply) => {
    const own = await leadOnly(request);
    const dossierId = own.rows.dossier.id;
    const accountId = accountOf(request).id;
    const form = readForm(request, forWhomForm);
    const again = (errors: FieldErrors) => forWhomPage(request, reply, own, form.typed, errors);
    if (!form.ok) return again(form.errors);
    if (form.value.who === 'self') {
      const done = await fileForSelf(house, { accountId, dossierId });
      if (!done.ok && done.error === 'has_own') return again({ who: request.t('people.has_own') });
      if (!done.ok) throw new HttpFailure(404);
      return seeOther(reply, address.composition(dossierId));
    }
    const typed = emailOf(form.value);
    if ('error' in typed) return again({ email: request.t(typed.error) });
    const done = await fileForOther(house, { accountId, dossierId, ...form.value, email: typed.email });
    if (done.ok) return seeOther(reply, address.composition(dossierId), { kind: 'success', key: 'people.for_other_saved' });
    if (done.error === 'not_found') throw new HttpFailure(404);
    return again(sayReason(request, done.error));
  });

  app.get('/dossiers/:dossier/consentements', async (request, reply) => {
    const own = await ownOf(request, house);
    const dossierId = own.rows.dossier.id;
    const consents = await ownConsentsOf(house.db, { accountId: accountOf(request).id, dossierId });
    return sendPage(reply, <DossierConsentsPage frame={frameFor(request, own)} dossierId={dossierId} consents={consents} />);
  });
  const consentAct = (path: string, act: typeof giveOwnConsent, key: WordKey) =>
    app.post(`/dossiers/:dossier/consentements/${path}`, async (request, reply) => {
      const own = await ownOf(request, house);
      const dossierId = own.rows.dossier.id;
      const form = readForm(request, consentForm);
      if (!form.ok) throw new HttpFailure(404);
      const done = await act(house, { accountId: accountOf(request).id, dossierId, purpose: form.value.purpose });
      if (!done.ok) throw new HttpFailure(404);
      return seeOther(reply, address.consents(dossierId), { kind: 'success', key });
    });
  consentAct('donner', giveOwnConsent, 'people.consent_given_done');
  consentAct('retirer', withdrawOwnConsent, 'people.consent_withdrawn_done');

  const helpersPage = async (
    request: FastifyRequest,
    reply: FastifyReply,
    own: OwnDossier,
    typed: Typed,
    errors: FieldErrors,
  ) => {
    const dossierId = own.rows.dossier.id;
    const accountId = accountOf(request).id;
    const helpers = await helpersOf(house, { accountId, dossierId });
    if (!helpers) throw new HttpFailure(404);
    const invitations = await invitationsOf(house, dossierId);
    return sendPage(
      reply,
      <HelpersPage
        frame={frameFor(request, own)}
        dossierId={dossierId}
        helpers={helpers}
        invitations={invitations.filter((one) => one.kind === 'helper' && one.invitedBy === accountId)}
        typed={typed}
        errors={errors}
      />,
      Object.keys(errors).length > 0 ? 422 : 200,
    );
  };
  app.get('/dossiers/:dossier/aidants', async (request, reply) =>
    helpersPage(request, reply, await ownOf(request, house), {}, {}),
  );
  app.post('/dossiers/:dossier/aidants', async (request, reply) => {
    const own = await ownOf(request, house);
    const form = readForm(request, helperForm);
    const again = (errors: FieldErrors) => helpersPage(request, reply, own, form.typed, errors);
    if (!form.ok) return again(form.errors);
    const dossierId = own.rows.dossier.id;
    const { email, days, agreed } = form.value;
    const rights = HELPER_RIGHTS.filter((right) => form.value[right]);
    const sent = await inviteHelper(house, { accountId: accountOf(request).id, dossierId, email, rights, days, agreed });
    if (sent.ok) return seeOther(reply, address.helpers(dossierId), { kind: 'success', key: 'people.invited' });
    switch (sent.error) {
      case 'not_found':
        throw new HttpFailure(404);
      case 'days':
        return again({ days: request.t('dossier.choose_one') });
      case 'not_agreed':
        return again({ agreed: request.t('people.mandate_missing') });
      default:
        return again({ email: request.t(EMAIL_WORDS[sent.error]) });
    }
  });
  app.post('/dossiers/:dossier/aidants/:helper/arreter', async (request, reply) => {
    const own = await ownOf(request, house);
    const dossierId = own.rows.dossier.id;
    const done = await stopHelper(house, {
      accountId: accountOf(request).id,
      dossierId,
      helperId: param<'account'>(request, 'helper'),
    });
    if (!done.ok) throw new HttpFailure(404);
    return seeOther(reply, address.helpers(dossierId), { kind: 'success', key: 'people.helper_stopped' });
  });
  invitationActs(app, house, '/dossiers/:dossier/aidants/invitations/:invitation', (request) =>
    address.helpers(param(request, 'dossier')),
  );
}
