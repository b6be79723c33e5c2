import type { Frame } from './frame.ts';

/** Links owed by every public service, on every page. */
export function Footer({ frame }: { frame: Frame }) {
  const { t, service } = frame;
  const links = [
    ['/droits', t('ui.rights')],
    ['/verifier', t('ui.verify')],
    ['/stats', t('ui.stats')],
    ['/aide', t('legal.help_title')],
    ['/contact', t('legal.contact_title')],
    ['/plan-du-site', t('legal.site_map_title')],
    ['/mentions-legales', t('legal.notices_title')],
    ['/politique-de-confidentialite', t('legal.privacy_title')],
    ['/cgu', t('legal.terms_title')],
    ['/accessibilite', t(`ui.accessibility_${service.accessibility}`)],
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
