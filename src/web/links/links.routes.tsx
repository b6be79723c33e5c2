import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { parseId } from '#kernel/ids.ts';
import { emailField } from '#domain/accounts/email.ts';
import { may, mayLink } from '#features/dossiers/api.ts';
import { changeLink } from '#features/links/change-link.ts';
import type { OwnDossier } from '#features/dossiers/read-dossier.ts';
import { acknowledged, createLink } from '#features/links/create-link.ts';
import { readLooks } from '#features/audit/api.ts';
import { dossierActs, type DossierAct } from '#features/household/dossier-acts.ts';
import { readLinks, readVisits } from '#features/links/read-links.ts';
import { previewOf, readShownDossier } from '#features/links/read-shown-dossier.ts';
import type { House } from '#features/house.ts';
import type { App } from '#http/app.ts';
import { readForm, ticked } from '#http/forms.ts';
import { accountOf, membersOnly } from '#http/guards.ts';
import { seeOther, sendPage } from '#http/pages.ts';
import { HttpFailure } from '#http/server.ts';
import type { WordKey } from '#i18n/translate.ts';
import { address } from '../dossier/address.ts';
import { nameOf } from '../dossier/dossier-view.ts';
import { frameFor, ownOf } from '../dossier/own-request.ts';
import { ShownDossierPage } from '../landlord/landlord.pages.tsx';
import { LinksPage, NewLinkPage, RevokePage, VisitsPage } from './links.pages.tsx';

export type LinksHouse = Pick<House, 'db' | 'transact' | 'clock' | 'ids' | 'random' | 'secrets' | 'settings'>;

const form = z.object({
  title: z.string().max(1000).default(''),
  days: z.coerce.number().int().catch(0),
  door: z.string().default(''),
  addresses: z.string().max(5000).default(''),
  send: ticked,
  message: z.string().max(5000).default(''),
  copies: ticked,
  acknowledged: ticked,
});

const FIELD: Readonly<Record<string, readonly [string, WordKey]>> = {
  'link.not_ready': ['title', 'links.not_ready'],
  'link.title': ['title', 'links.wrong_title'],
  'link.days': ['days', 'links.wrong_days'],
  'link.door': ['door', 'links.wrong_door'],
  'link.addresses': ['addresses', 'links.wrong_addresses'],
  'link.message': ['message', 'links.wrong_message'],
  'link.not_acknowledged': ['acknowledged', 'people.unverified_missing'],
  'link.no_mandate': ['title', 'people.no_mandate'],
};

const DONE: Readonly<Record<'pause' | 'resume' | 'revoke', WordKey>> = {
  pause: 'links.paused_done',
  resume: 'links.resumed_done',
  revoke: 'links.revoked_done',
};

/** Links of a dossier and who used them, for its people. */
export function linksRoutes(app: App, house: LinksHouse): void {
  app.addHook('preHandler', membersOnly);

  /** The dossier, for those who may hand it out; for a guarantor there are no links. */
  const linking = async (request: FastifyRequest) => {
    const own = await ownOf(request, house);
    if (!mayLink(own.membership)) throw new HttpFailure(404);
    return own;
  };

  const linkIdOf = (request: FastifyRequest) => {
    const id = parseId<'link'>((request.params as Readonly<Record<string, unknown>>)['link']);
    if (!id) throw new HttpFailure(404);
    return id;
  };

  /** An unchecked dossier is sent knowingly: asked once. */
  const asksToAcknowledge = async (request: FastifyRequest, own: OwnDossier) =>
    own.rows.dossier.status !== 'verified' &&
    !(await acknowledged(house.db, { accountId: accountOf(request).id, dossierId: own.rows.dossier.id }));

  app.get('/dossiers/:dossier/liens', async (request, reply) => {
    const own = await linking(request);
    const dossierId = own.rows.dossier.id;
    return sendPage(
      reply,
      <LinksPage frame={frameFor(request, own)} dossierId={dossierId} links={await readLinks(house, dossierId)} />,
    );
  });

  app.get('/dossiers/:dossier/liens/nouveau', async (request, reply) => {
    const own = await linking(request);
    const typed = { days: '30', door: 'any_address', copies: 'on' };
    return sendPage(
      reply,
      <NewLinkPage
        frame={frameFor(request, own)}
        dossierId={own.rows.dossier.id}
        status={own.rows.dossier.status}
        asks={await asksToAcknowledge(request, own)}
        typed={typed}
        errors={{}}
      />,
    );
  });

  app.post('/dossiers/:dossier/liens/nouveau', async (request, reply) => {
    const own = await linking(request);
    const dossierId = own.rows.dossier.id;
    const read = readForm(request, form);
    const asks = await asksToAcknowledge(request, own);
    const again = (errors: Readonly<Record<string, string>>) =>
      sendPage(
        reply,
        <NewLinkPage
          frame={frameFor(request, own)}
          dossierId={dossierId}
          status={own.rows.dossier.status}
          asks={asks}
          typed={read.typed}
          errors={errors}
        />,
        422,
      );
    if (!read.ok) return again(read.errors);
    const { title, days, door, send, message, copies } = read.value;
    const parsed = read.value.addresses
      .split(/[\s,;]+/)
      .filter((text) => text !== '')
      .map((text) => emailField.safeParse(text));
    if (parsed.some((one) => !one.success)) return again({ addresses: request.t('links.wrong_addresses') });
    const addresses = parsed.flatMap((one) => (one.success ? [one.data] : []));
    const made = await createLink(house, {
      accountId: accountOf(request).id,
      dossierId,
      title,
      days,
      door,
      addresses,
      send,
      message,
      copiesAllowed: copies,
      acknowledged: read.value.acknowledged,
    });
    if (made.ok) return seeOther(reply, address.links(dossierId), { kind: 'success', key: 'links.created' });
    if (made.error === 'not_found') throw new HttpFailure(404);
    if (typeof made.error === 'object')
      return again({ title: request.t('links.too_many', { when: request.frame().format.dateTime(made.error.tooMany) }) });
    const [field, words] = FIELD[made.error] ?? ['title', 'http.field_wrong'];
    return again({ [field]: request.t(words) });
  });

  app.get('/dossiers/:dossier/liens/:link/couper', async (request, reply) => {
    const own = await linking(request);
    return sendPage(
      reply,
      <RevokePage frame={frameFor(request, own)} dossierId={own.rows.dossier.id} linkId={linkIdOf(request)} />,
    );
  });

  const act = (path: string, change: 'pause' | 'resume' | 'revoke') =>
    app.post(`/dossiers/:dossier/liens/:link/${path}`, async (request, reply) => {
      const own = await linking(request);
      const dossierId = own.rows.dossier.id;
      const done = await changeLink(house, { accountId: accountOf(request).id, dossierId, linkId: linkIdOf(request), change });
      if (!done.ok) throw new HttpFailure(404);
      return seeOther(reply, address.links(dossierId), { kind: 'success', key: DONE[change] });
    });
  act('pause', 'pause');
  act('reprise', 'resume');
  act('couper', 'revoke');

  app.get('/dossiers/:dossier/apercu', async (request, reply) => {
    const own = await linking(request);
    const dossierId = own.rows.dossier.id;
    const shown = await readShownDossier(house, dossierId);
    if (!shown) throw new HttpFailure(404);
    return sendPage(
      reply,
      <ShownDossierPage
        frame={frameFor(request, own)}
        base={null}
        dossier={previewOf(shown, (personId) => may(own.membership, personId, 'see'))}
        copiesAllowed={false}
        expiresAt={null}
        preview={{ href: address.dossier(dossierId), label: request.t('dossier.back_to_dossier') }}
      />,
    );
  });

  app.get('/dossiers/:dossier/visites', async (request, reply) => {
    const own = await ownOf(request, house);
    const dossierId = own.rows.dossier.id;
    const nameOfPerson = (id: string | null) => {
      const person = own.rows.persons.find((one) => one.id === (id ?? own.rows.dossier.leadPersonId));
      return person ? nameOf(person, request.t) : '';
    };
    const isMine = (act: DossierAct) =>
      act.actorId === accountOf(request).id || (act.personId !== null && may(own.membership, act.personId, 'see'));
    const acts = (await dossierActs(house, dossierId)).filter((act) => mayLink(own.membership) || isMine(act));
    return sendPage(
      reply,
      <VisitsPage
        frame={frameFor(request, own)}
        dossierId={dossierId}
        visits={await readVisits(house, dossierId)}
        looks={await readLooks(house, dossierId)}
        acts={acts.map(({ at, type, by, self, personId }) => ({
          at,
          type,
          by: self ? nameOfPerson(self) || by : by,
          // Members mostly act for themselves: who for is said only where it is somebody else.
          name: self !== null && (personId ?? self) === self ? null : nameOfPerson(personId),
        }))}
      />,
    );
  });
}
