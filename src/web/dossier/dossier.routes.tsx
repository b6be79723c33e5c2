import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { parseEmail, type Email } from '#domain/accounts/email.ts';
import { OPINIONS } from '#domain/stats/indicators.ts';
import { sameCertifiedName } from '#domain/accounts/france-connect.ts';
import { dossiersOf } from '#features/dossiers/api.ts';
import type { OwnDossier, PersonRow } from '#features/dossiers/read-dossier.ts';
import { printList } from '#features/dossiers/print-list.ts';
import { saveNames } from '#features/dossiers/save-names.ts';
import { startDossier } from '#features/dossiers/start-dossier.ts';
import { countPublic } from '#features/stats/api.ts';
import { submitDossier } from '#features/dossiers/submit-dossier.ts';
import { saveCompany, saveGuarantorContact } from '#features/household/guarantor-contact.ts';
import { giveOwnConsent } from '#features/household/own-consents.ts';
import { invitationsTo } from '#features/household/read-invitation.ts';
import { setAsideOf } from '#features/household/set-aside.ts';
import type { App } from '#http/app.ts';
import { readForm, ticked } from '#http/forms.ts';
import { accountOf, membersOnly } from '#http/guards.ts';
import { seeOther, sendPage } from '#http/pages.ts';
import { HttpFailure } from '#http/server.ts';
import { err, ok, type Result } from '#kernel/result.ts';
import type { WordKey } from '#i18n/translate.ts';
import { address } from './address.ts';
import { RenameConfirmPage } from './confirm.page.tsx';
import { DashboardPage } from './dashboard.page.tsx';
import { nextStep, stepsOf } from './dossier-view.ts';
import { EMAIL_WORDS } from '../household/words-of-reasons.ts';
import { NamesPage } from './names.page.tsx';
import { SendPage, SentPage } from './other.pages.tsx';
import { frameFor, isSelf, mayCompose, ownOf, personOf, type DossierHouse } from './own-request.ts';

const text = z.string().max(5000).default('');
const namesForm = z.object({
  firstNames: text,
  birthName: text,
  usedName: text,
  singleName: ticked,
  postcode: text,
  confirmed: ticked,
  email: text,
  noEmail: ticked,
  legalName: text,
  representativeFirstNames: text,
  representativeName: text,
});
const sendForm = z.object({ message: text, sworn: ticked, others: ticked, sending: ticked });
const opinionForm = z.object({ opinion: z.enum(OPINIONS) });

const NAME_WORDS: Readonly<Record<string, WordKey>> = {
  'name.empty': 'dossier.name_empty',
  'name.too_long': 'dossier.name_too_long',
  'name.characters': 'dossier.name_characters',
  'postcode.wrong': 'dossier.postcode_wrong',
};

/** The certified name of a person, as it stands in the dossier when it does; `null` when their names are theirs to type. */
function certifiedName(own: OwnDossier, person: PersonRow): { firstNames: string; birthName: string } | null {
  const certified = own.certified.get(person.id);
  if (!certified) return null;
  return sameCertifiedName(person, certified.identity) ? person : certified.identity;
}

/** The dossier as a whole: dashboard, names, sending. */
export function dossierRoutes(app: App, house: DossierHouse): void {
  app.addHook('preHandler', membersOnly);

  app.get('/dossier', async (request, reply) => {
    const account = accountOf(request);
    const [first, second] = await dossiersOf(house.db, account.id, house.clock.now());
    if (second) return seeOther(reply, '/dossiers');
    if (first) return seeOther(reply, address.dossier(first.id));
    const [invitation] = account.emailVerified ? await invitationsTo(house, { email: account.email }) : [];
    if (invitation) return seeOther(reply, `/invitation/${invitation.token}`);
    const started = await startDossier(house, { accountId: account.id });
    if (!started.ok) throw new HttpFailure(500);
    return seeOther(reply, address.dossier(started.value.dossierId));
  });

  app.get('/dossiers/:dossier', async (request, reply) => {
    const own = await ownOf(request, house);
    const asideOf = mayCompose(own) ? await setAsideOf(house, own.rows.dossier.id) : [];
    return sendPage(reply, <DashboardPage frame={frameFor(request, own)} own={own} setAside={asideOf} />);
  });

  const showNames = (
    request: FastifyRequest,
    reply: FastifyReply,
    own: OwnDossier,
    person: PersonRow,
    typed: Readonly<Record<string, string>>,
    errors: Readonly<Record<string, string>> = {},
  ) =>
    sendPage(
      reply,
      <NamesPage
        frame={frameFor(request, own, person)}
        dossierId={own.rows.dossier.id}
        personId={person.id}
        steps={stepsOf(own, person, request.t, 'names')}
        asked={askedOf(own, person)}
        typed={typed}
        errors={errors}
        certified={certifiedName(own, person)}
      />,
      Object.keys(errors).length > 0 ? 422 : 200,
    );

  /** Whose names are asked, and so which fields. */
  const askedOf = (own: OwnDossier, person: PersonRow) => {
    if (person.guarantorKind === 'company') return 'company' as const;
    if (isSelf(own, person)) return 'self' as const;
    return person.role === 'guarantor' ? ('guarantor' as const) : ('other' as const);
  };

  app.get('/dossiers/:dossier/liste.pdf', async (request, reply) => {
    const own = await ownOf(request, house);
    const rate = await request.within('upload', accountOf(request).id);
    if (!rate.allowed) throw new HttpFailure(429);
    const pdf = await printList(house, own, request.locale);
    return reply
      .header('cache-control', 'private, no-store')
      .header('content-disposition', 'inline; filename="liste.pdf"')
      .type('application/pdf')
      .send(Buffer.from(pdf));
  });

  app.get('/dossiers/:dossier/:person/etat-civil', async (request, reply) => {
    const own = await ownOf(request, house);
    const person = personOf(request, own);
    if (person.guarantorKind === 'organism') throw new HttpFailure(404);
    return showNames(request, reply, own, person, {
      firstNames: person.firstNames,
      birthName: person.birthName,
      usedName: person.usedName ?? '',
      singleName: person.singleName ? 'on' : '',
      postcode: person.postcode ?? '',
      email: person.contactEmail ?? '',
      noEmail: person.hasNoEmail ? 'on' : '',
      legalName: person.legalName ?? '',
      representativeFirstNames: person.representativeFirstNames ?? '',
      representativeName: person.representativeName ?? '',
    });
  });

  app.post('/dossiers/:dossier/:person/etat-civil', async (request, reply) => {
    const own = await ownOf(request, house);
    const person = personOf(request, own);
    const accountId = accountOf(request).id;
    const dossierId = own.rows.dossier.id;
    const form = readForm(request, namesForm);
    const again = (errors: Readonly<Record<string, string>>) => showNames(request, reply, own, person, form.typed, errors);
    if (!form.ok) return again(form.errors);
    const said = (fields: Readonly<Record<string, string>>) =>
      Object.fromEntries(
        Object.entries(fields).map(([field, code]) => [field, request.t(NAME_WORDS[code] ?? 'http.field_wrong')]),
      );
    const asked = askedOf(own, person);
    if (asked === 'company') {
      const { legalName, representativeFirstNames, representativeName } = form.value;
      const saved = await saveCompany(house, {
        accountId,
        dossierId,
        personId: person.id,
        legalName,
        representativeFirstNames,
        representativeName,
      });
      if (!saved.ok) {
        if (saved.error === 'not_found') throw new HttpFailure(404);
        return again(said(saved.error.fields));
      }
    } else {
      const email = asked === 'guarantor' ? contactOf(form.value) : null;
      if (email && !email.ok) return again({ email: request.t(email.error) });
      const saved = await saveNames(house, {
        accountId,
        dossierId,
        personId: person.id,
        ...form.value,
        askFirst: !form.value.confirmed,
      });
      if (!saved.ok) {
        if (saved.error === 'not_found') throw new HttpFailure(404);
        if (saved.error === 'names.locked') return again({ birthName: request.t('france_connect.names_locked') });
        if ('reopens' in saved.error)
          return sendPage(
            reply,
            <RenameConfirmPage
              frame={frameFor(request, own, person)}
              dossierId={dossierId}
              personId={person.id}
              typed={form.typed}
              reopens={saved.error.reopens}
              losesVerified={own.rows.dossier.status === 'verified'}
            />,
          );
        return again(said(saved.error.fields));
      }
      if (email) {
        const told = await saveGuarantorContact(house, { accountId, dossierId, personId: person.id, email: email.value });
        if (!told.ok) {
          if (told.error === 'not_found') throw new HttpFailure(404);
          return again({ email: request.t(EMAIL_WORDS[told.error]) });
        }
      }
    }
    const fresh = await ownOf(request, house);
    const step = nextStep(fresh, person, request.t, 'names');
    return seeOther(reply, step?.href ?? address.dossier(dossierId), { kind: 'success', key: 'dossier.names_saved' });
  });

  /** The address of a guarantor, or the box that there is none. */
  const contactOf = (form: { email: string; noEmail: boolean }): Result<Email | null, WordKey> => {
    const typed = form.email.trim();
    if (typed === '') return form.noEmail ? ok(null) : err('people.contact_missing');
    const email = parseEmail(typed);
    return email ? ok(email) : err('accounts.email_malformed');
  };

  app.get('/dossiers/:dossier/envoyer', async (request, reply) => {
    const own = await ownOf(request, house);
    const confirmed = accountOf(request).emailVerified;
    return sendPage(reply, <SendPage frame={frameFor(request, own)} own={own} typed={{}} errors={{}} confirmed={confirmed} />);
  });

  app.post('/dossiers/:dossier/envoyer', async (request, reply) => {
    const account = accountOf(request);
    const own = await ownOf(request, house);
    const dossierId = own.rows.dossier.id;
    const form = readForm(request, sendForm);
    const again = (errors: Readonly<Record<string, string>>) =>
      sendPage(
        reply,
        <SendPage
          frame={frameFor(request, own)}
          own={own}
          typed={form.typed}
          errors={errors}
          confirmed={account.emailVerified}
        />,
        422,
      );
    if (!form.ok) return again(form.errors);
    if (!account.emailVerified) return again({ sworn: request.t('dossier.email_unconfirmed') });
    const { message, sworn, others, sending } = form.value;
    if (sending) await giveOwnConsent(house, { accountId: account.id, dossierId, purpose: 'flatmate_sending' });
    const sent = await submitDossier(house, { accountId: account.id, dossierId, message, sworn, othersInformed: others });
    if (sent.ok) return seeOther(reply, address.sent(dossierId));
    switch (sent.error) {
      case 'others_not_informed':
        return again({ others: request.t('people.others_missing') });
      case 'no_mandate':
        return again({ sworn: request.t('people.no_mandate') });
      case 'not_found':
        throw new HttpFailure(404);
      case 'not_sworn':
        return again({ sworn: request.t('dossier.honour_missing') });
      case 'message_too_long':
        return again({ message: request.t('dossier.text_too_long') });
      default:
        return again({});
    }
  });

  app.get('/dossiers/:dossier/envoye', async (request, reply) => {
    const own = await ownOf(request, house);
    return sendPage(reply, <SentPage frame={frameFor(request, own)} own={own} email={accountOf(request).email} />);
  });

  app.post('/dossiers/:dossier/envoye', async (request, reply) => {
    const own = await ownOf(request, house);
    const form = readForm(request, opinionForm);
    if (!form.ok) return seeOther(reply, address.sent(own.rows.dossier.id));
    const rate = await request.within('opinion', accountOf(request).id);
    if (rate.allowed) await countPublic(house, `satisfaction.${form.value.opinion}`);
    return seeOther(reply, address.dossier(own.rows.dossier.id), { kind: 'success', key: 'stats.thanks' });
  });
}
