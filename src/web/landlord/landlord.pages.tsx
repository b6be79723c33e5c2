import { LEVELS } from '#domain/pieces/states.ts';
import type { ShownDossier, ShownPerson, ShownPiece } from '#features/links/read-shown-dossier.ts';
import { isWordKey } from '#i18n/translate.ts';
import { CertifiedTag, Alert, Details, Facts, LevelTag, Waiting } from '#ui/blocks.tsx';
import { Button, ButtonLink, Buttons, TextField } from '#ui/fields.tsx';
import { ErrorSummary, Form, type FieldErrors } from '#ui/form.tsx';
import { FeedbackLink } from '#ui/feedback-link.tsx';
import type { Frame } from '#ui/frame.ts';
import { Page } from '#ui/layout.tsx';

/** The door: an address, then the code sent to it. No name before. */
export function DoorPage(props: { frame: Frame; action: string; errors: FieldErrors; email: string | null; typed: string }) {
  const { frame, action, errors, email } = props;
  const { t } = frame;
  return (
    <Page frame={frame} title={t(email ? 'landlord.code_title' : 'landlord.door_title')} noindex>
      <h1>{t(email ? 'landlord.code_title' : 'landlord.door_title')}</h1>
      <ErrorSummary frame={frame} errors={errors} />
      {email === null ? (
        <>
          <p>{t('landlord.door_text')}</p>
          <Form frame={frame} action={`${action}/adresse`}>
            <TextField
              name="email"
              type="email"
              label={t('landlord.email')}
              hint={t('landlord.email_hint')}
              value={props.typed}
              errors={errors}
              autocomplete="email"
              dir="ltr"
            />
            <Buttons>
              <Button>{t('landlord.ask_code')}</Button>
            </Buttons>
          </Form>
        </>
      ) : (
        <>
          <p>{t('landlord.code_sent')}</p>
          <p>
            <bdi>{email}</bdi>
          </p>
          <Form frame={frame} action={`${action}/code`}>
            <input type="hidden" name="email" value={email} />
            <TextField
              name="code"
              label={t('landlord.code')}
              errors={errors}
              inputmode="numeric"
              autocomplete="one-time-code"
              maxlength={7}
              dir="ltr"
              short
            />
            <Buttons>
              <Button>{t('landlord.open')}</Button>
              <ButtonLink look="tertiary" href={action}>
                {t('landlord.other_email')}
              </ButtonLink>
            </Buttons>
          </Form>
        </>
      )}
    </Page>
  );
}

/** Nothing to see: the address is wrong, or the link is closed. Says nothing of anybody. */
export function NoDossierPage({ frame, kind }: { frame: Frame; kind: 'unknown' | 'closed' }) {
  const { t } = frame;
  return (
    <Page frame={frame} title={t(`landlord.${kind}_title`)} noindex>
      <h1>{t(`landlord.${kind}_title`)}</h1>
      <p class="fr-text--lead">{t(`landlord.${kind}_text`)}</p>
      {kind === 'unknown' && (
        <p>
          <code dir="ltr">{`${frame.service.baseUrl}/consulter/4f0c2a1e-…`}</code>
        </p>
      )}
    </Page>
  );
}

/** What a landlord needs before any scroll: is it checked, who and how much, how to open the papers. */
export function ShownDossierPage(props: {
  frame: Frame;
  /** Address of the link; `null` in the tenant's own preview, which opens no paper. */
  base: string | null;
  dossier: ShownDossier;
  copiesAllowed: boolean;
  expiresAt: Date | null;
  /** Way back to the dossier, in the tenant's own preview. */
  preview?: { readonly href: string; readonly label: string };
  /** One of the dossier's own people looks through a link. */
  ownLook?: boolean;
}) {
  const { frame, dossier, base } = props;
  const { t, format } = frame;
  const tenants = dossier.people.filter((person) => person.role === 'tenant').map((person) => person.name);
  const title = t('landlord.title', { name: format.list(tenants) });
  const verdict = dossier.verified ? 'verified' : 'not_verified';
  return (
    <Page frame={frame} title={title} {...(props.preview ? { back: props.preview } : {})} noindex>
      <h1>{title}</h1>
      {(props.preview || props.ownLook) && <p class="fr-text--lead">{t('people.preview_text')}</p>}
      <section class={`df-verdict df-verdict--${verdict}`}>
        <h2>{t(`landlord.${verdict}_title`)}</h2>
        <p>
          {dossier.verified
            ? t('landlord.verified_text', { date: format.date(dossier.statusSince) })
            : t('landlord.not_verified_text', { checked: dossier.checked, total: dossier.total })}
        </p>
      </section>
      <Facts
        rows={[
          [t('landlord.income'), format.euros(dossier.income)],
          [t('landlord.people'), t(`landlord.kind_${dossier.kind}`)],
          [
            t('landlord.guarantor_income'),
            dossier.people.some((person) => person.direct && person.role === 'guarantor')
              ? t('people.preview_direct')
              : dossier.guarantorIncome > 0
                ? format.euros(dossier.guarantorIncome)
                : t('landlord.no_guarantor'),
          ],
          ...(props.expiresAt ? [[t('landlord.valid_until'), format.date(props.expiresAt)] as const] : []),
        ]}
      />
      {base !== null && props.copiesAllowed && (
        <Buttons>
          <ButtonLink href={`${base}/dossier.pdf`}>{t('landlord.pdf')}</ButtonLink>
        </Buttons>
      )}
      {dossier.message && (
        <section>
          <h2>{t('landlord.message')}</h2>
          <p>
            <bdi>{dossier.message}</bdi>
          </p>
        </section>
      )}
      <h2>{t('landlord.papers')}</h2>
      {dossier.people.map((person) => (
        <section key={person.id}>
          <h3>
            <bdi>{person.name}</bdi> {person.role === 'guarantor' && <span class="df-muted">– {t('landlord.guarantor')}</span>}{' '}
            {person.certified && <CertifiedTag frame={frame} />}
          </h3>
          {person.direct && <p class="df-muted">{t('people.preview_direct')}</p>}
          <ul class="df-piece-list">
            {person.pieces.map((piece) => (
              <PieceLine key={piece.id} frame={frame} base={base} piece={piece} />
            ))}
          </ul>
        </section>
      ))}
      {dossier.absent.map((name) => (
        <section key={name}>
          <h3>
            <bdi>{name}</bdi>
          </h3>
          <p class="df-muted">{t('people.not_included')}</p>
        </section>
      ))}
      <Details summary={t('landlord.levels')}>
        <ul>
          {LEVELS.map((level) => (
            <li key={level}>
              <LevelTag frame={frame} level={level} sentence />
            </li>
          ))}
        </ul>
      </Details>
      <p>{t('landlord.foot')}</p>
      <p>
        <a class="fr-link" href="/droits">
          {t('landlord.may_ask')}
        </a>
      </p>
      <FeedbackLink frame={frame} procedure="landlord" />
    </Page>
  );
}

function PieceLine({ frame, base, piece }: { frame: Frame; base: string | null; piece: ShownPiece }) {
  const { t, format } = frame;
  const situation = `situation.${piece.situation}.title`;
  return (
    <li>
      <div>
        <strong>{t(`category.${piece.category}.title`)}</strong>
        <br />
        {isWordKey(situation) ? t(situation) : piece.situation}
        {piece.category === 'income' && piece.amount !== null && <> – {format.euros(piece.amount)}</>}
        {piece.text && (
          <>
            <br />
            <bdi>{piece.text}</bdi>
          </>
        )}
        {piece.statementAt && !piece.withheld && (
          <>
            <br />
            <span class="df-muted">{t('landlord.statement', { date: format.date(piece.statementAt) })}</span>
          </>
        )}
        {piece.withheld && (
          <>
            <br />
            <span class="df-muted">{t('landlord.withheld')}</span>
          </>
        )}
      </div>
      {piece.level && (
        <span>
          <LevelTag frame={frame} level={piece.level} />
          {piece.sealedBy && (
            <>
              <br />
              <bdi class="df-muted">{t('seal.landlord', { issuer: piece.sealedBy })}</bdi>
            </>
          )}
        </span>
      )}
      {base !== null && piece.files > 0 && (
        <a href={`${base}/pieces/${piece.id}`}>
          {t('landlord.see')}
          <span class="fr-sr-only"> – {t(`category.${piece.category}.title`)}</span>
        </a>
      )}
    </li>
  );
}

/** The pages of one piece, watermarked for this visitor. */
export function ShownPiecePage(props: {
  frame: Frame;
  base: string;
  person: ShownPerson;
  piece: ShownPiece;
  pages: number;
  traceCode: string;
}) {
  const { frame, base, person, piece } = props;
  const { t } = frame;
  const category = t(`category.${piece.category}.title`);
  return (
    <Page
      frame={frame}
      title={t('landlord.piece_of', { category, name: person.name })}
      back={{ href: base, label: t('landlord.back') }}
      noindex
    >
      <h1>{t('landlord.piece_of', { category, name: person.name })}</h1>
      {piece.level && (
        <p>
          <LevelTag frame={frame} level={piece.level} sentence />
          {piece.sealedBy && (
            <>
              <br />
              <bdi>{t('seal.landlord', { issuer: piece.sealedBy })}</bdi>
            </>
          )}
        </p>
      )}
      <p class="df-muted">
        {t('landlord.trace')} : <bdi>{props.traceCode}</bdi>
      </p>
      <div class="df-pages">
        {Array.from({ length: props.pages }, (_, page) => {
          const alt = t('landlord.page_alt', { category, name: person.name, page: page + 1, total: props.pages });
          return (
            <figure class="df-page" key={page}>
              <img src={`${base}/pieces/${piece.id}/pages/${page}`} alt={alt} loading={page === 0 ? 'eager' : 'lazy'} />
              <figcaption>{alt}</figcaption>
            </figure>
          );
        })}
      </div>
    </Page>
  );
}

/** A copy under way, or one that failed with a way to try again. */
export function CopyWaitPage(props: { frame: Frame; base: string; here: string; failed: boolean }) {
  const { frame } = props;
  const { t } = frame;
  return (
    <Page
      frame={frame}
      title={t('landlord.preparing')}
      back={{ href: props.base, label: t('landlord.back') }}
      noindex
      {...(props.failed ? {} : { refreshSeconds: 1 })}
    >
      <h1>{t('landlord.preparing')}</h1>
      {props.failed ? (
        <>
          <Alert kind="error">
            <p>{t('landlord.failed')}</p>
          </Alert>
          <Buttons>
            <ButtonLink href={`${props.here}?encore=1`}>{t('landlord.retry')}</ButtonLink>
          </Buttons>
        </>
      ) : (
        <Waiting title={t('landlord.preparing')}>
          <p>{t('landlord.preparing_text')}</p>
        </Waiting>
      )}
    </Page>
  );
}
