import { parseCivilDate } from '#kernel/civil-date.ts';
import { statementText } from '#domain/catalogue/statements.ts';
import { situationOf } from '#domain/catalogue/situations.ts';
import { payslipWindow, rentWindow } from '#domain/dates/windows.ts';
import { displayName } from '#domain/people/names.ts';
import { parseReasonParams, proposedParams } from '#domain/review/reason-params.ts';
import { reasonsFor } from '#domain/review/reasons.ts';
import { isWordKey } from '#i18n/translate.ts';
import { EvidenceBoxes, FindingsPanel } from './findings-panel.tsx';
import { SealBoxes, SealsPanel } from './seals-panel.tsx';
import type { SealSeen } from '#features/pieces/api.ts';
import type { CasePiece, CaseView } from '#features/review/read-case.ts';
import { roleOf } from '#features/statuses/api.ts';
import { Alert, CertifiedTag, Facts, StatusTag } from '#ui/blocks.tsx';
import { Button, Buttons, TextArea } from '#ui/fields.tsx';
import { Csrf, ErrorSummary, Form, type FieldErrors } from '#ui/form.tsx';
import type { Frame } from '#ui/frame.ts';
import { Page } from '#ui/layout.tsx';

/** The agents' first page: one button. */
export function ConsoleHomePage(props: { frame: Frame; waiting: number; held: boolean; jobs: boolean; alerts: number | null }) {
  const { frame, waiting, held } = props;
  const { t } = frame;
  return (
    <Page frame={frame} title={t('review.home_title')} wide noindex>
      <h1>{t('review.home_title')}</h1>
      <p class="fr-text--lead">{t('review.waiting', { count: waiting })}</p>
      <Form frame={frame} action="/console/suivant">
        <Buttons>
          <Button>{t(held ? 'review.resume' : 'review.next')}</Button>
        </Buttons>
      </Form>
      {props.alerts !== null && (
        <p>
          <a class="fr-link" href="/console/fraude">
            {t('fraud.link', { count: props.alerts })}
          </a>
        </p>
      )}
      {props.jobs && (
        <p>
          <a class="fr-link" href="/console/travaux">
            {t('jobs.link')}
          </a>
        </p>
      )}
    </Page>
  );
}

type PersonPieces = CaseView['people'][number];

/** What the calendar says of a piece: the months its papers should bear. */
function monthsAsked(piece: CasePiece['piece'], frame: Frame): string | null {
  const row = situationOf(piece.situation);
  const savedOn = parseCivilDate(piece.savedOn);
  const fresh = row?.anyOf.flat().map((paper) => paper.fresh) ?? [];
  if (!savedOn) return null;
  const window = fresh.includes('payslip3')
    ? payslipWindow(savedOn)
    : fresh.some((one) => one === 'rent3' || one === 'rent1')
      ? rentWindow(savedOn)
      : null;
  return window && frame.format.list(window.asked.map((month) => frame.format.month(month)));
}

/** A page whose compression can be looked at: a photograph, or a page of a scan that was found to be one. */
const hasCompression = ({ findings }: CasePiece, file: CasePiece['files'][number], page: number): boolean =>
  file.type === 'jpeg' ||
  findings.some(
    ({ rule, evidence }) => rule === 'image.compression' && evidence.some((one) => one.file === file.id && one.page === page),
  );

/** The screen of a decision: people on one side, the document in the middle, what is declared and the decision on the other. */
export function CasePage(props: {
  frame: Frame;
  view: CaseView;
  current: CasePiece;
  owner: PersonPieces;
  seals: readonly SealSeen[];
  errors: FieldErrors;
  left: number;
}) {
  const { frame, view, current, owner, errors } = props;
  const { t } = frame;
  const { piece, files } = current;
  const row = situationOf(piece.situation);
  const key = `situation.${piece.situation}.title`;
  const months = monthsAsked(piece, frame);
  const [first] = view.people;
  const attested = statementText(piece.situation);
  const action = `/console/cas/${view.id}/pieces/${piece.id}`;
  const savedOn = parseCivilDate(piece.savedOn);
  const reasons =
    row && savedOn
      ? reasonsFor(row, roleOf(owner.person)).filter(
          (reason) => parseReasonParams(reason, proposedParams(reason, row, roleOf(owner.person), savedOn)) !== null,
        )
      : [];
  return (
    <Page
      frame={frame}
      title={t('review.case_title', { name: first ? displayName(first.person) : '' })}
      islands={['viewer']}
      wide
      noindex
    >
      <h1>
        {t('review.case_title', { name: first ? displayName(first.person) : '' })}{' '}
        <span class="df-muted">– {t('review.pass', { n: view.passNo })}</span>
      </h1>
      <ErrorSummary frame={frame} errors={errors} />
      <div class="df-console">
        <nav aria-label={t('review.people')}>
          {view.people.map(({ person, pieces }) => (
            <section key={person.id}>
              <h2>
                <bdi>{displayName(person)}</bdi>
              </h2>
              <ul class="df-piece-list">
                {pieces.map((one) => {
                  const state = one.draft ? one.draft.outcome : one.due ? 'undecided' : 'other';
                  return (
                    <li key={one.piece.id}>
                      <div>
                        <a
                          href={`/console/cas/${view.id}?piece=${one.piece.id}`}
                          {...(one.piece.id === piece.id ? { 'aria-current': 'true' as const } : {})}
                        >
                          {t(`category.${one.piece.category}.title`)}
                        </a>
                      </div>
                      <span
                        class={`fr-badge fr-badge--${state === 'accept' ? 'success' : state === 'refuse' ? 'warning' : 'new'}`}
                      >
                        {t(`review.state_${state}`)}
                      </span>
                    </li>
                  );
                })}
              </ul>
            </section>
          ))}
          <Form frame={frame} action={`/console/cas/${view.id}/terminer`}>
            <p>{t('review.finish_hint', { left: props.left })}</p>
            <Button look={props.left === 0 ? 'primary' : 'secondary'}>{t('review.finish')}</Button>
          </Form>
          <Form frame={frame} action={`/console/cas/${view.id}/rendre`}>
            <Button look="tertiary">{t('review.release')}</Button>
          </Form>
        </nav>
        <div
          class="df-pages"
          data-island="viewer"
          data-zoom-in={t('ui.viewer_zoom_in')}
          data-zoom-out={t('ui.viewer_zoom_out')}
          data-rotate={t('ui.viewer_turn')}
          data-keys={t('ui.viewer_keys')}
        >
          {files.length === 0 && (
            <Alert kind="info">
              <p>{t('review.no_file')}</p>
            </Alert>
          )}
          {files.flatMap((file) =>
            Array.from({ length: file.pages ?? 1 }, (_, page) => {
              const alt = t('review.page_alt', { file: file.name, page: page + 1, total: file.pages ?? 1 });
              return (
                <figure class="df-page" key={`${file.id}-${page}`}>
                  <div class="df-page__sheet">
                    <img
                      src={`/console/cas/${view.id}/fichiers/${file.id}/pages/${page}`}
                      alt={alt}
                      loading={page === 0 ? 'eager' : 'lazy'}
                    />
                    <SealBoxes seals={props.seals} file={file.id} page={page} />
                    <EvidenceBoxes findings={current.findings} file={file.id} page={page} />
                  </div>
                  <figcaption>
                    {alt}
                    {hasCompression(current, file, page) && (
                      <>
                        {' – '}
                        <a href={`/console/cas/${view.id}/fichiers/${file.id}/pages/${page}/compression`}>
                          {t('review.compression_link')}
                        </a>
                      </>
                    )}
                  </figcaption>
                </figure>
              );
            }),
          )}
        </div>
        <div>
          <h2>{t('review.declared')}</h2>
          <Facts
            rows={[
              [
                t('review.name'),
                <>
                  <bdi>{displayName(owner.person)}</bdi> {owner.certified && <CertifiedTag frame={frame} />}
                </>,
              ],
              ...(current.renamed
                ? [
                    [t('review.name_before'), <bdi>{current.renamed.before}</bdi>] as const,
                    [t('review.name_now'), <bdi>{current.renamed.now}</bdi>] as const,
                  ]
                : []),
              [t('review.situation'), isWordKey(key) ? t(key) : piece.situation],
              ...(piece.amount !== null ? [[t('review.amount'), frame.format.euros(piece.amount)] as const] : []),
              ...(months ? [[t('review.months'), months] as const] : []),
              ...(savedOn ? [[t('review.saved_on'), frame.format.date(savedOn)] as const] : []),
              ...(piece.text ? [[t('review.text'), <bdi>{piece.text}</bdi>] as const] : []),
              ...(piece.statementAt && attested ? [[t('statement.title'), t(`statement.text.${attested}`)] as const] : []),
              ...(current.note ? [[t('again.note'), <bdi>{current.note}</bdi>] as const] : []),
              ...(current.explanation ? [[t('findings.explanation'), <bdi>{current.explanation}</bdi>] as const] : []),
            ]}
          />
          {row && isWordKey(`situation.${row.key}.hint`) && (
            <p class="df-muted">
              {t('review.accepted_papers')} : {t(`situation.${row.key}.hint`)}
            </p>
          )}
          <SealsPanel
            frame={frame}
            seals={props.seals}
            fileNames={new Map(files.map((file) => [file.id, file.name]))}
            taxLink={(file) => (piece.category === 'tax' ? `/console/cas/${view.id}/fichiers/${file}/impots` : null)}
          />
          <h2>{t('findings.title')}</h2>
          <FindingsPanel
            frame={frame}
            findings={current.findings}
            fileNames={new Map(files.map((file) => [file.id, file.name]))}
          />
          {current.due ? (
            <form method="post" action={action} class="fr-card">
              <Csrf frame={frame} />
              <input type="hidden" name="rev" value={String(piece.rev)} />
              <fieldset class="fr-fieldset" id="champ-outcome" tabindex={-1}>
                <legend class="fr-fieldset__legend df-legend--title">{t('review.decision')}</legend>
                {(['accept', 'refuse'] as const).map((outcome) => (
                  <div class="fr-radio-group df-radio" key={outcome}>
                    <input
                      type="radio"
                      id={`decision-${outcome}`}
                      name="outcome"
                      value={outcome}
                      checked={current.draft?.outcome === outcome}
                    />
                    <label class="fr-label" for={`decision-${outcome}`}>
                      {t(`review.${outcome}`)}
                    </label>
                  </div>
                ))}
              </fieldset>
              <details class="fr-accordion" open={current.draft?.outcome === 'refuse'}>
                <summary class="fr-accordion__btn">{t('review.reasons')}</summary>
                <fieldset class="fr-fieldset" id="champ-reasons" tabindex={-1}>
                  <legend class="fr-hint-text">{t('review.reasons_hint')}</legend>
                  {reasons.map((reason) => (
                    <div class="fr-checkbox-group" key={reason.key}>
                      <input
                        type="checkbox"
                        id={`motif-${reason.key}`}
                        name="reasons"
                        value={reason.key}
                        checked={current.draft?.reasons.some((one) => one.key === reason.key) ?? false}
                      />
                      <label class="fr-label" for={`motif-${reason.key}`}>
                        {t(`reason.${reason.key}.title`)}
                      </label>
                    </div>
                  ))}
                </fieldset>
                <TextArea
                  name="comment"
                  label={t('review.comment')}
                  value={current.draft?.comment ?? ''}
                  maxlength={2000}
                  rows={3}
                  errors={errors}
                />
              </details>
              <Buttons>
                <Button>{t('review.save')}</Button>
              </Buttons>
            </form>
          ) : (
            <p>
              <StatusTag frame={frame} status={piece.status} />
            </p>
          )}
        </div>
      </div>
    </Page>
  );
}
