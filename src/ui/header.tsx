import { LOCALES, LOCALE_FACTS } from '#i18n/locales.ts';
import { Csrf } from './form.tsx';
import type { Frame } from './frame.ts';

const withLocale = (here: string, locale: string) => {
  const [path = '/', query = ''] = here.split('?');
  const params = new URLSearchParams(query);
  params.set('lang', locale);
  return `${path}?${params.toString()}`;
};

/** Name of the service, way around for the roles of the account, languages. */
export function Header({ frame }: { frame: Frame }) {
  const { t, signedIn } = frame;
  const roles = signedIn?.roles ?? [];
  const agent = roles.includes('reviewer') || roles.includes('admin');
  return (
    <header class="fr-header" role="banner">
      <div class="fr-container df-header">
        <a class="df-brand" href="/">
          <svg class="df-brand__mark" viewBox="0 0 32 32" width="36" height="36" aria-hidden="true" focusable="false">
            <path class="df-brand__roof" d="M4 15 16 5l12 10v13H4z" />
            <path class="df-brand__tick" d="m10 19 4.5 4.5L23 15" />
          </svg>
          <span>{frame.service.name}</span>
        </a>
        <nav class="df-nav" aria-label={t('ui.main_navigation')}>
          <ul>
            {signedIn && !agent && (
              <li>
                <a href="/dossier">{t('ui.my_dossier')}</a>
              </li>
            )}
            {agent && (
              <li>
                <a href="/console">{t('ui.console')}</a>
              </li>
            )}
            <li>
              <a href="/droits">{t('ui.rights')}</a>
            </li>
            <li>
              <a href="/verifier">{t('ui.verify')}</a>
            </li>
            {signedIn ? (
              <>
                {!agent && (
                  <li>
                    <a href="/compte">{t('ui.account')}</a>
                  </li>
                )}
                <li>
                  <form method="post" action="/deconnexion">
                    <Csrf frame={frame} />
                    <button class="df-link-button" type="submit">
                      {t('ui.sign_out')}
                    </button>
                  </form>
                </li>
              </>
            ) : (
              <li>
                <a href="/connexion">{t('ui.sign_in')}</a>
              </li>
            )}
          </ul>
        </nav>
        <nav class="df-languages" aria-label={t('ui.languages')}>
          <ul>
            {LOCALES.map((locale) => (
              <li key={locale}>
                <a
                  href={withLocale(frame.here, locale)}
                  lang={LOCALE_FACTS[locale].lang}
                  hreflang={LOCALE_FACTS[locale].lang}
                  {...(locale === frame.locale ? { 'aria-current': 'true' as const } : {})}
                >
                  {LOCALE_FACTS[locale].name}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </header>
  );
}
