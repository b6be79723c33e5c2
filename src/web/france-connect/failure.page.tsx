import type { Frame } from '#ui/frame.ts';
import { Alert } from '#ui/blocks.tsx';
import { ButtonLink } from '#ui/fields.tsx';
import { Page } from '#ui/layout.tsx';
import { FranceConnectButton, OrElse } from '../accounts/france-connect-button.tsx';
import { SignInForm } from '../accounts/sign-in.page.tsx';

const HELP = 'https://aide.franceconnect.gouv.fr';

/**
 * A round trip that came to nothing. One page, whatever it was: what came back is never shown. The other way to sign in is right there.
 * @param reference to find the log line, when somebody writes to us
 */
export function FailurePage(props: { frame: Frame; back: string; reference: string }) {
  const { frame, back } = props;
  const { t } = frame;
  const title = t('france_connect.failed_title');
  return (
    <Page frame={frame} title={title} islands={frame.signedIn ? [] : ['password']} noindex>
      <h1>{title}</h1>
      <Alert kind="warning">
        {!frame.signedIn && <p>{t('france_connect.failed_text')}</p>}
        <p>{t('france_connect.failed_retry')}</p>
        <p>{t('france_connect.failed_reference', { reference: props.reference })}</p>
        <p>
          <a class="fr-link" href={HELP} target="_blank" rel="noopener noreferrer" title={t('france_connect.failed_help_title')}>
            {t('france_connect.failed_help')}
          </a>
        </p>
      </Alert>
      {frame.signedIn ? (
        <ButtonLink href="/compte/franceconnect">{t('france_connect.account_title')}</ButtonLink>
      ) : (
        <>
          <FranceConnectButton frame={frame} back={back} />
          <OrElse frame={frame} />
          <p>{t('france_connect.failed_email')}</p>
          <SignInForm frame={frame} back={back} typed={{}} errors={{}} />
        </>
      )}
    </Page>
  );
}
