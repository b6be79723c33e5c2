import type { CivilDate } from '#kernel/civil-date.ts';
import { expectedPages } from '#domain/catalogue/papers.ts';
import { printedKind, statementText } from '#domain/catalogue/statements.ts';
import type { Role, Situation } from '#domain/catalogue/situation.ts';
import type { Finding } from '#domain/findings/findings.ts';
import type { SituationKey } from '#domain/catalogue/situations.ts';
import { sayReason, type Voice } from '#i18n/say-reason.ts';
import type { GivenReason, OwnFile } from '#features/pieces/read-piece.ts';
import type { Progress } from '#features/pieces/read-progress.ts';
import type { PieceRow } from '#features/dossiers/read-dossier.ts';
import { Alert, EmptyState, LevelTag, StatusTag, Steps, Waiting } from '#ui/blocks.tsx';
import { Button, ButtonLink, Buttons, FileField, TextArea } from '#ui/fields.tsx';
import { Csrf, ErrorSummary, Form, type FieldErrors } from '#ui/form.tsx';
import type { Frame } from '#ui/frame.ts';
import { Page } from '#ui/layout.tsx';
import { address } from './address.ts';
import { hrefOf, type StepView } from './dossier-view.ts';
import { FindingsBlock } from './findings-block.tsx';
import { StatementPreview } from './statement-preview.tsx';
import { WhatToGive } from './what-to-give.tsx';

export interface PiecePageProps {
  readonly frame: Frame;
  readonly dossierId: string;
  readonly personId: string;
  readonly personName: string;
  readonly voice: Voice;
  readonly piece: PieceRow;
  readonly situation: Situation;
  readonly files: readonly OwnFile[];
  readonly progress: Progress;
  readonly steps: readonly StepView[];
  readonly next: { readonly href: string; readonly label: string };
  readonly refusal: { readonly reasons: readonly GivenReason[]; readonly comment: string | null } | null;
  /** What automatic checks tell the person of this revision. */
  readonly findings: readonly Finding[];
  /** What the person wrote of these differences. */
  readonly explanation: string;
  readonly changeHref: string;
  readonly role: Role;
  /** Dates asked are computed for this day. */
  readonly today: CivilDate;
  /** What was typed to ask for a second look. */
  readonly again: string;
  readonly errors: FieldErrors;
}

/** Where one comes after sending documents: the reading, then what it found. */
const NEWS = 'verifications';

/** One piece: the answer, what is to mend, its files, and one way to add more. Works whole without script. */
export function PiecePage(props: PiecePageProps) {
  const { frame, piece, situation, files, dossierId, personId } = props;
  const { t } = frame;
  const key = situation.key as SituationKey;
  const base = address.piece(dossierId, personId, piece.id);
  const pending = props.progress === 'opening' || props.progress === 'reading';
  // What was just refused is read in peace: no page that comes by itself takes it away.
  const comesByItself = pending && Object.keys(props.errors).length === 0;
  const news = `${hrefOf(dossierId, personId, piece.category, piece.id)}#${NEWS}`;
  const takesFiles = situation.limits.files[1] > 0 && !piece.cannotProvide;
  const title = t(`category.${piece.category}.title`);
  const pages = files.filter((file) => file.state === 'ready').reduce((sum, file) => sum + (file.pages ?? 0), 0);
  const expected = takesFiles ? expectedPages(situation) : null;
  const attested = piece.statementAt ? statementText(situation.key) : null;
  const printed = printedKind({ ...piece, files: files.filter((file) => file.state !== 'rejected').length });
  return (
    <Page
      frame={frame}
      title={title}
      back={{ href: address.dossier(dossierId), label: t('dossier.back_to_dossier') }}
      islands={takesFiles ? ['upload', 'refresh'] : []}
      noindex
      {...(comesByItself ? { refreshSeconds: 5 } : {})}
    >
      <Steps frame={frame} steps={props.steps} />
      <h1>{title}</h1>
      <ErrorSummary frame={frame} errors={props.errors} />
      <div class="fr-card">
        <p>
          <strong>{t(`situation.${key}.title`)}</strong>
          {piece.amount !== null && piece.amount > 0 && <> – {frame.format.euros(piece.amount)}</>}{' '}
          <StatusTag frame={frame} status={piece.status} />
        </p>
        <p class="df-muted">{t(`situation.${key}.hint`)}</p>
        {piece.text && (
          <p>
            <bdi>{piece.text}</bdi>
          </p>
        )}
        {piece.statementAt && <p>{t('dossier.statement_made', { date: frame.format.date(piece.statementAt) })}</p>}
        {piece.level && (
          <p>
            <LevelTag frame={frame} level={piece.level} sentence />
          </p>
        )}
        <p>
          <a class="fr-link" href={props.changeHref}>
            {t('dossier.piece_change')}
          </a>
        </p>
      </div>
      {props.refusal && (
        <Alert kind="warning" title={t('dossier.refused_title')}>
          <ul>
            {props.refusal.reasons.map((reason) => {
              const said = sayReason(frame.locale, reason, props.voice, props.personName);
              return (
                <li key={reason.key}>
                  {said.wrong} <strong>{said.todo}</strong>
                </li>
              );
            })}
          </ul>
          {props.refusal.comment && (
            <p>
              {t('dossier.refused_comment')} <bdi>{props.refusal.comment}</bdi>
            </p>
          )}
        </Alert>
      )}
      {props.refusal && (
        <Form frame={frame} action={`${base}/regard`} class="fr-card">
          <h2>{t('again.title')}</h2>
          <TextArea
            name="again"
            label={t('again.text')}
            hint={t('again.help')}
            value={props.again}
            errors={props.errors}
            maxlength={2000}
            rows={3}
          />
          <Buttons>
            <Button look="secondary">{t('again.do')}</Button>
          </Buttons>
        </Form>
      )}
      {situation.retired && (
        <Alert kind="warning">
          <p>{t('proof.retired')}</p>
        </Alert>
      )}
      <section id={NEWS} class="df-news" tabindex={-1}>
        {pending && (
          <div data-refresh={comesByItself ? `${base}/etat?vu=${props.progress}` : undefined}>
            <Waiting title={t(props.progress === 'opening' ? 'dossier.looking' : 'dossier.reading')}>
              <p>{t(props.progress === 'opening' ? 'dossier.looking_text' : 'dossier.reading_text')}</p>
              {!comesByItself && (
                <p>
                  <a class="fr-link" href={news}>
                    {t('dossier.see_news')}
                  </a>
                </p>
              )}
            </Waiting>
          </div>
        )}
        {props.progress === 'late' && (
          <Alert kind="info">
            <p>{t('dossier.reading_late')}</p>
          </Alert>
        )}
        <FindingsBlock
          frame={frame}
          findings={props.findings}
          fileNames={new Map(files.map((file) => [file.id, file.name]))}
          action={`${base}/expliquer`}
          explanation={props.explanation}
          errors={props.errors}
        />
      </section>
      {attested && <StatementPreview frame={frame} text={attested} />}
      {printed && (
        <p>
          <a class="fr-link" href={`${base}/declaration.pdf`}>
            {t('statement.see')}
          </a>
        </p>
      )}
      {takesFiles && <WhatToGive frame={frame} situation={situation} role={props.role} today={props.today} />}
      {takesFiles && (
        <section>
          <h2>{t('dossier.files_title')}</h2>
          {files.length === 0 ? (
            <EmptyState title={t('dossier.files_none')}>
              <p>{t(`situation.${key}.hint`)}</p>
            </EmptyState>
          ) : (
            <ul class="df-files">
              {files.map((file, index) => (
                <FileLine
                  key={file.id}
                  {...props}
                  file={file}
                  base={base}
                  first={index === 0}
                  last={index === files.length - 1}
                />
              ))}
            </ul>
          )}
          {expected !== null && pages > 0 && pages < expected && !pending && (
            <Alert kind="warning">
              <p>{t('proof.few_pages', { count: pages, expected })}</p>
            </Alert>
          )}
          <Form frame={frame} action={`${base}/fichiers`} multipart island="upload" id="envoi">
            <FileField
              name="documents"
              label={t('dossier.files_add')}
              hint={`${t('dossier.files_hint')} ${t('dossier.files_limits', { files: situation.limits.files[1], pages: situation.limits.pages })}`}
              multiple
              errors={props.errors}
            />
            <FileField name="photo" label={t('dossier.files_photo')} capture />
            <div
              data-upload-words
              data-waiting={t('dossier.upload_waiting')}
              data-sending={t('dossier.upload_sending', { percent: '%' })}
              data-retry={t('dossier.upload_retry')}
              data-cancel={t('dossier.upload_cancel')}
              data-offline={t('dossier.upload_offline')}
              data-drop={t('dossier.upload_drop')}
              data-failed={t('ui.upload_failed')}
              data-seen={t('dossier.file_dismiss')}
              data-news={news}
            />
            <Buttons>
              <Button look={files.length === 0 ? 'primary' : 'secondary'}>{t('dossier.files_send')}</Button>
            </Buttons>
          </Form>
        </section>
      )}
      <Buttons>
        <ButtonLink look={takesFiles && files.length === 0 ? 'secondary' : 'primary'} href={props.next.href}>
          {props.next.label}
        </ButtonLink>
        <ButtonLink look="tertiary" href={`${base}/supprimer`}>
          {t('dossier.piece_delete')}
        </ButtonLink>
      </Buttons>
    </Page>
  );
}

function FileLine(props: PiecePageProps & { file: OwnFile; base: string; first: boolean; last: boolean }) {
  const { frame, file, base } = props;
  const { t } = frame;
  const action = (act: string) => `${base}/fichiers/${file.id}/${act}`;
  const small = (act: string, label: string) => (
    <form method="post" action={action(act)}>
      <Csrf frame={frame} />
      <button class="df-link-button" type="submit">
        {label}
        <span class="fr-sr-only"> – {file.name}</span>
      </button>
    </form>
  );
  return (
    <li class={`df-file${file.state === 'rejected' || (file.state === 'ready' && file.code) ? ' df-file--error' : ''}`}>
      {file.state === 'ready' ? (
        <img
          class="df-file__preview"
          src={action('apercu')}
          alt={t('dossier.file_preview', { name: file.name })}
          loading="lazy"
        />
      ) : (
        <span class="df-file__blank" aria-hidden="true" />
      )}
      <div>
        <p class="df-file__name">
          <bdi>{file.name}</bdi>
        </p>
        <p>
          {file.code
            ? t(`intake.${file.code}`)
            : file.state === 'ready'
              ? t('dossier.file_ready', { pages: file.pages ?? 1 })
              : t('dossier.file_received')}
        </p>
      </div>
      <div class="df-file__acts">
        {file.state === 'rejected' ? (
          small('supprimer', t('dossier.file_dismiss'))
        ) : (
          <>
            {small('supprimer', t('common.delete'))}
            {!props.first && small('monter', t('dossier.file_up'))}
            {!props.last && small('descendre', t('dossier.file_down'))}
          </>
        )}
      </div>
      {(file.code === 'password_protected' || file.code === 'wrong_password') && (
        <form class="df-file__password" method="post" enctype="multipart/form-data" action={`${base}/fichiers`}>
          <Csrf frame={frame} />
          <label class="fr-label" for={`mot-${file.id}`}>
            {t('dossier.file_password')}
          </label>
          <input class="fr-input" type="password" id={`mot-${file.id}`} name="password" autocomplete="off" dir="ltr" />
          <label class="fr-label" for={`doc-${file.id}`}>
            {t('dossier.file_choose_again')}
          </label>
          <input class="fr-upload" type="file" id={`doc-${file.id}`} name="documents" accept=".pdf,application/pdf" />
          <button class="fr-btn fr-btn--secondary" type="submit">
            {t('dossier.file_password_again')}
          </button>
        </form>
      )}
    </li>
  );
}
