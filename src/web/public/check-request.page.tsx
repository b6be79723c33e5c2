import { DECREE } from '#domain/law/decree.ts';
import { MAX_REQUEST_CHARACTERS, type RequestReading, type RequestVerdict } from '#domain/law/check-request.ts';
import { LISTED, NEVER, type LawItemKey, type Party } from '#domain/law/items.ts';
import { LOCALE_FACTS } from '#i18n/locales.ts';
import { translator, type Translate } from '#i18n/translate.ts';
import { Alert, Details } from '#ui/blocks.tsx';
import { Button, ButtonLink, Buttons, Radios, TextArea } from '#ui/fields.tsx';
import { ErrorSummary, Form, type FieldErrors } from '#ui/form.tsx';
import type { Frame } from '#ui/frame.ts';
import { Page } from '#ui/layout.tsx';

const BACK = '/droits';

interface CheckRequestProps {
  readonly frame: Frame;
  readonly party: Party;
  readonly message: string;
  readonly ticked: readonly string[];
  readonly errors: FieldErrors;
}

/** What did the landlord ask? A list to tick, a message to paste, or both. */
export function CheckRequestPage({ frame, party, message, ticked, errors }: CheckRequestProps) {
  const { t } = frame;
  const box = (key: LawItemKey) => (
    <div class="fr-checkbox-group" key={key}>
      <input type="checkbox" id={`demande-${key}`} name="items" value={key} checked={ticked.includes(key)} />
      <label class="fr-label" for={`demande-${key}`}>
        {t(`law.item.${key}`)}
      </label>
    </div>
  );
  return (
    <Page frame={frame} title={t('home.check_title')} back={{ href: BACK, label: t('ui.rights') }}>
      <h1>{t('home.check_title')}</h1>
      <p class="fr-text--lead">{t('home.check_lead')}</p>
      <ErrorSummary frame={frame} errors={errors} />
      <Form frame={frame} action="/droits/verifier-une-demande">
        <Radios
          name="party"
          label={t('home.check_party')}
          value={party}
          choices={[
            { value: 'candidate', label: t('home.check_candidate') },
            { value: 'guarantor', label: t('home.check_guarantor') },
          ]}
        />
        <TextArea
          name="message"
          label={t('home.check_message')}
          hint={t('home.check_message_hint', { max: MAX_REQUEST_CHARACTERS })}
          value={message}
          maxlength={MAX_REQUEST_CHARACTERS}
          rows={6}
          errors={errors}
        />
        <Details summary={t('home.check_tick')} open={ticked.length > 0}>
          <fieldset class="fr-fieldset">
            <legend class="fr-sr-only">{t('home.check_tick')}</legend>
            {[...LISTED, ...NEVER].map(({ key }) => box(key))}
          </fieldset>
        </Details>
        <Buttons>
          <Button>{t('home.check_do')}</Button>
        </Buttons>
      </Form>
    </Page>
  );
}

const TONE = { allowed: 'success', allowed_if: 'info', not_allowed: 'error' } as const;
const ORDER = ['not_allowed', 'allowed_if', 'allowed'] as const;

const articleOf = (verdict: RequestVerdict, t: Translate) =>
  verdict.article ? t('law.article.line', verdict.article) : t('law.article.not_listed');

/** The polite answer, in one language: what can be given, what cannot, and why. */
function Reply({
  verdicts,
  t,
  lang,
  dir,
}: {
  verdicts: readonly RequestVerdict[];
  t: Translate;
  lang: string;
  dir: 'ltr' | 'rtl';
}) {
  const allowed = verdicts.filter((one) => one.verdict !== 'not_allowed');
  const never = verdicts.filter((one) => one.verdict === 'not_allowed');
  const list = (some: readonly RequestVerdict[]) => (
    <ul>
      {some.map((one) => (
        <li key={one.item}>
          {t(`law.item.${one.item}`)} ({articleOf(one, t)})
        </li>
      ))}
    </ul>
  );
  return (
    <div class="df-letter" lang={lang} dir={dir}>
      <p>{t('home.reply_hello')}</p>
      <p>{t('home.reply_thanks')}</p>
      {allowed.length > 0 && (
        <>
          <p>{t('home.reply_allowed')}</p>
          {list(allowed)}
        </>
      )}
      {never.length > 0 && (
        <>
          <p>{t('home.reply_never')}</p>
          {list(never)}
          <p>{t('home.reply_law')}</p>
        </>
      )}
      <p>{t('home.reply_end')}</p>
    </div>
  );
}

/** What the law says of each thing asked, and a letter to answer with. Nothing of the message is kept. */
export function RequestVerdictPage({ frame, reading }: { frame: Frame; reading: RequestReading }) {
  const { t } = frame;
  const { lang, dir } = LOCALE_FACTS[frame.locale];
  const sorted = ORDER.flatMap((verdict) => reading.verdicts.filter((one) => one.verdict === verdict));
  const never = sorted.filter((one) => one.verdict === 'not_allowed').length;
  return (
    <Page
      frame={frame}
      title={t('home.verdict_title')}
      back={{ href: '/droits/verifier-une-demande', label: t('home.check_again') }}
      noindex
    >
      <h1>{t('home.verdict_title')}</h1>
      {sorted.length === 0 ? (
        <Alert kind="info">
          <p>{t('home.verdict_nothing')}</p>
        </Alert>
      ) : (
        <Alert kind={never > 0 ? 'warning' : 'success'}>
          <p>{t('home.verdict_sum', { count: never })}</p>
        </Alert>
      )}
      <ul class="df-verdicts">
        {sorted.map((one) => (
          <li key={one.item}>
            <div>
              <strong>{t(`law.item.${one.item}`)}</strong>{' '}
              <span class={`fr-badge fr-badge--${TONE[one.verdict]}`}>{t(`law.verdict.${one.verdict}`)}</span>
            </div>
            {one.condition && <div>{t(`law.if.${one.condition}`)}</div>}
            <div class="df-muted">{articleOf(one, t)}</div>
          </li>
        ))}
        {reading.unknown.map((text) => (
          <li key={text}>
            <div>
              <bdi lang="fr">{text}</bdi>
            </div>
            <div class="df-muted">{t('law.verdict.unknown')}</div>
          </li>
        ))}
      </ul>
      {sorted.length > 0 && (
        <>
          <h2>{t('home.reply_title')}</h2>
          <p class="df-no-print">{t('home.reply_use')}</p>
          <Reply verdicts={sorted} t={translator('fr')} lang="fr" dir="ltr" />
          {lang !== 'fr' && (
            <section class="df-no-print">
              <h3>{t('home.reply_yours')}</h3>
              <Reply verdicts={sorted} t={t} lang={lang} dir={dir} />
            </section>
          )}
        </>
      )}
      <h2 class="df-no-print">{t('home.report_title')}</h2>
      <ul class="df-no-print">
        <li>{t('home.report_adil')}</li>
        <li>{t('home.report_prefect')}</li>
        <li>{t('home.report_rights')}</li>
      </ul>
      <p class="df-no-print">
        <a class="fr-link" href={DECREE.url}>
          {t('home.rights_source')}
        </a>
      </p>
      <Buttons>
        <ButtonLink look="secondary" href="/droits/verifier-une-demande">
          {t('home.check_again')}
        </ButtonLink>
      </Buttons>
    </Page>
  );
}
