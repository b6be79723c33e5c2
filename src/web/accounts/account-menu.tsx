import type { ComponentChildren } from 'preact';
import type { WordKey } from '#i18n/translate.ts';
import type { Frame } from '#ui/frame.ts';
import { Page } from '#ui/layout.tsx';

/** Sections of `/compte`, in order. A section that is built later adds its line here. */
const ACCOUNT_MENU: readonly { readonly href: string; readonly label: WordKey; readonly needs?: 'franceConnect' }[] = [
  { href: '/compte', label: 'accounts.account.summary' },
  { href: '/compte/email', label: 'accounts.change_email.title' },
  { href: '/compte/mot-de-passe', label: 'accounts.change_password.title' },
  { href: '/compte/franceconnect', label: 'france_connect.account_title', needs: 'franceConnect' },
  { href: '/compte/sessions', label: 'accounts.sessions.title' },
  { href: '/compte/notifications', label: 'mail_choices.title' },
  { href: '/compte/consentements', label: 'accounts.consents.title' },
  { href: '/compte/donnees', label: 'data.title' },
  { href: '/compte/supprimer', label: 'leaving.title' },
];

/** A page of one's own account, with the way to the others. */
export function AccountPage(props: { frame: Frame; title: string; island?: 'password'; children: ComponentChildren }) {
  const { frame } = props;
  const { t } = frame;
  return (
    <Page frame={frame} title={props.title} islands={props.island ? [props.island] : []}>
      <h1>{props.title}</h1>
      <nav class="fr-sidemenu df-account-menu" aria-label={t('accounts.account.menu')}>
        <ul class="fr-sidemenu__list">
          {ACCOUNT_MENU.filter(({ needs }) => !needs || frame.service[needs] !== 'off').map(({ href, label }) => (
            <li class="fr-sidemenu__item" key={href}>
              <a class="fr-sidemenu__link" href={href} {...(href === frame.path ? { 'aria-current': 'page' as const } : {})}>
                {t(label)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {props.children}
    </Page>
  );
}
