import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { asciiSlug } from '#kernel/text.ts';
import { emailField } from '#domain/accounts/email.ts';
import { askLinkCode, tryLinkCode } from '#features/links/codes.ts';
import { openLink, type LinkAccess } from '#features/links/open-link.ts';
import { unpackImage } from '#features/links/pack.ts';
import { readCopy } from '#features/links/read-copy.ts';
import { ownLook, readThroughLink } from '#features/links/own-look.ts';
import type { ShownDossier } from '#features/links/read-shown-dossier.ts';
import { recordVisit } from '#features/links/record-visit.ts';
import { requestCopy, waitForCopy, type CopyRequest } from '#features/links/request-copy.ts';
import type { House } from '#features/house.ts';
import type { App } from '#http/app.ts';
import { readForm } from '#http/forms.ts';
import { seeOther, sendPage } from '#http/pages.ts';
import { HttpFailure } from '#http/server.ts';
import { CopyWaitPage, DoorPage, NoDossierPage, ShownDossierPage, ShownPiecePage } from './landlord.pages.tsx';

export type LandlordHouse = Pick<
  House,
  'db' | 'transact' | 'clock' | 'ids' | 'random' | 'jobs' | 'vault' | 'secrets' | 'settings'
>;

type Open = Extract<LinkAccess, { kind: 'open' }>;

interface Shown {
  readonly dossier: ShownDossier;
  /** One of the dossier's own people; `null` for a landlord. */
  readonly viewer: CopyRequest['accountId'];
}

const WAIT_MS = 2500;
const COOKIE = 'lien';
const addressForm = z.object({ email: emailField });
const codeForm = z.object({ email: emailField, code: z.string().max(20).default('') });

/** What somebody with a link sees. Every address asks the same policy, at every request. */
export function landlordRoutes(app: App, house: LandlordHouse): void {
  const tokenOf = (request: FastifyRequest) => String((request.params as Readonly<Record<string, unknown>>)['token']);
  const baseOf = (request: FastifyRequest) => `/consulter/${tokenOf(request)}`;
  const accessOf = (request: FastifyRequest) => openLink(house, tokenOf(request), request.cookies[COOKIE]);

  app.addHook('onRequest', async (request, reply) => {
    void reply.header('x-robots-tag', 'noindex, nofollow').header('referrer-policy', 'no-referrer');
    const minute = await request.within('link_minute', request.network);
    if (!minute.allowed) throw new HttpFailure(429);
  });

  /** Answers for links that do not open; `null` when this one does. */
  const refuse = async (request: FastifyRequest, reply: FastifyReply, access: LinkAccess) => {
    if (access.kind === 'unknown' || access.kind === 'closed') {
      return sendPage(reply, <NoDossierPage frame={request.frame()} kind={access.kind} />, access.kind === 'unknown' ? 404 : 410);
    }
    await request.ensureSession();
    return sendPage(reply, <DoorPage frame={request.frame()} action={baseOf(request)} errors={{}} email={null} typed="" />);
  };

  /** What this visitor sees; the dossier's own people see no more than on their own pages, and are no visit. */
  const shownOf = async (request: FastifyRequest, access: Open): Promise<Shown> => {
    const viewer = await ownLook(house, { ...access, accountId: request.session?.account?.id ?? null });
    const dossier = await readThroughLink(house, { ...access, viewer });
    if (!dossier) throw new HttpFailure(410);
    return { dossier, viewer };
  };

  const visit = (
    request: FastifyRequest,
    access: Open,
    { viewer }: Shown,
    kind: 'page' | 'piece' | 'pdf',
    more: { pieceId?: CopyRequest['pieceId']; traceCode?: string } = {},
  ) =>
    request.method === 'GET' && viewer === null
      ? recordVisit(house, {
          dossierId: access.dossierId,
          linkId: access.linkId,
          kind,
          pieceId: more.pieceId ?? null,
          recipient: access.recipient,
          network: request.network,
          traceCode: more.traceCode ?? null,
        })
      : Promise.resolve();

  app.get('/consulter/:token', async (request, reply) => {
    const access = await accessOf(request);
    if (access.kind !== 'open') {
      return refuse(request, reply, access);
    }
    const shown = await shownOf(request, access);
    await visit(request, access, shown, 'page');
    return sendPage(
      reply,
      <ShownDossierPage
        frame={request.frame()}
        base={baseOf(request)}
        dossier={shown.dossier}
        copiesAllowed={access.copiesAllowed}
        expiresAt={access.expiresAt}
        ownLook={shown.viewer !== null}
      />,
    );
  });

  app.post('/consulter/:token/adresse', async (request, reply) => {
    const access = await accessOf(request);
    if (access.kind === 'open') return seeOther(reply, baseOf(request));
    if (access.kind !== 'door') return refuse(request, reply, access);
    const form = readForm(request, addressForm);
    const page = (errors: Readonly<Record<string, string>>, email: string | null, status: number) =>
      sendPage(
        reply,
        <DoorPage
          frame={request.frame()}
          action={baseOf(request)}
          errors={errors}
          email={email}
          typed={form.typed['email'] ?? ''}
        />,
        status,
      );
    if (!form.ok) return page({ email: request.t('links.email_wrong') }, null, 422);
    const asked = await request.within('code_asked', `${access.linkId} ${form.value.email}`);
    if (asked.allowed) await askLinkCode(house, { linkId: access.linkId, email: form.value.email, locale: request.locale });
    return page({}, form.value.email, 200);
  });

  app.post('/consulter/:token/code', async (request, reply) => {
    const access = await accessOf(request);
    if (access.kind === 'open') return seeOther(reply, baseOf(request));
    if (access.kind !== 'door') return refuse(request, reply, access);
    const form = readForm(request, codeForm);
    if (!form.ok)
      return sendPage(
        reply,
        <DoorPage
          frame={request.frame()}
          action={baseOf(request)}
          errors={{ email: request.t('links.email_wrong') }}
          email={null}
          typed=""
        />,
        422,
      );
    const { email, code } = form.value;
    const tries = await request.within('code_try', `${request.network} ${request.session?.id ?? ''}`);
    if (!tries.allowed) throw new HttpFailure(429);
    const opened = await tryLinkCode(house, { linkId: access.linkId, email, code });
    if (!opened.ok) {
      return sendPage(
        reply,
        <DoorPage
          frame={request.frame()}
          action={baseOf(request)}
          errors={{ code: request.t('landlord.code_wrong') }}
          email={email}
          typed={email}
        />,
        422,
      );
    }
    const secure = house.settings.baseUrl.startsWith('https://');
    void reply.setCookie(COOKIE, opened.value.sessionToken, {
      path: baseOf(request),
      httpOnly: true,
      sameSite: 'lax',
      secure,
      expires: opened.value.expiresAt,
    });
    return seeOther(reply, baseOf(request));
  });

  const pieceOf = ({ dossier }: Shown, request: FastifyRequest) => {
    const id = String((request.params as Readonly<Record<string, unknown>>)['piece']);
    for (const person of dossier.people) {
      const piece = person.pieces.find((one) => one.id === id && one.files > 0);
      if (piece) return { person, piece };
    }
    throw new HttpFailure(404);
  };

  const copyOf = (
    request: FastifyRequest,
    access: Open,
    { dossier, viewer }: Shown,
    subject: { pieceId: CopyRequest['pieceId']; pieceRev: number | null },
  ) =>
    requestCopy(
      house,
      {
        dossierId: access.dossierId,
        linkId: access.linkId,
        accountId: viewer,
        kind: subject.pieceId ? 'pages' : 'dossier',
        ...subject,
        recipient: access.recipient,
        contentRev: dossier.contentRev,
        locale: request.locale,
      },
      (request.query as Readonly<Record<string, unknown>>)['encore'] !== undefined,
    );

  app.get('/consulter/:token/pieces/:piece', async (request, reply) => {
    const access = await accessOf(request);
    if (access.kind !== 'open') return refuse(request, reply, access);
    const shown = await shownOf(request, access);
    const { person, piece } = pieceOf(shown, request);
    const copy = await copyOf(request, access, shown, { pieceId: piece.id, pieceRev: piece.rev });
    const state = await waitForCopy(house, copy.id, WAIT_MS);
    const ready = state === 'ready' ? await readCopy(house, copy.id) : null;
    if (!ready)
      return sendPage(
        reply,
        <CopyWaitPage
          frame={request.frame()}
          base={baseOf(request)}
          here={`${baseOf(request)}/pieces/${piece.id}`}
          failed={state !== 'waiting'}
        />,
      );
    await visit(request, access, shown, 'piece', { pieceId: piece.id, traceCode: copy.traceCode });
    return sendPage(
      reply,
      <ShownPiecePage
        frame={request.frame()}
        base={baseOf(request)}
        person={person}
        piece={piece}
        pages={ready.pages}
        traceCode={copy.traceCode}
      />,
    );
  });

  app.get('/consulter/:token/pieces/:piece/pages/:page', async (request, reply) => {
    const access = await accessOf(request);
    if (access.kind !== 'open') return refuse(request, reply, access);
    const shown = await shownOf(request, access);
    const { piece } = pieceOf(shown, request);
    const copy = await copyOf(request, access, shown, { pieceId: piece.id, pieceRev: piece.rev });
    const ready = copy.state === 'ready' ? await readCopy(house, copy.id) : null;
    const page = Number((request.params as Readonly<Record<string, unknown>>)['page']);
    const jpeg = ready && Number.isInteger(page) ? unpackImage(ready.bytes, page) : null;
    if (!jpeg) throw new HttpFailure(404);
    // A picture asked for by its address, without its page, is a look all the same.
    await visit(request, access, shown, 'piece', { pieceId: piece.id, traceCode: copy.traceCode });
    return reply.header('cache-control', 'private, no-store').type('image/jpeg').send(jpeg);
  });

  app.get('/consulter/:token/dossier.pdf', async (request, reply) => {
    const access = await accessOf(request);
    if (access.kind !== 'open') return refuse(request, reply, access);
    if (!access.copiesAllowed) throw new HttpFailure(404);
    const shown = await shownOf(request, access);
    const copy = await copyOf(request, access, shown, { pieceId: null, pieceRev: null });
    const state = await waitForCopy(house, copy.id, WAIT_MS);
    const ready = state === 'ready' ? await readCopy(house, copy.id) : null;
    if (!ready)
      return sendPage(
        reply,
        <CopyWaitPage
          frame={request.frame()}
          base={baseOf(request)}
          here={`${baseOf(request)}/dossier.pdf`}
          failed={state !== 'waiting'}
        />,
      );
    await visit(request, access, shown, 'pdf', { traceCode: copy.traceCode });
    const [tenant] = shown.dossier.people;
    const name = `${house.settings.serviceSlug}_${asciiSlug(tenant?.name ?? '', 'dossier')}.pdf`;
    return reply
      .header('cache-control', 'private, no-store')
      .header('content-disposition', `attachment; filename="${name}"`)
      .type('application/pdf')
      .send(ready.bytes);
  });
}
