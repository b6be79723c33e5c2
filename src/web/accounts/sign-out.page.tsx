import type { Frame } from '#ui/frame.ts';
import { Alert } from '#ui/blocks.tsx';
import { ButtonLink } from '#ui/fields.tsx';
import { Page } from '#ui/layout.tsx';

/** Signed out. @param whole FranceConnect ended its session too */
export function LeftPage({ frame, whole }: { frame: Frame; whole: boolean }) {
  const { t } = frame;
  return (
    <Page frame={frame} title={t('france_connect.leave_title')} noindex>
      <h1>{t('france_connect.leave_title')}</h1>
      <Alert kind={whole ? 'success' : 'warning'}>
        <p>{t(whole ? 'france_connect.leave_text' : 'france_connect.leave_half')}</p>
        {!whole && (
          <p>
            <a
              class="fr-link"
              href="https://franceconnect.gouv.fr"
              target="_blank"
              rel="noopener noreferrer"
              title={t('france_connect.leave_link_title')}
            >
              {t('france_connect.leave_link')}
            </a>
          </p>
        )}
      </Alert>
      <ButtonLink href="/connexion">{t('ui.sign_in')}</ButtonLink>
    </Page>
  );
}
