import { isAgent } from '#domain/accounts/roles.ts';
import { LOCALES, LOCALE_FACTS } from '#i18n/locales.ts';
import { Csrf } from './form.tsx';
import type { Frame } from './frame.ts';

const withLocale = (here: string, locale: string) => {
  const [path = '/', query = ''] = here.split('?');
  const params = new URLSearchParams(query);
  params.set('lang', locale);
  return `${path}?${params.toString()}`;
};

/** Ways around, by the roles of the account. */
function Ways({ frame }: { frame: Frame }) {
  const { t, signedIn } = frame;
  const roles = signedIn?.roles ?? [];
  const agent = isAgent(roles);
  const links = [
    ...(signedIn && !agent ? [['/dossier', t('ui.my_dossier')] as const] : []),
    ...(agent ? [['/console', t('ui.console')] as const] : []),
    ['/droits', t('ui.rights')] as const,
    ['/verifier', t('ui.verify')] as const,
    ...(signedIn && !agent ? [['/compte', t('ui.account')] as const] : []),
    ...(signedIn ? [] : [['/connexion', t('ui.sign_in')] as const]),
  ];
  return (
    <ul>
      {links.map(([href, label]) => (
        <li key={href}>
          <a href={href} {...(frame.path === href ? { 'aria-current': 'page' as const } : {})}>
            {label}
          </a>
        </li>
      ))}
      {signedIn && (
        <li>
          <form method="post" action="/deconnexion">
            <Csrf frame={frame} />
            <button class="df-link-button" type="submit">
              {t('ui.sign_out')}
            </button>
          </form>
        </li>
      )}
    </ul>
  );
}

/** The same page in each language, named in that language. */
function Languages({ frame }: { frame: Frame }) {
  return (
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
  );
}

function Globe() {
  return (
    <svg class="df-menu__sign" viewBox="0 0 24 24" width="20" height="20" aria-hidden="true" focusable="false">
      <path d="M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM3 12h18M12 3c3 3 3 15 0 18M12 3c-3 3-3 15 0 18" />
    </svg>
  );
}

/**
 * Name of the service, ways around, languages. Wide screens show the ways and one menu of languages; narrow ones fold both into one
 * menu. A folded list cannot be opened by the stylesheet alone, so the ways are written twice and one of the two is never displayed.
 */
export function Header({ frame }: { frame: Frame }) {
  const { t } = frame;
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
        <nav class="df-nav df-on-wide" aria-label={t('ui.main_navigation')}>
          <Ways frame={frame} />
        </nav>
        <details class="df-menu df-on-wide">
          <summary>
            <Globe />
            <span class="fr-sr-only">{t('ui.languages')} – </span>
            {LOCALE_FACTS[frame.locale].name}
          </summary>
          <nav class="df-menu__list" aria-label={t('ui.languages')}>
            <Languages frame={frame} />
          </nav>
        </details>
        <details class="df-menu df-on-narrow">
          <summary>
            {t('ui.menu')}
            <Globe />
          </summary>
          <div class="df-menu__list">
            <nav aria-label={t('ui.main_navigation')}>
              <Ways frame={frame} />
            </nav>
            <nav aria-label={t('ui.languages')}>
              <Languages frame={frame} />
            </nav>
          </div>
        </details>
      </div>
    </header>
  );
}
