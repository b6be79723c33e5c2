import type { TermsVersion } from '#domain/accounts/terms.ts';
import type { Frame } from '#ui/frame.ts';
import { Button } from '#ui/fields.tsx';
import { Form } from '#ui/form.tsx';
import { Page } from '#ui/layout.tsx';

/** The articles of one version. */
export function TermsText({ frame, version }: { frame: Frame; version: TermsVersion }) {
  return (
    <ol>
      {version.articles.map((article) => (
        <li key={article}>{frame.t(`legal.terms_${article}`)}</li>
      ))}
    </ol>
  );
}

/** `/compte/conditions`: the new terms, asked once before going on. Whoever refuses can still take their data and leave. @param back where to go then */
export function AcceptTermsPage({ frame, version, back }: { frame: Frame; version: TermsVersion; back: string }) {
  const { t, format } = frame;
  return (
    <Page frame={frame} title={t('terms.asked_title')} noindex>
      <h1>{t('terms.asked_title')}</h1>
      <p class="fr-text--lead">{t('terms.asked_lead')}</p>
      {frame.locale !== 'fr' && <p>{t('legal.french_binding')}</p>}
      <h2>{t('legal.terms_title')}</h2>
      <p>{t('terms.since', { from: format.date(version.from) })}</p>
      <TermsText frame={frame} version={version} />
      <Form frame={frame} action={frame.path}>
        <input type="hidden" name="retour" value={back} />
        <Button>{t('terms.accept')}</Button>
      </Form>
      <h2>{t('terms.refuse_title')}</h2>
      <p>{t('terms.refuse')}</p>
      <ul>
        <li>
          <a class="fr-link" href="/compte/donnees">
            {t('data.title')}
          </a>
        </li>
        <li>
          <a class="fr-link" href="/compte/supprimer">
            {t('leaving.title')}
          </a>
        </li>
      </ul>
    </Page>
  );
}
