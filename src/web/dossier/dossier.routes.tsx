import { z } from 'zod';
import { dossiersOf } from '#features/dossiers/api.ts';
import { declareNoGuarantor } from '#features/dossiers/answer-later.ts';
import { saveNames } from '#features/dossiers/save-names.ts';
import { startDossier } from '#features/dossiers/start-dossier.ts';
import { submitDossier } from '#features/dossiers/submit-dossier.ts';
import type { App } from '#http/app.ts';
import { readForm, ticked } from '#http/forms.ts';
import { accountOf, membersOnly } from '#http/guards.ts';
import { seeOther, sendPage } from '#http/pages.ts';
import { HttpFailure } from '#http/server.ts';
import type { WordKey } from '#i18n/translate.ts';
import { address } from './address.ts';
import { DashboardPage } from './dashboard.page.tsx';
import { nextStep, stepsOf } from './dossier-view.ts';
import { NamesPage } from './names.page.tsx';
import { GuarantorsPage, SendPage, SentPage } from './other.pages.tsx';
import { ownOf, personOf, type DossierHouse } from './own-request.ts';

const text = z.string().max(5000).default('');
const namesForm = z.object({ firstNames: text, birthName: text, usedName: text, singleName: ticked, postcode: text });
const sendForm = z.object({ message: text, sworn: ticked });

const NAME_WORDS: Readonly<Record<string, WordKey>> = {
  'name.empty': 'dossier.name_empty',
  'name.too_long': 'dossier.name_too_long',
  'name.characters': 'dossier.name_characters',
  'postcode.wrong': 'dossier.postcode_wrong',
};

/** The dossier as a whole: dashboard, names, guarantors, sending. */
export function dossierRoutes(app: App, house: DossierHouse): void {
  app.addHook('preHandler', membersOnly);

  app.get('/dossier', async (request, reply) => {
    const account = accountOf(request);
    const [first] = await dossiersOf(house.db, account.id, house.clock.now());
    if (first) return seeOther(reply, address.dossier(first.id));
    const started = await startDossier(house, { accountId: account.id });
    if (!started.ok) throw new HttpFailure(500);
    return seeOther(reply, address.dossier(started.value.dossierId));
  });

  app.get('/dossiers/:dossier', async (request, reply) => {
    const own = await ownOf(request, house);
    return sendPage(reply, <DashboardPage frame={request.frame()} own={own} />);
  });

  app.get('/dossiers/:dossier/:person/etat-civil', async (request, reply) => {
    const own = await ownOf(request, house);
    const person = personOf(request, own);
    const typed = {
      firstNames: person.firstNames,
      birthName: person.birthName,
      usedName: person.usedName ?? '',
      singleName: person.singleName ? 'on' : '',
      postcode: person.postcode ?? '',
    };
    const steps = stepsOf(own, person, request.t, 'names');
    return sendPage(
      reply,
      <NamesPage
        frame={request.frame()}
        dossierId={own.rows.dossier.id}
        personId={person.id}
        steps={steps}
        typed={typed}
        errors={{}}
      />,
    );
  });

  app.post('/dossiers/:dossier/:person/etat-civil', async (request, reply) => {
    const own = await ownOf(request, house);
    const person = personOf(request, own);
    const dossierId = own.rows.dossier.id;
    const form = readForm(request, namesForm);
    const again = (errors: Readonly<Record<string, string>>) => {
      const steps = stepsOf(own, person, request.t, 'names');
      return sendPage(
        reply,
        <NamesPage
          frame={request.frame()}
          dossierId={dossierId}
          personId={person.id}
          steps={steps}
          typed={form.typed}
          errors={errors}
        />,
        422,
      );
    };
    if (!form.ok) return again(form.errors);
    const saved = await saveNames(house, { accountId: accountOf(request).id, dossierId, personId: person.id, ...form.value });
    if (!saved.ok) {
      if (saved.error === 'not_found') throw new HttpFailure(404);
      return again(
        Object.fromEntries(
          Object.entries(saved.error.fields).map(([field, code]) => [field, request.t(NAME_WORDS[code] ?? 'http.field_wrong')]),
        ),
      );
    }
    const fresh = await ownOf(request, house);
    const step = nextStep(fresh, person, request.t, 'names');
    return seeOther(reply, step?.href ?? address.dossier(dossierId), { kind: 'success', key: 'dossier.names_saved' });
  });

  app.get('/dossiers/:dossier/:person/garants', async (request, reply) => {
    const own = await ownOf(request, house);
    const person = personOf(request, own);
    if (person.role !== 'tenant') throw new HttpFailure(404);
    const steps = stepsOf(own, person, request.t, 'guarantors');
    return sendPage(
      reply,
      <GuarantorsPage frame={request.frame()} dossierId={own.rows.dossier.id} personId={person.id} steps={steps} />,
    );
  });

  app.post('/dossiers/:dossier/:person/garants', async (request, reply) => {
    const own = await ownOf(request, house);
    const person = personOf(request, own);
    const dossierId = own.rows.dossier.id;
    const done = await declareNoGuarantor(house, { accountId: accountOf(request).id, dossierId, personId: person.id });
    if (!done.ok) throw new HttpFailure(404);
    return seeOther(reply, address.dossier(dossierId), { kind: 'success', key: 'dossier.guarantors_none_saved' });
  });

  app.get('/dossiers/:dossier/envoyer', async (request, reply) => {
    const own = await ownOf(request, house);
    const confirmed = accountOf(request).emailVerified;
    return sendPage(reply, <SendPage frame={request.frame()} own={own} typed={{}} errors={{}} confirmed={confirmed} />);
  });

  app.post('/dossiers/:dossier/envoyer', async (request, reply) => {
    const account = accountOf(request);
    const own = await ownOf(request, house);
    const dossierId = own.rows.dossier.id;
    const form = readForm(request, sendForm);
    const again = (errors: Readonly<Record<string, string>>) =>
      sendPage(
        reply,
        <SendPage frame={request.frame()} own={own} typed={form.typed} errors={errors} confirmed={account.emailVerified} />,
        422,
      );
    if (!form.ok) return again(form.errors);
    if (!account.emailVerified) return again({ sworn: request.t('dossier.email_unconfirmed') });
    const sent = await submitDossier(house, { accountId: account.id, dossierId, ...form.value });
    if (sent.ok) return seeOther(reply, address.sent(dossierId));
    switch (sent.error) {
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
    return sendPage(reply, <SentPage frame={request.frame()} dossierId={own.rows.dossier.id} email={accountOf(request).email} />);
  });
}
