import { displayName } from '#domain/people/names.ts';
import type { AlertFile, AlertPair, AlertView } from '#features/fraud/read-alert.ts';
import { isWordKey } from '#i18n/translate.ts';
import { Facts, StatusTag } from '#ui/blocks.tsx';
import { Button, Buttons, Radios } from '#ui/fields.tsx';
import { ErrorSummary, Form, type FieldErrors } from '#ui/form.tsx';
import type { Frame } from '#ui/frame.ts';
import { Page } from '#ui/layout.tsx';

const OUTCOMES = ['one_household', 'nothing_to_follow', 'to_follow'] as const;

type Side = AlertView['sides'][number];

/** Whose piece it is, and what it proves. */
function Owner({ frame, side, heading }: { frame: Frame; side: Side; heading: string }) {
  const { t, format } = frame;
  const { person, piece } = side;
  const situation = `situation.${piece.situation}.title`;
  return (
    <section>
      <h2>{heading}</h2>
      <Facts
        rows={[
          [t('review.name'), <bdi>{displayName(person)}</bdi>],
          [t('fraud.category'), t(`category.${piece.category}.title`)],
          [t('review.situation'), isWordKey(situation) ? t(situation) : piece.situation],
          [t('review.saved_on'), format.date(piece.createdAt)],
          [t('fraud.state'), <StatusTag frame={frame} status={piece.status} />],
        ]}
      />
    </section>
  );
}

/** The pages of one file, under its name and the day it came. */
function Sheets({ frame, alert, file }: { frame: Frame; alert: string; file: AlertFile }) {
  const { t, format } = frame;
  return (
    <div>
      <p>
        <bdi>{file.name}</bdi> – {t('fraud.sent_at', { date: format.dateTime(file.sentAt) })}
      </p>
      {Array.from({ length: file.pages }, (_, page) => {
        const alt = t('review.page_alt', { file: file.name, page: page + 1, total: file.pages });
        return (
          <figure class="df-page" key={page}>
            <img
              src={`/console/fraude/${alert}/fichiers/${file.id}/pages/${page}`}
              alt={alt}
              loading={page === 0 ? 'eager' : 'lazy'}
            />
            <figcaption>{alt}</figcaption>
          </figure>
        );
      })}
    </div>
  );
}

function Pair({ frame, alert, pair }: { frame: Frame; alert: string; pair: AlertPair }) {
  const { t, format } = frame;
  const equal = format.list(pair.equal.map((index) => t(`fraud.equal_${index}`)));
  return (
    <section>
      <h2>{t('fraud.equal', { what: equal })}</h2>
      <div class="df-beside">
        {pair.files.map((file) => (
          <Sheets key={file.id} frame={frame} alert={alert} file={file} />
        ))}
      </div>
    </section>
  );
}

/** Where the same paper is: whose pieces, and the pages of both side by side. Every look is on record. */
export function AlertPage({ frame, view, errors }: { frame: Frame; view: AlertView; errors: FieldErrors }) {
  const { t, format } = frame;
  return (
    <Page frame={frame} title={t('fraud.alert_title')} back={{ href: '/console/fraude', label: t('fraud.title') }} wide noindex>
      <h1>{t('fraud.alert_title')}</h1>
      <ErrorSummary frame={frame} errors={errors} />
      <p>{t('fraud.alert_intro', { date: format.dateTime(view.madeAt) })}</p>
      <div class="df-beside">
        {view.sides.map((side, index) => (
          <Owner key={side.piece.id} frame={frame} side={side} heading={t('fraud.dossier', { n: index + 1 })} />
        ))}
      </div>
      {view.pairs.map((pair) => (
        <Pair key={pair.files.map(({ id }) => id).join()} frame={frame} alert={view.id} pair={pair} />
      ))}
      <Form frame={frame} action={`/console/fraude/${view.id}/regardee`}>
        <Radios
          name="outcome"
          label={t('fraud.outcome')}
          hint={t('fraud.outcome_hint')}
          value={view.outcome ?? ''}
          choices={OUTCOMES.map((value) => ({ value, label: t(`fraud.state_${value}`) }))}
          errors={errors}
        />
        <Buttons>
          <Button>{t('fraud.note')}</Button>
        </Buttons>
      </Form>
    </Page>
  );
}
