import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { parisDate } from '#kernel/civil-date.ts';
import { SECOND_MS } from '#kernel/clock.ts';
import { MAX_FILE_BYTES, MAX_REQUEST_BYTES } from '#domain/catalogue/limits.ts';
import { CATEGORIES_OF_ROLE, situationOf, situationsFor } from '#domain/catalogue/situations.ts';
import { categoryOfSlug, type Category } from '#domain/catalogue/situation.ts';
import type { IntakeCode } from '#domain/pieces/intake.ts';
import { CALCULATIONS, netMonthly } from '#domain/pieces/net-amount.ts';
import { skipTax } from '#features/dossiers/answer-later.ts';
import type { OwnDossier } from '#features/dossiers/read-dossier.ts';
import { deletePiece } from '#features/pieces/delete-piece.ts';
import { givenReasons, ownFiles } from '#features/pieces/read-piece.ts';
import { awaitProgress, readProgress, watchPiece } from '#features/pieces/read-progress.ts';
import { moveFile, removeFile } from '#features/pieces/remove-file.ts';
import { savePiece, type SavePieceReason, type SaveQuestion } from '#features/pieces/save-piece.ts';
import { uploadFile } from '#features/pieces/upload-file.ts';
import { lookAgain } from '#features/pieces/look-again.ts';
import { printStatement, readBlob, readExplanation, readFindings } from '#features/pieces/api.ts';
import { explainFindings } from '#features/pieces/explain-findings.ts';
import { roleOf } from '#features/statuses/api.ts';
import type { App } from '#http/app.ts';
import { readForm, ticked } from '#http/forms.ts';
import { accountOf, membersOnly } from '#http/guards.ts';
import { seeOther, sendPage, wantsJson } from '#http/pages.ts';
import { HttpFailure } from '#http/server.ts';
import { readUpload } from '#http/upload.ts';
import type { WordKey } from '#i18n/translate.ts';
import type { PersonRow, PieceRow } from '#features/dossiers/read-dossier.ts';
import { address } from './address.ts';
import { ConfirmPage } from './confirm.page.tsx';
import { hrefOf, nameOf, nextStep, piecesIn, stepsOf } from './dossier-view.ts';
import { DeletePiecePage, IncomesPage } from './other.pages.tsx';
import { fileIdOf, frameFor, isSelf, ownOf, param, personOf, pieceOf, type DossierHouse } from './own-request.ts';
import { PiecePage } from './piece.page.tsx';
import { SituationPage } from './situation.page.tsx';

const MAX_FILES_A_REQUEST = 30;

const situationForm = z.object({
  situation: z.string().max(100).default(''),
  amount: z.string().max(20).default(''),
  text: z.string().max(20_000).default(''),
  cannotProvide: ticked,
  stated: ticked,
  confirmed: ticked,
  calculate: z.enum(CALCULATIONS).optional().catch(undefined),
  gross: z.string().max(40).default(''),
  three: z.string().max(80).default(''),
  line: z.string().max(40).default(''),
});

const explainForm = z.object({ explanation: z.string().max(20_000).default('') });
const lookAgainForm = z.object({ again: z.string().max(20_000).default('') });

const REASON_FIELD: Readonly<Record<Exclude<SavePieceReason, 'not_found' | SaveQuestion>, readonly [string, WordKey]>> = {
  situation_unknown: ['situation', 'dossier.choose_one'],
  amount_missing: ['amount', 'dossier.amount_missing'],
  text_missing: ['text', 'dossier.text_missing'],
  text_too_long: ['text', 'dossier.text_too_long'],
  statement_missing: ['stated', 'dossier.statement_missing'],
  income_alone: ['situation', 'dossier.income_alone'],
};

/** An amount as typed: spaces and cents are dropped, anything else is no amount. */
const amountOf = (typed: string): number | null => {
  const match = /^(\d{1,7})(?:[.,]\d*)?$/.exec(typed.replace(/[\s€]/gu, ''));
  return match ? Number(match[1]) : null;
};

/** How long a page waits for documents just sent to be opened, before it says that we look at them. */
const OPENING_MS = 3 * SECOND_MS;
/** How long a browser that asks whether something changed is kept waiting for the answer. */
const WATCH_MS = 2 * SECOND_MS;

/** Questions and documents of one person, one set of screens for every category and role. */
export function piecesRoutes(app: App, house: DossierHouse, uploads: { secret: Uint8Array }): void {
  app.addHook('preHandler', membersOnly);

  const categoryOf = (request: FastifyRequest, person: PersonRow): Category => {
    const category = categoryOfSlug(String((request.params as Readonly<Record<string, unknown>>)['category']));
    if (!category || !CATEGORIES_OF_ROLE[roleOf(person)].includes(category)) throw new HttpFailure(404);
    return category;
  };

  const answerAddress = (own: OwnDossier, person: PersonRow, category: Category, piece: PieceRow | null) => {
    const dossierId = own.rows.dossier.id;
    if (category !== 'income') return address.category(dossierId, person.id, category);
    return piece ? address.income(dossierId, person.id, piece.id) : address.newIncome(dossierId, person.id);
  };

  const askSituation = (
    request: FastifyRequest,
    reply: FastifyReply,
    own: OwnDossier,
    person: PersonRow,
    category: Category,
    piece: PieceRow | null,
    typed?: Readonly<Record<string, string>>,
    errors: Readonly<Record<string, string>> = {},
    calculated: number | null = null,
  ) => {
    const dossierId = own.rows.dossier.id;
    const known = {
      situation: piece?.situation ?? (category === 'tax' && person.taxSkipped ? 'skip' : ''),
      amount: piece?.amount ? String(piece.amount) : '',
      text: piece?.text ?? '',
      cannotProvide: piece?.cannotProvide ? 'on' : '',
      stated: piece?.statementAt ? 'on' : '',
    };
    return sendPage(
      reply,
      <SituationPage
        frame={frameFor(request, own, person)}
        dossierId={dossierId}
        personId={person.id}
        category={category}
        forName={isSelf(own, person) ? null : nameOf(person, request.t)}
        action={answerAddress(own, person, category, piece)}
        offered={situationsFor(category, roleOf(person), parisDate(house.clock.now()))}
        steps={stepsOf(own, person, request.t, category)}
        typed={typed ?? known}
        errors={errors}
        skippable={category === 'tax'}
        role={roleOf(person)}
        calculated={calculated}
        losesVerified={own.rows.dossier.status === 'verified'}
      />,
      Object.keys(errors).length > 0 ? 422 : 200,
    );
  };

  const showPiece = async (
    request: FastifyRequest,
    reply: FastifyReply,
    own: OwnDossier,
    person: PersonRow,
    piece: PieceRow,
    errors: Readonly<Record<string, string>> = {},
    again = '',
    explanation: string | null = null,
  ) => {
    const situation = situationOf(piece.situation);
    if (!situation) throw new HttpFailure(404);
    const dossierId = own.rows.dossier.id;
    const after = nextStep(own, person, request.t, piece.category);
    const next =
      piece.category === 'income'
        ? { href: address.category(dossierId, person.id, 'income'), label: request.t('common.continue') }
        : after
          ? { href: after.href, label: request.t('dossier.step_next', { step: after.label }) }
          : { href: address.dossier(dossierId), label: request.t('dossier.back_to_dossier') };
    const decision = own.rows.decisions.find((one) => one.pieceId === piece.id && one.rev === piece.rev);
    const self = isSelf(own, person);
    return sendPage(
      reply,
      <PiecePage
        frame={frameFor(request, own, person)}
        dossierId={dossierId}
        personId={person.id}
        personName={nameOf(person, request.t)}
        voice={self ? 'you' : 'them'}
        piece={piece}
        situation={situation}
        files={await ownFiles(house, piece.id)}
        progress={await readProgress(house, piece.id)}
        findings={await readFindings(house.db, piece, 'tenant')}
        explanation={explanation ?? (await readExplanation(house.db, piece)) ?? ''}
        steps={stepsOf(own, person, request.t, piece.category)}
        next={next}
        refusal={decision?.outcome === 'refuse' ? { reasons: givenReasons(decision.reasons), comment: decision.comment } : null}
        changeHref={`${hrefOf(dossierId, person.id, piece.category, piece.id)}?changer=1`}
        role={roleOf(person)}
        today={parisDate(house.clock.now())}
        again={again}
        errors={errors}
      />,
      Object.keys(errors).length > 0 ? 422 : 200,
    );
  };

  const wantsChange = (request: FastifyRequest) => (request.query as Readonly<Record<string, unknown>>)['changer'] !== undefined;

  const askConfirmation = (
    request: FastifyRequest,
    reply: FastifyReply,
    own: OwnDossier,
    person: PersonRow,
    category: Category,
    piece: PieceRow | null,
    typed: Readonly<Record<string, string>>,
    question: SaveQuestion,
  ) => {
    const { t } = request;
    const frame = request.frame();
    const back = address.category(own.rows.dossier.id, person.id, category);
    const here = { frame, dossierId: own.rows.dossier.id, action: answerAddress(own, person, category, piece), typed };
    const files = own.rows.files.filter((file) => file.pieceId === piece?.id).length;
    return sendPage(
      reply,
      question === 'would_remove_files' ? (
        <ConfirmPage
          {...here}
          title={t('answer.files_title')}
          yes={t('answer.files_yes')}
          no={{ href: back, label: t('common.cancel') }}
          danger
        >
          <p>{t('answer.files_text', { count: files })}</p>
        </ConfirmPage>
      ) : (
        <ConfirmPage
          {...here}
          title={t('answer.twice_title')}
          yes={t('answer.twice_yes')}
          no={{ href: back, label: t('answer.twice_no') }}
        >
          <p>{t('answer.twice_text', { amount: frame.format.euros(amountOf(typed['amount'] ?? '') ?? 0) })}</p>
        </ConfirmPage>
      ),
    );
  };

  const save = async (
    request: FastifyRequest,
    reply: FastifyReply,
    own: OwnDossier,
    person: PersonRow,
    category: Category,
    piece: PieceRow | null,
  ) => {
    const account = accountOf(request);
    const dossierId = own.rows.dossier.id;
    const form = readForm(request, situationForm);
    if (!form.ok) return askSituation(request, reply, own, person, category, piece, form.typed, form.errors);
    const { situation, amount, text, cannotProvide, stated, calculate } = form.value;
    if (category === 'income' && calculate && form.value[calculate].trim() !== '') {
      const calculated = netMonthly(calculate, form.value[calculate]);
      return calculated === null
        ? askSituation(request, reply, own, person, category, piece, form.typed, { [calculate]: request.t('calc.wrong') })
        : askSituation(
            request,
            reply,
            own,
            person,
            category,
            piece,
            { ...form.typed, amount: String(calculated) },
            {},
            calculated,
          );
    }
    if (category === 'tax' && situation === 'skip') {
      if (piece) await deletePiece(house, { accountId: account.id, dossierId, personId: person.id, pieceId: piece.id });
      const done = await skipTax(house, { accountId: account.id, dossierId, personId: person.id });
      if (!done.ok) throw new HttpFailure(404);
      const after = nextStep(await ownOf(request, house), person, request.t, 'tax');
      return seeOther(reply, after?.href ?? address.dossier(dossierId), { kind: 'success', key: 'dossier.piece_saved' });
    }
    const saved = await savePiece(house, {
      accountId: account.id,
      dossierId,
      personId: person.id,
      category,
      ...(piece && category === 'income' ? { pieceId: piece.id } : {}),
      situation,
      amount: amountOf(amount),
      text,
      cannotProvide,
      stated,
      askFirst: !form.value.confirmed,
    });
    if (!saved.ok) {
      if (saved.error === 'not_found') throw new HttpFailure(404);
      if (saved.error === 'would_remove_files' || saved.error === 'same_income')
        return askConfirmation(request, reply, own, person, category, piece, form.typed, saved.error);
      const [field, words] = REASON_FIELD[saved.error];
      return askSituation(request, reply, own, person, category, piece, form.typed, { [field]: request.t(words) });
    }
    return seeOther(reply, hrefOf(dossierId, person.id, category, saved.value.pieceId), {
      kind: 'success',
      key: 'dossier.piece_saved',
    });
  };

  /** The page of a piece, with the pictures of documents just sent where they are ready in a moment. */
  const showOpened = async (
    request: FastifyRequest,
    reply: FastifyReply,
    own: OwnDossier,
    person: PersonRow,
    piece: PieceRow,
  ) => {
    if ((await readProgress(house, piece.id)) !== 'opening') return showPiece(request, reply, own, person, piece);
    await awaitProgress(house, piece.id, 'opening', OPENING_MS);
    const opened = await ownOf(request, house);
    const same = opened.rows.pieces.find(({ id }) => id === piece.id);
    if (!same) throw new HttpFailure(404);
    return showPiece(request, reply, opened, personOf(request, opened), same);
  };

  app.get('/dossiers/:dossier/:person/ressources/nouveau', async (request, reply) => {
    const own = await ownOf(request, house);
    return askSituation(request, reply, own, personOf(request, own), 'income', null);
  });
  app.post('/dossiers/:dossier/:person/ressources/nouveau', async (request, reply) => {
    const own = await ownOf(request, house);
    return save(request, reply, own, personOf(request, own), 'income', null);
  });
  app.get('/dossiers/:dossier/:person/ressources/:piece', async (request, reply) => {
    const own = await ownOf(request, house);
    const person = personOf(request, own);
    const piece = pieceOf(request, own, person);
    return wantsChange(request)
      ? askSituation(request, reply, own, person, 'income', piece)
      : showOpened(request, reply, own, person, piece);
  });
  app.post('/dossiers/:dossier/:person/ressources/:piece', async (request, reply) => {
    const own = await ownOf(request, house);
    const person = personOf(request, own);
    return save(request, reply, own, person, 'income', pieceOf(request, own, person));
  });

  app.get('/dossiers/:dossier/:person/:category', async (request, reply) => {
    const own = await ownOf(request, house);
    const person = personOf(request, own);
    const category = categoryOf(request, person);
    const pieces = piecesIn(own, person.id, category);
    if (category === 'income') {
      const after = nextStep(own, person, request.t, 'income');
      const next =
        after && after.key !== 'income'
          ? { href: after.href, label: request.t('dossier.step_next', { step: after.label }) }
          : { href: address.dossier(own.rows.dossier.id), label: request.t('dossier.back_to_dossier') };
      const steps = stepsOf(own, person, request.t, 'income');
      return sendPage(
        reply,
        <IncomesPage
          frame={frameFor(request, own, person)}
          dossierId={own.rows.dossier.id}
          personId={person.id}
          steps={steps}
          incomes={pieces}
          next={next}
        />,
      );
    }
    const [piece] = pieces;
    return piece && !wantsChange(request)
      ? showOpened(request, reply, own, person, piece)
      : askSituation(request, reply, own, person, category, piece ?? null);
  });
  app.post('/dossiers/:dossier/:person/:category', async (request, reply) => {
    const own = await ownOf(request, house);
    const person = personOf(request, own);
    const category = categoryOf(request, person);
    if (category === 'income') throw new HttpFailure(404);
    return save(request, reply, own, person, category, piecesIn(own, person.id, category)[0] ?? null);
  });

  const base = '/dossiers/:dossier/:person/pieces/:piece';

  app.get(`${base}/etat`, async (request, reply) => {
    const { vu } = request.query as Readonly<Record<string, unknown>>;
    const seen = vu === 'reading' ? 'reading' : 'opening';
    const progress = await watchPiece(house, {
      accountId: accountOf(request).id,
      dossierId: param<'dossier'>(request, 'dossier'),
      personId: param<'person'>(request, 'person'),
      pieceId: param<'piece'>(request, 'piece'),
      seen,
      atMostMs: WATCH_MS,
    });
    if (!progress.ok) throw new HttpFailure(404);
    return reply.header('cache-control', 'no-store').send({ pending: progress.value === seen });
  });

  app.get(`${base}/supprimer`, async (request, reply) => {
    const own = await ownOf(request, house);
    const person = personOf(request, own);
    const piece = pieceOf(request, own, person);
    const dossierId = own.rows.dossier.id;
    const action = `${address.piece(dossierId, person.id, piece.id)}/supprimer`;
    return sendPage(
      reply,
      <DeletePiecePage
        frame={frameFor(request, own, person)}
        dossierId={dossierId}
        action={action}
        back={hrefOf(dossierId, person.id, piece.category, piece.id)}
      />,
    );
  });
  app.post(`${base}/supprimer`, async (request, reply) => {
    const own = await ownOf(request, house);
    const person = personOf(request, own);
    const piece = pieceOf(request, own, person);
    const dossierId = own.rows.dossier.id;
    const done = await deletePiece(house, {
      accountId: accountOf(request).id,
      dossierId,
      personId: person.id,
      pieceId: piece.id,
    });
    if (!done.ok) throw new HttpFailure(404);
    return seeOther(reply, address.category(dossierId, person.id, piece.category), {
      kind: 'success',
      key: 'dossier.piece_deleted',
    });
  });

  // A page of mistakes carries the address that its form was sent to: asked for again, it is the page of the piece.
  for (const act of ['fichiers', 'expliquer', 'regard'])
    app.get(`${base}/${act}`, async (request, reply) => {
      const own = await ownOf(request, house);
      const person = personOf(request, own);
      const piece = pieceOf(request, own, person);
      return seeOther(reply, hrefOf(own.rows.dossier.id, person.id, piece.category, piece.id));
    });

  app.post(`${base}/expliquer`, async (request, reply) => {
    const own = await ownOf(request, house);
    const person = personOf(request, own);
    const piece = pieceOf(request, own, person);
    const dossierId = own.rows.dossier.id;
    const form = readForm(request, explainForm);
    const explained = await explainFindings(house, {
      accountId: accountOf(request).id,
      dossierId,
      personId: person.id,
      pieceId: piece.id,
      text: form.ok ? form.value.explanation : '',
    });
    const here = hrefOf(dossierId, person.id, piece.category, piece.id);
    if (explained.ok) return seeOther(reply, here, { kind: 'success', key: 'findings.explained' });
    if (explained.error === 'not_found') throw new HttpFailure(404);
    if (explained.error === 'nothing_to_explain') return seeOther(reply, here);
    const typed = form.typed['explanation'] ?? '';
    return showPiece(request, reply, own, person, piece, { explanation: request.t('again.text_missing') }, '', typed);
  });

  app.post(`${base}/regard`, async (request, reply) => {
    const own = await ownOf(request, house);
    const person = personOf(request, own);
    const piece = pieceOf(request, own, person);
    const dossierId = own.rows.dossier.id;
    const form = readForm(request, lookAgainForm);
    const text = form.ok ? form.value.again : '';
    const asked = await lookAgain(house, {
      accountId: accountOf(request).id,
      dossierId,
      personId: person.id,
      pieceId: piece.id,
      text,
    });
    const here = hrefOf(dossierId, person.id, piece.category, piece.id);
    if (asked.ok) return seeOther(reply, here, { kind: 'success', key: 'again.done' });
    if (asked.error === 'not_found') throw new HttpFailure(404);
    if (asked.error === 'not_to_correct') return seeOther(reply, here);
    const typed = form.typed['again'] ?? '';
    return showPiece(request, reply, own, person, piece, { again: request.t('again.text_missing') }, typed);
  });

  app.get(`${base}/declaration.pdf`, async (request, reply) => {
    const own = await ownOf(request, house);
    const person = personOf(request, own);
    const piece = pieceOf(request, own, person);
    const rate = await request.within('upload', accountOf(request).id);
    if (!rate.allowed) throw new HttpFailure(429);
    const files = own.rows.files.filter((file) => file.pieceId === piece.id).length;
    const pdf = await printStatement(house, person, piece, files);
    if (!pdf) throw new HttpFailure(404);
    return reply.header('cache-control', 'private, no-store').type('application/pdf').send(Buffer.from(pdf));
  });

  app.post(`${base}/fichiers`, { config: { csrfInBody: true } }, async (request, reply) => {
    const account = accountOf(request);
    const own = await ownOf(request, house);
    const person = personOf(request, own);
    const piece = pieceOf(request, own, person);
    const dossierId = own.rows.dossier.id;
    const results: { name: string; code: IntakeCode | 'accepted' }[] = [];
    if (!account.emailVerified)
      return showPiece(request, reply, own, person, piece, { documents: request.t('dossier.email_unconfirmed') });
    const rate = await request.within('upload', account.id);
    if (!rate.allowed) throw new HttpFailure(429);
    await readUpload(request, {
      secret: uploads.secret,
      maxFileBytes: MAX_FILE_BYTES + 1,
      maxRequestBytes: MAX_REQUEST_BYTES,
      maxFiles: MAX_FILES_A_REQUEST,
      onFile: async (file, fields) => {
        const done = await uploadFile(house, {
          accountId: account.id,
          dossierId,
          personId: person.id,
          pieceId: piece.id,
          name: file.name,
          bytes: file.bytes,
          ...(fields['key'] && /^[\w-]{8,64}$/.test(fields['key']) ? { uploadKey: fields['key'] } : {}),
          ...(fields['password'] ? { password: fields['password'].slice(0, 200) } : {}),
        });
        if (!done.ok) throw new HttpFailure(404);
        results.push({ name: file.name, code: done.value.code });
      },
    });
    if (results.length === 0)
      return showPiece(request, reply, own, person, piece, { documents: request.t('dossier.files_choose') });
    if (wantsJson(request)) {
      return reply
        .header('cache-control', 'no-store')
        .send({ results: results.map(({ name, code }) => ({ name, code, text: request.t(`intake.${code}`) })) });
    }
    const refused = results.filter((result) => result.code !== 'accepted');
    if (refused.length === 0) return seeOther(reply, `${hrefOf(dossierId, person.id, piece.category, piece.id)}#verifications`);
    if (refused.length < results.length) await awaitProgress(house, piece.id, 'opening', OPENING_MS);
    const fresh = await ownOf(request, house);
    const freshPiece = fresh.rows.pieces.find((one) => one.id === piece.id) ?? piece;
    const errors = Object.fromEntries(
      refused.map(({ name, code }, index) => [
        index === 0 ? 'documents' : `documents-${index}`,
        request.t('dossier.file_is', { name, result: request.t(`intake.${code}`) }),
      ]),
    );
    return showPiece(request, reply, fresh, person, freshPiece, errors);
  });

  app.get(`${base}/fichiers/:file/apercu`, async (request, reply) => {
    const own = await ownOf(request, house);
    const piece = pieceOf(request, own, personOf(request, own));
    const id = fileIdOf(request);
    const file = own.rows.files.find((one) => one.id === id && one.pieceId === piece.id && one.state === 'ready');
    const jpeg = file ? await readBlob(house, file, file.previewAddress, 'preview') : null;
    if (!jpeg) throw new HttpFailure(404);
    return reply.header('cache-control', 'private, no-store').type('image/jpeg').send(jpeg);
  });

  const fileAct = (act: string, run: (input: Parameters<typeof removeFile>[1]) => ReturnType<typeof removeFile>) =>
    app.post(`${base}/fichiers/:file/${act}`, async (request, reply) => {
      const own = await ownOf(request, house);
      const person = personOf(request, own);
      const piece = pieceOf(request, own, person);
      const dossierId = own.rows.dossier.id;
      const done = await run({
        accountId: accountOf(request).id,
        dossierId,
        personId: person.id,
        pieceId: piece.id,
        fileId: fileIdOf(request),
      });
      if (!done.ok) throw new HttpFailure(404);
      return seeOther(reply, hrefOf(dossierId, person.id, piece.category, piece.id));
    });
  fileAct('supprimer', (input) => removeFile(house, input));
  fileAct('monter', (input) => moveFile(house, { ...input, step: -1 }));
  fileAct('descendre', (input) => moveFile(house, { ...input, step: 1 }));
}
