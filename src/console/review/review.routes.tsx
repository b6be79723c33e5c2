import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { parseId, type Id } from '#kernel/ids.ts';
import { COMPRESSION_PICTURES } from '#domain/findings/compression-pictures.ts';
import { countAlerts } from '#features/fraud/read-alerts.ts';
import { claimCase } from '#features/review/claim-case.ts';
import { countWaiting } from '#features/review/count-waiting.ts';
import { saveDraft } from '#features/review/drafts.ts';
import { finishCase } from '#features/review/finish-case.ts';
import { releaseCase } from '#features/review/leases.ts';
import { readCase, type CaseView } from '#features/review/read-case.ts';
import { readCompression } from '#features/review/read-compression.ts';
import { readCasePage } from '#features/review/read-page.ts';
import { readCaseSeals } from '#features/review/read-case-seals.ts';
import { readTaxReference } from '#features/review/read-tax-reference.ts';
import type { House } from '#features/house.ts';
import type { App } from '#http/app.ts';
import { readForm, severalTexts } from '#http/forms.ts';
import { accountOf, agentsOnly } from '#http/guards.ts';
import { seeOther, sendPage } from '#http/pages.ts';
import { HttpFailure } from '#http/server.ts';
import type { WordKey } from '#i18n/translate.ts';
import { frenchFrame } from '../french-frame.ts';
import { CasePage, ConsoleHomePage } from './case.page.tsx';
import { CompressionPage, PICTURE_SLUGS } from './compression.page.tsx';
import { TaxReferencePage } from './tax-reference.page.tsx';

export type ReviewHouse = Pick<House, 'db' | 'transact' | 'clock' | 'ids' | 'random' | 'vault' | 'secrets' | 'engine'>;

const draftForm = z.object({
  outcome: z.enum(['accept', 'refuse'], { error: 'review.choose' }),
  rev: z.coerce.number().int().min(1),
  reasons: severalTexts,
  comment: z.string().max(5000).default(''),
});

const param = <Noun extends string>(request: FastifyRequest, name: string): Id<Noun> => {
  const id = parseId<Noun>((request.params as Readonly<Record<string, unknown>>)[name]);
  if (!id) throw new HttpFailure(404);
  return id;
};

/** The review console: take the oldest case, look at each page beside what is declared, decide, next. */
export function reviewRoutes(app: App, house: ReviewHouse): void {
  app.addHook('preHandler', agentsOnly);

  const caseOf = async (request: FastifyRequest): Promise<CaseView> => {
    const view = await readCase(house, accountOf(request).id, param<'reviewCase'>(request, 'case'));
    if (!view) throw new HttpFailure(404);
    return view;
  };

  const pageOf = (request: FastifyRequest) => {
    const page = Number((request.params as Readonly<Record<string, unknown>>)['page']);
    if (!Number.isInteger(page) || page < 0) throw new HttpFailure(404);
    return {
      accountId: accountOf(request).id,
      caseId: param<'reviewCase'>(request, 'case'),
      fileId: param<'file'>(request, 'file'),
      page,
      network: request.network,
    };
  };

  const show = async (
    request: FastifyRequest,
    view: CaseView,
    pieceId: string | null,
    errors: Readonly<Record<string, string>> = {},
  ) => {
    const all = view.people.flatMap((owner) => owner.pieces.map((current) => ({ owner, current })));
    const due = all.filter(({ current }) => current.due);
    const chosen =
      all.find(({ current }) => current.piece.id === pieceId) ?? due.find(({ current }) => !current.draft) ?? due[0] ?? all[0];
    if (!chosen) throw new HttpFailure(404);
    const left = due.filter(({ current }) => !current.draft).length;
    const seals = await readCaseSeals(house, {
      accountId: accountOf(request).id,
      caseId: view.id,
      pieceId: chosen.current.piece.id,
    });
    return <CasePage frame={frenchFrame(request)} view={view} {...chosen} seals={seals} errors={errors} left={left} />;
  };

  app.get('/console', async (request, reply) => {
    const { id, roles } = accountOf(request);
    const counted = await countWaiting(house, id);
    const alerts = await countAlerts(house, { accountId: id });
    const page = <ConsoleHomePage frame={frenchFrame(request)} {...counted} jobs={roles.includes('admin')} alerts={alerts} />;
    return sendPage(reply, page);
  });

  app.post('/console/suivant', async (request, reply) => {
    const claimed = await claimCase(house, { accountId: accountOf(request).id });
    return claimed.ok
      ? seeOther(reply, `/console/cas/${claimed.value.caseId}`)
      : seeOther(reply, '/console', { kind: 'info', key: 'review.nothing' });
  });

  app.get('/console/cas/:case', async (request, reply) => {
    const asked = (request.query as Readonly<Record<string, unknown>>)['piece'];
    return sendPage(reply, await show(request, await caseOf(request), typeof asked === 'string' ? asked : null));
  });

  app.post('/console/cas/:case/pieces/:piece', async (request, reply) => {
    const view = await caseOf(request);
    const pieceId = param<'piece'>(request, 'piece');
    const form = readForm(request, draftForm);
    if (!form.ok) return sendPage(reply, await show(request, view, pieceId, form.errors), 422);
    const { outcome, rev, reasons, comment } = form.value;
    const saved = await saveDraft(house, {
      accountId: accountOf(request).id,
      caseId: view.id,
      pieceId,
      rev,
      outcome,
      reasons: reasons.map((key) => ({ key })),
      comment,
    });
    if (saved.ok) return seeOther(reply, `/console/cas/${view.id}`);
    const field =
      saved.error === 'review.text_needed' || saved.error === 'review.text_too_long'
        ? 'comment'
        : saved.error === 'review.piece_changed' || saved.error === 'review.lease_lost'
          ? 'outcome'
          : 'reasons';
    const key: WordKey = saved.error;
    return sendPage(
      reply,
      await show(request, view, pieceId, { [field]: frenchFrame(request).t(key) }),
      saved.error === 'review.piece_changed' ? 409 : 422,
    );
  });

  app.post('/console/cas/:case/terminer', async (request, reply) => {
    const view = await caseOf(request);
    const done = await finishCase(house, { accountId: accountOf(request).id, caseId: view.id });
    if (done.ok) return seeOther(reply, '/console', { kind: 'success', key: 'review.finished', params: done.value });
    if (done.error === 'review.lease_lost') return seeOther(reply, '/console', { kind: 'warning', key: 'review.lease_lost' });
    const { t } = frenchFrame(request);
    const fresh = await caseOf(request);
    return 'changed' in done.error
      ? sendPage(reply, await show(request, fresh, done.error.changed[0] ?? null, { outcome: t('review.piece_changed') }), 409)
      : sendPage(reply, await show(request, fresh, done.error.undecided[0] ?? null, { outcome: t('review.undecided') }), 422);
  });

  app.post('/console/cas/:case/rendre', async (request, reply) => {
    const view = await caseOf(request);
    await releaseCase(house, { accountId: accountOf(request).id, caseId: view.id });
    return seeOther(reply, '/console', { kind: 'info', key: 'review.released' });
  });

  app.get('/console/cas/:case/fichiers/:file/pages/:page', async (request, reply) => {
    const jpeg = await readCasePage(house, pageOf(request));
    if (!jpeg) throw new HttpFailure(404);
    return reply.header('cache-control', 'private, no-store').type('image/jpeg').send(Buffer.from(jpeg));
  });

  app.get('/console/cas/:case/fichiers/:file/pages/:page/compression', async (request, reply) => {
    const asked = pageOf(request);
    const noise = await readCompression(house, { ...asked, picture: 'noise' });
    if (!noise) throw new HttpFailure(404);
    const back = `/console/cas/${asked.caseId}`;
    const here = `${back}/fichiers/${asked.fileId}/pages/${asked.page}/compression`;
    reply.header('cache-control', 'private, no-store');
    return sendPage(reply, <CompressionPage frame={frenchFrame(request)} back={back} here={here} drawn={noise !== 'none'} />);
  });

  app.get('/console/cas/:case/fichiers/:file/pages/:page/compression/:picture', async (request, reply) => {
    const slug = (request.params as Readonly<Record<string, unknown>>)['picture'];
    const picture = COMPRESSION_PICTURES.find((one) => PICTURE_SLUGS[one] === slug);
    if (!picture) throw new HttpFailure(404);
    const jpeg = await readCompression(house, { ...pageOf(request), picture });
    if (!jpeg || jpeg === 'none') throw new HttpFailure(404);
    return reply.header('cache-control', 'private, no-store').type('image/jpeg').send(Buffer.from(jpeg));
  });

  app.get('/console/cas/:case/fichiers/:file/impots', async (request, reply) => {
    const caseId = param<'reviewCase'>(request, 'case');
    const numbers = await readTaxReference(house, {
      accountId: accountOf(request).id,
      caseId,
      fileId: param<'file'>(request, 'file'),
      network: request.network,
    });
    if (!numbers) throw new HttpFailure(404);
    const found = numbers === 'unread' ? null : numbers;
    reply.header('cache-control', 'private, no-store');
    return sendPage(reply, <TaxReferencePage frame={frenchFrame(request)} back={`/console/cas/${caseId}`} numbers={found} />);
  });
}
