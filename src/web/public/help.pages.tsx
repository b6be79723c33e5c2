import type { Frame } from '#ui/frame.ts';
import { Page } from '#ui/layout.tsx';
import { HELP_ARTICLES, PUBLIC_PAGES } from './public-pages.ts';

function WayToContact({ frame }: { frame: Frame }) {
  const { t } = frame;
  return (
    <p>
      {t('help.not_found')}{' '}
      <a class="fr-link" href="/contact">
        {t('legal.contact_title')}
      </a>
    </p>
  );
}

/** `/aide`. */
export function HelpPage({ frame }: { frame: Frame }) {
  const { t } = frame;
  return (
    <Page frame={frame} title={t('legal.help_title')}>
      <h1>{t('legal.help_title')}</h1>
      <p class="fr-text--lead">{t('help.lead')}</p>
      <ul>
        {Object.entries(HELP_ARTICLES).map(([slug, key]) => (
          <li key={slug}>
            <a class="fr-link" href={`/aide/${slug}`}>
              {t(`help.${key}.title`)}
            </a>
          </li>
        ))}
      </ul>
      <WayToContact frame={frame} />
    </Page>
  );
}

/** `/aide/{slug}`. */
export function HelpArticlePage({
  frame,
  article,
}: {
  frame: Frame;
  article: (typeof HELP_ARTICLES)[keyof typeof HELP_ARTICLES];
}) {
  const { t } = frame;
  return (
    <Page frame={frame} title={t(`help.${article}.title`)} back={{ href: '/aide', label: t('legal.help_title') }}>
      <h1>{t(`help.${article}.title`)}</h1>
      <p>{t(`help.${article}.text`)}</p>
      <WayToContact frame={frame} />
    </Page>
  );
}

/** `/plan-du-site`. */
export function SiteMapPage({ frame }: { frame: Frame }) {
  const { t } = frame;
  return (
    <Page frame={frame} title={t('legal.site_map_title')}>
      <h1>{t('legal.site_map_title')}</h1>
      <ul>
        {PUBLIC_PAGES.map(({ path, label }) => (
          <li key={path}>
            <a class="fr-link" href={path}>
              {t(label)}
            </a>
          </li>
        ))}
      </ul>
    </Page>
  );
}
