import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { emailField } from '#domain/accounts/email.ts';
import type { GuarantorKind } from '#domain/people/guarantor-mix.ts';
import { declareNoGuarantor } from '#features/dossiers/answer-later.ts';
import { may } from '#features/dossiers/api.ts';
import type { OwnDossier, PersonRow } from '#features/dossiers/read-dossier.ts';
import { addGuarantor, removeGuarantor } from '#features/household/guarantors.ts';
import { withOwnAccount } from '#features/household/own-accounts.ts';
import { invitationsOf } from '#features/household/read-invitation.ts';
import type { App } from '#http/app.ts';
import { readForm, ticked, type FieldErrors, type Typed } from '#http/forms.ts';
import { accountOf, membersOnly } from '#http/guards.ts';
import { seeOther, sendPage } from '#http/pages.ts';
import { HttpFailure } from '#http/server.ts';
import { address } from '../dossier/address.ts';
import { nameOf, nextOfAll, stepsOf } from '../dossier/dossier-view.ts';
import { frameFor, ownOf, param, personOf, type DossierHouse } from '../dossier/own-request.ts';
import { invitationActs } from './composition.routes.tsx';
import { departureLines, GuarantorKindPage, GuarantorPersonPage, GuarantorsPage, isGuarantorKind } from './guarantors.pages.tsx';
import { SurePage } from './sure.page.tsx';
import { EMAIL_WORDS } from './words-of-reasons.ts';

const kindForm = z.object({ answer: z.string({ error: 'dossier.choose_one' }) });
const sureForm = z.object({ answer: z.string() });
const personForm = z.object({
  who: z.enum(['invite', 'fill'], { error: 'dossier.choose_one' }),
  email: z.string().max(1000).default(''),
  informed: ticked,
  replace: ticked,
});

/** Who guarantees for a tenant: choosing, inviting or filling, changing, removing, and the guarantor's own withdrawal. */
export function guarantorsRoutes(app: App, house: DossierHouse): void {
  app.addHook('preHandler', membersOnly);
  const root = '/dossiers/:dossier/:person/garants';

  const tenantOf = async (request: FastifyRequest) => {
    const own = await ownOf(request, house);
    const tenant = personOf(request, own);
    if (tenant.role !== 'tenant') throw new HttpFailure(404);
    const guarantors = own.rows.persons.filter((person) => person.supportsPersonId === tenant.id);
    const dossierId = own.rows.dossier.id;
    return { own, tenant, guarantors, dossierId };
  };

  const selfHeld = async (guarantors: readonly PersonRow[]) => {
    const held = await withOwnAccount(
      house,
      guarantors.map((one) => one.id),
    );
    return guarantors.map((person) => ({ person, ownAccount: held.has(person.id) }));
  };

  const askKind = (
    request: FastifyRequest,
    reply: FastifyReply,
    { own, tenant, guarantors }: { own: OwnDossier; tenant: PersonRow; guarantors: readonly PersonRow[] },
    errors: FieldErrors = {},
  ) =>
    sendPage(
      reply,
      <GuarantorKindPage
        frame={frameFor(request, own, tenant)}
        dossierId={own.rows.dossier.id}
        personId={tenant.id}
        steps={stepsOf(own, tenant, request.t, 'guarantors')}
        value={guarantors[0]?.guarantorKind ?? (tenant.noGuarantor ? 'none' : '')}
        errors={errors}
      />,
      Object.keys(errors).length > 0 ? 422 : 200,
    );

  app.get(root, async (request, reply) => {
    const found = await tenantOf(request);
    const { own, tenant, guarantors, dossierId } = found;
    const changes = (request.query as Readonly<Record<string, unknown>>)['changer'] !== undefined;
    if (guarantors.length === 0 || changes) return askKind(request, reply, found);
    const after = nextOfAll(own, request.t);
    return sendPage(
      reply,
      <GuarantorsPage
        frame={frameFor(request, own, tenant)}
        dossierId={dossierId}
        personId={tenant.id}
        steps={stepsOf(own, tenant, request.t, 'guarantors')}
        guarantors={guarantors}
        invitations={await invitationsOf(house, dossierId)}
        hrefOf={(guarantor) => (may(own.membership, guarantor.id, 'fill') ? firstScreen(dossierId, guarantor) : null)}
        next={
          after
            ? { href: after.step.href, label: request.t('dossier.step_next', { step: after.step.label }) }
            : { href: address.dossier(dossierId), label: request.t('dossier.back_to_dossier') }
        }
      />,
    );
  });

  const firstScreen = (dossierId: string, guarantor: Pick<PersonRow, 'id' | 'guarantorKind'>) =>
    guarantor.guarantorKind === 'organism'
      ? address.category(dossierId, guarantor.id, 'guarantee')
      : address.names(dossierId, guarantor.id);

  app.post(root, async (request, reply) => {
    const found = await tenantOf(request);
    const { tenant, guarantors, dossierId } = found;
    const form = readForm(request, kindForm);
    const answer = form.ok ? form.value.answer : '';
    if (answer !== 'none' && !isGuarantorKind(answer))
      return askKind(request, reply, found, { answer: request.t('dossier.choose_one') });
    const present = guarantors[0]?.guarantorKind;
    if (present === answer) return seeOther(reply, address.guarantors(dossierId, tenant.id));
    if (present && answer !== 'natural')
      return seeOther(reply, `${address.guarantors(dossierId, tenant.id)}/changer?pour=${answer}`);
    return setKind(request, reply, { dossierId, tenant }, answer, present !== undefined);
  });

  /** Nobody, or the first guarantor of a kind; a person is first asked about. */
  const setKind = async (
    request: FastifyRequest,
    reply: FastifyReply,
    { dossierId, tenant }: { dossierId: OwnDossier['rows']['dossier']['id']; tenant: PersonRow },
    answer: GuarantorKind | 'none',
    replaces: boolean,
  ) => {
    const accountId = accountOf(request).id;
    if (answer === 'none') {
      const done = await declareNoGuarantor(house, { accountId, dossierId, personId: tenant.id });
      if (!done.ok) throw new HttpFailure(404);
      return seeOther(reply, address.dossier(dossierId), { kind: 'success', key: 'dossier.guarantors_none_saved' });
    }
    if (answer === 'natural')
      return seeOther(reply, `${address.guarantors(dossierId, tenant.id)}/personne${replaces ? '?remplace=1' : ''}`);
    const added = await addGuarantor(house, {
      accountId,
      dossierId,
      tenantId: tenant.id,
      kind: answer,
      invite: null,
      informed: false,
    });
    if (!added.ok) throw new HttpFailure(404);
    return seeOther(reply, firstScreen(dossierId, { id: added.value.personId, guarantorKind: answer }));
  };

  app.get(`${root}/changer`, async (request, reply) => {
    const { own, tenant, guarantors, dossierId } = await tenantOf(request);
    const wanted = String((request.query as Readonly<Record<string, unknown>>)['pour']);
    const list = address.guarantors(dossierId, tenant.id);
    if (guarantors.length === 0 || (wanted !== 'none' && !isGuarantorKind(wanted))) return seeOther(reply, list);
    const frame = frameFor(request, own, tenant);
    return sendPage(
      reply,
      <SurePage
        frame={frame}
        title={request.t('people.guarantor_change_title')}
        lines={departureLines(frame, await selfHeld(guarantors))}
        action={`${list}/changer`}
        label={request.t('people.guarantor_change_do')}
        back={{ href: list, label: request.t('dossier.guarantors') }}
      >
        <input type="hidden" name="answer" value={wanted} />
      </SurePage>,
    );
  });
  app.post(`${root}/changer`, async (request, reply) => {
    const { tenant, guarantors, dossierId } = await tenantOf(request);
    const form = readForm(request, sureForm);
    const answer = form.ok ? form.value.answer : '';
    if (answer !== 'none' && !isGuarantorKind(answer)) throw new HttpFailure(404);
    await removeAll(request, dossierId, guarantors);
    return setKind(request, reply, { dossierId, tenant }, answer, false);
  });

  const removeAll = async (
    request: FastifyRequest,
    dossierId: OwnDossier['rows']['dossier']['id'],
    guarantors: readonly PersonRow[],
  ) => {
    for (const guarantor of guarantors)
      await removeGuarantor(house, { accountId: accountOf(request).id, dossierId, guarantorId: guarantor.id });
  };

  const askPerson = (
    request: FastifyRequest,
    reply: FastifyReply,
    { own, tenant }: { own: OwnDossier; tenant: PersonRow },
    typed: Typed,
    errors: FieldErrors,
  ) => {
    const replaces = typed['replace'] === 'on' || (request.query as Readonly<Record<string, unknown>>)['remplace'] !== undefined;
    return sendPage(
      reply,
      <GuarantorPersonPage
        frame={frameFor(request, own, tenant)}
        dossierId={own.rows.dossier.id}
        personId={tenant.id}
        steps={stepsOf(own, tenant, request.t, 'guarantors')}
        typed={typed}
        errors={errors}
        replaces={replaces}
      />,
      Object.keys(errors).length > 0 ? 422 : 200,
    );
  };
  app.get(`${root}/personne`, async (request, reply) => askPerson(request, reply, await tenantOf(request), {}, {}));
  app.post(`${root}/personne`, async (request, reply) => {
    const found = await tenantOf(request);
    const { tenant, guarantors, dossierId } = found;
    const form = readForm(request, personForm);
    const again = (errors: FieldErrors) => askPerson(request, reply, found, form.typed, errors);
    if (!form.ok) return again(form.errors);
    const { who, informed, replace } = form.value;
    const email = who === 'invite' ? emailField.safeParse(form.value.email) : null;
    if (email && !email.success) return again({ email: request.t('accounts.email_malformed') });
    if (who === 'fill' && !informed) return again({ informed: request.t('people.guarantor_not_informed') });
    const others = guarantors.some((one) => one.guarantorKind !== 'natural');
    if (others && !replace) return seeOther(reply, address.guarantors(dossierId, tenant.id));
    if (others) await removeAll(request, dossierId, guarantors);
    const added = await addGuarantor(house, {
      accountId: accountOf(request).id,
      dossierId,
      tenantId: tenant.id,
      kind: 'natural',
      invite: email?.success ? email.data : null,
      informed,
    });
    if (added.ok)
      return email
        ? seeOther(reply, address.guarantors(dossierId, tenant.id), { kind: 'success', key: 'people.invited' })
        : seeOther(reply, address.names(dossierId, added.value.personId));
    switch (added.error) {
      case 'not_found':
        throw new HttpFailure(404);
      case 'mix':
        return seeOther(reply, address.guarantors(dossierId, tenant.id));
      case 'not_informed':
        return again({ informed: request.t('people.guarantor_not_informed') });
      default:
        return again({ email: request.t(EMAIL_WORDS[added.error]) });
    }
  });

  app.get(`${root}/:guarantor/retirer`, async (request, reply) => {
    const { own, tenant, guarantors, dossierId } = await tenantOf(request);
    const guarantor = guarantors.find((one) => one.id === param(request, 'guarantor'));
    if (!guarantor) throw new HttpFailure(404);
    const frame = frameFor(request, own, tenant);
    const list = address.guarantors(dossierId, tenant.id);
    return sendPage(
      reply,
      <SurePage
        frame={frame}
        title={request.t('people.remove_title', { name: nameOf(guarantor, request.t) })}
        lines={departureLines(frame, await selfHeld([guarantor]))}
        action={`${list}/${guarantor.id}/retirer`}
        label={request.t('people.remove')}
        back={{ href: list, label: request.t('dossier.guarantors') }}
      />,
    );
  });
  app.post(`${root}/:guarantor/retirer`, async (request, reply) => {
    const { tenant, dossierId } = await tenantOf(request);
    const guarantorId = param<'person'>(request, 'guarantor');
    const done = await removeGuarantor(house, { accountId: accountOf(request).id, dossierId, guarantorId });
    if (!done.ok) throw new HttpFailure(404);
    return seeOther(reply, address.guarantors(dossierId, tenant.id), { kind: 'success', key: 'people.removed' });
  });

  invitationActs(app, house, `${root}/invitations/:invitation`, (request) =>
    address.guarantors(param(request, 'dossier'), param(request, 'person')),
  );

  const withdrawing = async (request: FastifyRequest) => {
    const own = await ownOf(request, house);
    const person = personOf(request, own);
    if (person.role !== 'guarantor' || own.membership.persons.get(person.id)?.basis !== 'self') throw new HttpFailure(404);
    return { own, person };
  };
  app.get('/dossiers/:dossier/:person/se-retirer', async (request, reply) => {
    const { own, person } = await withdrawing(request);
    const dossierId = own.rows.dossier.id;
    return sendPage(
      reply,
      <SurePage
        frame={frameFor(request, own, person)}
        title={request.t('people.withdraw')}
        lines={[request.t('people.withdraw_links'), request.t('people.withdraw_told'), request.t('people.withdraw_kept')]}
        action={address.withdraw(dossierId, person.id)}
        label={request.t('people.withdraw')}
        back={{ href: address.dossier(dossierId), label: request.t('dossier.back_to_dossier') }}
      />,
    );
  });
  app.post('/dossiers/:dossier/:person/se-retirer', async (request, reply) => {
    const { own, person } = await withdrawing(request);
    const done = await removeGuarantor(house, {
      accountId: accountOf(request).id,
      dossierId: own.rows.dossier.id,
      guarantorId: person.id,
    });
    if (!done.ok) throw new HttpFailure(404);
    return seeOther(reply, '/dossier', { kind: 'success', key: 'people.withdrawn' });
  });
}
