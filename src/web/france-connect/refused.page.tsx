import type { LinkRefusal } from '#domain/accounts/france-connect.ts';
import type { Frame } from '#ui/frame.ts';
import { Alert } from '#ui/blocks.tsx';
import { ButtonLink } from '#ui/fields.tsx';
import { Page } from '#ui/layout.tsx';

/** An account was not linked, and why; neither side changed. */
export function RefusedPage({ frame, refusal }: { frame: Frame; refusal: LinkRefusal }) {
  const { t } = frame;
  const { contactEmail } = frame.service;
  return (
    <Page frame={frame} title={t('france_connect.refused_title')} noindex>
      <h1>{t('france_connect.refused_title')}</h1>
      <Alert kind="warning">
        <p>{t(`france_connect.refused_${refusal}`)}</p>
      </Alert>
      {refusal === 'link.other_account' && <p>{t('france_connect.refused_switch')}</p>}
      <p>{t('france_connect.refused_support')}</p>
      {contactEmail && (
        <p>
          <a class="fr-link" href={`mailto:${contactEmail}`}>
            <bdi dir="ltr">{contactEmail}</bdi>
          </a>
        </p>
      )}
      <ButtonLink href={frame.signedIn ? '/compte/franceconnect' : '/connexion'}>
        {t(frame.signedIn ? 'ui.account' : 'ui.sign_in')}
      </ButtonLink>
    </Page>
  );
}
