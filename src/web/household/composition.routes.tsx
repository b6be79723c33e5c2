import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { emailField, type Email } from '#domain/accounts/email.ts';
import type { HouseholdKind } from '#domain/people/household.ts';
import type { OwnDossier } from '#features/dossiers/read-dossier.ts';
import { addSpouse, inviteFlatmate } from '#features/household/add-tenant.ts';
import { withOwnAccount } from '#features/household/own-accounts.ts';
import { chooseKind, leaveDossier, removePerson } from '#features/household/change-household.ts';
import { cancelInvitation, resendInvitation } from '#features/household/invitations.ts';
import { invitationsOf } from '#features/household/read-invitation.ts';
import { takeBack } from '#features/household/set-aside.ts';
import type { App } from '#http/app.ts';
import { readForm, type FieldErrors, type Typed } from '#http/forms.ts';
import { accountOf, membersOnly } from '#http/guards.ts';
import { seeOther, sendPage } from '#http/pages.ts';
import { HttpFailure } from '#http/server.ts';
import { address } from '../dossier/address.ts';
import { nameOf } from '../dossier/dossier-view.ts';
import { frameFor, ownOf, param, type DossierHouse } from '../dossier/own-request.ts';
import { FlatmatesPage, KindPage, PeoplePage, SpousePage } from './composition.pages.tsx';
import { SurePage } from './sure.page.tsx';
import { EMAIL_WORDS } from './words-of-reasons.ts';

const kindForm = z.object({ kind: z.enum(['alone', 'couple', 'flatshare'], { error: 'people.choose_kind' }) });
const text = z.string().max(1000).default('');
const optionalEmail = z.union([z.literal('').transform((): Email | null => null), emailField]);
const spouseForm = z.object({ firstNames: text, birthName: text, email: z.preprocess((value) => value ?? '', optionalEmail) });
const flatmatesForm = z.object({ emails: z.string().max(5000).default('') });

/** Who rents together: choosing, inviting, leaving, removing, taking back. */
export function compositionRoutes(app: App, house: DossierHouse): void {
  app.addHook('preHandler', membersOnly);
  const root = '/dossiers/:dossier/composition';

  /** The dossier, for one of its tenants or who fills for one. */
  const tenantOnly = async (request: FastifyRequest) => {
    const own = await ownOf(request, house);
    const tenants = [...own.membership.persons].filter(
      ([, held]) => held.role === 'tenant' && (held.basis === 'self' || held.basis === 'declarant'),
    );
    if (tenants.length === 0) throw new HttpFailure(404);
    const self = tenants.find(([, held]) => held.basis === 'self')?.[0] ?? null;
    const leadId = own.rows.dossier.leadPersonId;
    const led = leadId ? own.membership.persons.get(leadId)?.basis : undefined;
    return { own, self, lead: led === 'self' || led === 'declarant' };
  };
  const leadOnly = async (request: FastifyRequest): Promise<OwnDossier> => {
    const { own, lead } = await tenantOnly(request);
    if (!lead) throw new HttpFailure(404);
    return own;
  };

  app.get(root, async (request, reply) => {
    const { own, self, lead } = await tenantOnly(request);
    const { dossier } = own.rows;
    if (dossier.kind === 'alone' && lead)
      return sendPage(reply, <KindPage frame={frameFor(request, own)} dossierId={dossier.id} kind={dossier.kind} errors={{}} />);
    const invitations = await invitationsOf(house, dossier.id);
    return sendPage(
      reply,
      <PeoplePage frame={frameFor(request, own)} own={own} lead={lead} self={self} invitations={invitations} />,
    );
  });

  app.get(`${root}/type`, async (request, reply) => {
    const own = await leadOnly(request);
    const { dossier } = own.rows;
    return sendPage(reply, <KindPage frame={frameFor(request, own)} dossierId={dossier.id} kind={dossier.kind} errors={{}} />);
  });

  app.post(`${root}/type`, async (request, reply) => {
    const own = await leadOnly(request);
    const { dossier } = own.rows;
    const form = readForm(request, kindForm);
    const again = (errors: FieldErrors) =>
      sendPage(
        reply,
        <KindPage
          frame={frameFor(request, own)}
          dossierId={dossier.id}
          kind={form.typed['kind'] ?? dossier.kind}
          errors={errors}
        />,
        422,
      );
    if (!form.ok) return again(form.errors);
    const { kind } = form.value;
    const tenants = own.rows.persons.filter((person) => person.role === 'tenant');
    if (kind === 'alone' && tenants.length > 1) return seeOther(reply, `${address.composition(dossier.id)}/seul`);
    if (kind !== dossier.kind) {
      const done = await chooseKind(house, { accountId: accountOf(request).id, dossierId: dossier.id, kind });
      if (!done.ok && done.error === 'too_many_tenants') return again({ kind: request.t('people.too_many_tenants') });
      if (!done.ok) throw new HttpFailure(404);
    }
    return seeOther(reply, afterKind(own, kind));
  });

  /** Where one goes after choosing: to the other people, else on with the dossier. */
  const afterKind = (own: OwnDossier, kind: HouseholdKind) => {
    const { dossier, persons } = own.rows;
    const others = persons.filter((person) => person.role === 'tenant').length > 1;
    if (kind === 'alone') return address.dossier(dossier.id);
    if (others) return address.composition(dossier.id);
    return `${address.composition(dossier.id)}/${kind === 'couple' ? 'conjoint' : 'colocataires'}`;
  };

  app.get(`${root}/seul`, async (request, reply) => {
    const own = await leadOnly(request);
    const { dossier, persons } = own.rows;
    const others = persons.filter((person) => person.role === 'tenant' && person.id !== dossier.leadPersonId);
    if (others.length === 0) return seeOther(reply, address.composition(dossier.id));
    const lines = await Promise.all(others.map((person) => whatHappens(request, person)));
    return sendPage(
      reply,
      <SurePage
        frame={frameFor(request, own)}
        title={request.t('people.to_alone_title')}
        lines={[...lines, request.t('people.yours_stays')]}
        action={`${address.composition(dossier.id)}/seul`}
        label={request.t('people.to_alone_do')}
        back={{ href: address.composition(dossier.id), label: request.t('people.title') }}
      />,
    );
  });
  app.post(`${root}/seul`, async (request, reply) => {
    const own = await leadOnly(request);
    const dossierId = own.rows.dossier.id;
    const done = await chooseKind(house, { accountId: accountOf(request).id, dossierId, kind: 'alone' });
    if (!done.ok && done.error !== 'same_kind') throw new HttpFailure(404);
    return seeOther(reply, address.dossier(dossierId), { kind: 'success', key: 'people.now_alone' });
  });

  /** What a departure does to the documents of one person, in words. */
  const whatHappens = async (request: FastifyRequest, person: OwnDossier['rows']['persons'][number]): Promise<string> => {
    const account = (await withOwnAccount(house, [person.id])).has(person.id);
    return request.t(account ? 'people.leaves_with_account' : 'people.leaves_set_aside', { name: nameOf(person, request.t) });
  };

  const spousePage = (request: FastifyRequest, reply: FastifyReply, own: OwnDossier, typed: Typed, errors: FieldErrors) =>
    sendPage(
      reply,
      <SpousePage frame={frameFor(request, own)} dossierId={own.rows.dossier.id} typed={typed} errors={errors} />,
      Object.keys(errors).length > 0 ? 422 : 200,
    );
  app.get(`${root}/conjoint`, async (request, reply) => spousePage(request, reply, await leadOnly(request), {}, {}));
  app.post(`${root}/conjoint`, async (request, reply) => {
    const own = await leadOnly(request);
    const dossierId = own.rows.dossier.id;
    const form = readForm(request, spouseForm);
    const again = (errors: FieldErrors) => spousePage(request, reply, own, form.typed, errors);
    if (!form.ok) return again({ email: request.t('accounts.email_malformed') });
    const added = await addSpouse(house, { accountId: accountOf(request).id, dossierId, ...form.value });
    if (added.ok)
      return seeOther(reply, address.composition(dossierId), {
        kind: 'success',
        key: form.value.email ? 'people.invited' : 'people.spouse_added',
      });
    switch (added.error) {
      case 'name.wrong':
        return again({ firstNames: request.t('people.spouse_names_wrong') });
      case 'full':
      case 'kind':
        return seeOther(reply, address.composition(dossierId));
      case 'not_found':
        throw new HttpFailure(404);
      default:
        return again({ email: request.t(EMAIL_WORDS[added.error]) });
    }
  });

  const flatmatesPage = (request: FastifyRequest, reply: FastifyReply, own: OwnDossier, typed: Typed, errors: FieldErrors) =>
    sendPage(
      reply,
      <FlatmatesPage frame={frameFor(request, own)} dossierId={own.rows.dossier.id} typed={typed} errors={errors} />,
      Object.keys(errors).length > 0 ? 422 : 200,
    );
  app.get(`${root}/colocataires`, async (request, reply) => flatmatesPage(request, reply, await leadOnly(request), {}, {}));
  app.post(`${root}/colocataires`, async (request, reply) => {
    const own = await leadOnly(request);
    const dossierId = own.rows.dossier.id;
    const form = readForm(request, flatmatesForm);
    const again = (message: string, left: readonly string[]) =>
      flatmatesPage(request, reply, own, { emails: left.join('\n') }, { emails: message });
    if (!form.ok) return again(request.t('accounts.email_malformed'), []);
    const typed = form.value.emails
      .split(/[\n\r,;]+|\s+(?=\S+@)/)
      .map((one) => one.trim())
      .filter((one) => one !== '');
    if (typed.length === 0) return again(request.t('people.email_needed'), []);
    for (const [index, one] of typed.entries()) {
      const left = typed.slice(index);
      const email = emailField.safeParse(one);
      if (!email.success) return again(request.t('people.email_wrong', { email: one }), left);
      const asked = await request.within('mail_asked', accountOf(request).id);
      if (!asked.allowed) return again(request.t('accounts.too_many'), left);
      const invited = await inviteFlatmate(house, { accountId: accountOf(request).id, dossierId, email: email.data });
      if (invited.ok) continue;
      if (invited.error === 'not_found') throw new HttpFailure(404);
      if (invited.error in EMAIL_WORDS)
        return again(`${one}: ${request.t(EMAIL_WORDS[invited.error as keyof typeof EMAIL_WORDS])}`, left);
      return seeOther(reply, address.composition(dossierId));
    }
    return seeOther(reply, address.composition(dossierId), { kind: 'success', key: 'people.invited' });
  });

  app.get(`${root}/:person/retirer`, async (request, reply) => {
    const own = await leadOnly(request);
    const { dossier, persons } = own.rows;
    const id = param<'person'>(request, 'person');
    const person = persons.find((one) => one.id === id && one.role === 'tenant' && one.id !== dossier.leadPersonId);
    if (!person) throw new HttpFailure(404);
    return sendPage(
      reply,
      <SurePage
        frame={frameFor(request, own)}
        title={request.t('people.remove_title', { name: nameOf(person, request.t) })}
        lines={[await whatHappens(request, person), request.t('people.yours_stays')]}
        action={`${address.composition(dossier.id)}/${person.id}/retirer`}
        label={request.t('people.remove')}
        back={{ href: address.composition(dossier.id), label: request.t('people.title') }}
      />,
    );
  });
  app.post(`${root}/:person/retirer`, async (request, reply) => {
    const own = await leadOnly(request);
    const dossierId = own.rows.dossier.id;
    const personId = param<'person'>(request, 'person');
    const done = await removePerson(house, { accountId: accountOf(request).id, dossierId, personId });
    if (!done.ok) throw new HttpFailure(404);
    return seeOther(reply, address.dossier(dossierId), { kind: 'success', key: 'people.removed' });
  });
  app.post(`${root}/:person/reprendre`, async (request, reply) => {
    const own = await leadOnly(request);
    const dossierId = own.rows.dossier.id;
    const personId = param<'person'>(request, 'person');
    const done = await takeBack(house, { accountId: accountOf(request).id, dossierId, personId });
    if (!done.ok && done.error === 'full')
      return seeOther(reply, address.dossier(dossierId), { kind: 'warning', key: 'people.full' });
    if (!done.ok) throw new HttpFailure(404);
    return seeOther(reply, address.dossier(dossierId), { kind: 'success', key: 'people.taken_back' });
  });

  app.get(`${root}/quitter`, async (request, reply) => {
    const { own, self } = await tenantOnly(request);
    if (!self || own.rows.persons.filter((person) => person.role === 'tenant').length < 2) throw new HttpFailure(404);
    return sendPage(
      reply,
      <SurePage
        frame={frameFor(request, own)}
        title={request.t('people.leave')}
        lines={[request.t('people.leave_yours'), request.t('people.leave_others'), request.t('people.leave_links')]}
        action={`${address.composition(own.rows.dossier.id)}/quitter`}
        label={request.t('people.leave')}
        back={{ href: address.composition(own.rows.dossier.id), label: request.t('people.title') }}
      />,
    );
  });
  app.post(`${root}/quitter`, async (request, reply) => {
    const { own } = await tenantOnly(request);
    const done = await leaveDossier(house, { accountId: accountOf(request).id, dossierId: own.rows.dossier.id });
    if (!done.ok) throw new HttpFailure(404);
    return seeOther(reply, '/dossier', { kind: 'success', key: 'people.left' });
  });

  invitationActs(app, house, `${root}/invitations/:invitation`, (request) => address.composition(param(request, 'dossier')));
}

/** The two acts of who sent an invitation: again, or take it back. @param back where the list is */
export function invitationActs(app: App, house: DossierHouse, path: string, back: (request: FastifyRequest) => string): void {
  app.post(`${path}/renvoyer`, async (request, reply) => {
    const invitationId = param<'invitation'>(request, 'invitation');
    const done = await resendInvitation(house, { accountId: accountOf(request).id, invitationId });
    if (!done.ok && done.error === 'not_found') throw new HttpFailure(404);
    return seeOther(
      reply,
      back(request),
      done.ok ? { kind: 'success', key: 'people.invited' } : { kind: 'warning', key: 'people.too_soon' },
    );
  });
  app.post(`${path}/annuler`, async (request, reply) => {
    const invitationId = param<'invitation'>(request, 'invitation');
    const done = await cancelInvitation(house, { accountId: accountOf(request).id, invitationId });
    if (!done.ok) throw new HttpFailure(404);
    return seeOther(reply, back(request), { kind: 'success', key: 'people.cancelled' });
  });
}
