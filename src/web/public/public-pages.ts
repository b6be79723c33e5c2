import type { WordKey } from '#i18n/translate.ts';

/** Articles of the help pages, in the order in which they are listed; the slug is part of their address. */
export const HELP_ARTICLES = {
  'document-a-corriger': 'why_correct',
  colocation: 'flatshare',
  'envoyer-mon-dossier': 'send',
  'dossier-pour-un-proche': 'for_other',
  'pas-d-annonces': 'no_listings',
  'proprietaire-lien': 'landlord_open',
  'proprietaire-rien-recu': 'landlord_empty',
  'proprietaire-code': 'landlord_code',
  delais: 'how_long',
  'donnees-gardees': 'what_kept',
  'sans-scanner-ni-internet': 'no_scanner',
  'photo-floue': 'blurred',
  'documents-etrangers': 'foreign',
} as const;

/** Pages that everybody may open and search engines may list. The site map, `sitemap.xml` and the foot of pages are made from them. */
export const PUBLIC_PAGES: readonly { readonly path: string; readonly label: WordKey }[] = [
  { path: '/', label: 'home.home_title' },
  { path: '/inscription', label: 'accounts.sign_up.title' },
  { path: '/connexion', label: 'accounts.sign_in.title' },
  { path: '/droits', label: 'ui.rights' },
  { path: '/droits/verifier-une-demande', label: 'home.check_title' },
  { path: '/verifier', label: 'ui.verify' },
  { path: '/stats', label: 'ui.stats' },
  { path: '/aide', label: 'legal.help_title' },
  ...Object.entries(HELP_ARTICLES).map(([slug, key]) => ({ path: `/aide/${slug}`, label: `help.${key}.title` as const })),
  { path: '/contact', label: 'legal.contact_title' },
  { path: '/accessibilite', label: 'home.accessibility_title' },
  { path: '/mentions-legales', label: 'legal.notices_title' },
  { path: '/politique-de-confidentialite', label: 'legal.privacy_title' },
  { path: '/cgu', label: 'legal.terms_title' },
  { path: '/securite', label: 'legal.security_title' },
  { path: '/plan-du-site', label: 'legal.site_map_title' },
];
