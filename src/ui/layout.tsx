import type { ComponentChildren } from 'preact';
import { LOCALE_FACTS, TAGGED_LOCALES } from '#i18n/locales.ts';
import { Footer } from './footer.tsx';
import type { Frame, IslandName } from './frame.ts';
import { Header } from './header.tsx';

export interface PageProps {
  readonly frame: Frame;
  /** What this page is, first in the window's title: "step – person". */
  readonly title: string;
  /** Browser scripts this page is nicer with; pages work without any. */
  readonly islands?: readonly IslandName[];
  /** Reloads by itself, without script, while something is being prepared. */
  readonly refreshSeconds?: number;
  /** The console uses the whole width. */
  readonly wide?: boolean;
  /** Link out of the page, above the title. */
  readonly back?: { readonly href: string; readonly label: string };
  /** Kept out of search engines. */
  readonly noindex?: boolean;
  readonly children: ComponentChildren;
}

/** A whole document: head, skip links, header, notice, main, footer. Nothing inline, one stylesheet, named scripts only. */
export function Page(props: PageProps) {
  const { frame, islands = [] } = props;
  const { lang, dir } = LOCALE_FACTS[frame.locale];
  return (
    <html lang={lang} dir={dir}>
      <head>
        <meta charset="utf-8" />
        <title>{`${props.title} – ${frame.service.name}`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="format-detection" content="telephone=no" />
        {props.noindex && <meta name="robots" content="noindex, nofollow" />}
        {props.refreshSeconds !== undefined && <meta http-equiv="refresh" content={String(props.refreshSeconds)} />}
        <link rel="stylesheet" href={frame.assets.stylesheet} />
        <link rel="icon" type="image/svg+xml" href={frame.assets.icon} />
        {TAGGED_LOCALES.map((locale) => (
          <link key={locale} rel="alternate" hreflang={LOCALE_FACTS[locale].lang} href={`${frame.path}?lang=${locale}`} />
        ))}
        {islands.map((island) => (
          <script key={island} type="module" src={frame.assets.scripts[island]} />
        ))}
      </head>
      <body class={props.wide ? 'df-wide' : undefined}>
        <div class="fr-skiplinks">
          <a class="fr-link" href="#contenu">
            {frame.t('ui.skip_to_content')}
          </a>
        </div>
        <Header frame={frame} />
        <main id="contenu" class="fr-container df-main" tabindex={-1}>
          {props.back && (
            <p class="df-back">
              <a class="fr-link" href={props.back.href}>
                {props.back.label}
              </a>
            </p>
          )}
          {frame.whose && (
            <p class="df-whose">
              <bdi>{frame.whose}</bdi>
            </p>
          )}
          {frame.notice && (
            <div class={`fr-alert fr-alert--${frame.notice.kind}`} role="status">
              <p>{frame.notice.text}</p>
            </div>
          )}
          {props.children}
        </main>
        <Footer frame={frame} />
      </body>
    </html>
  );
}
