import type { Frame } from './frame.ts';

/** Links owed by every public service, on every page. */
export function Footer({ frame }: { frame: Frame }) {
  const { t, service } = frame;
  const links = [
    ['/aide', t('ui.help')],
    ['/contact', t('ui.contact')],
    ['/plan-du-site', t('ui.site_map')],
    ['/accessibilite', t(`ui.accessibility_${service.accessibility}`)],
    ['/mentions-legales', t('ui.legal')],
    ['/politique-de-confidentialite', t('ui.privacy')],
    ['/cgu', t('ui.terms')],
    ['/stats', t('ui.stats')],
    ...(service.sourceUrl ? [[service.sourceUrl, t('ui.source')] as const] : []),
    ...(service.development ? [['/dev', t('ui.development')] as const] : []),
  ] as const;
  return (
    <footer class="fr-footer" role="contentinfo">
      <div class="fr-container">
        <p class="df-footer__about">{t('ui.about', { service: service.name })}</p>
        <ul class="df-footer__links">
          {links.map(([href, label]) => (
            <li key={href}>
              <a href={href}>{label}</a>
            </li>
          ))}
        </ul>
      </div>
    </footer>
  );
}
