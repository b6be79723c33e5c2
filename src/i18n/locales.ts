/** Languages shipped, French first (the reference and the binding text). `fr-simple` is easy-to-read French. */
export const LOCALES = ['fr', 'fr-simple', 'en', 'es', 'pt', 'ar'] as const;
export type Locale = (typeof LOCALES)[number];

export const DEFAULT_LOCALE: Locale = 'fr';

/** Languages that a browser or a search engine can ask for. Easy French has no tag of its own: people choose it, nobody guesses it. */
export const TAGGED_LOCALES: readonly Locale[] = LOCALES.filter((locale) => locale !== 'fr-simple');

/** Each language's own name, its BCP 47 tag for `lang` and `Intl` (digits pinned to latin), and its direction. */
export const LOCALE_FACTS: Readonly<Record<Locale, { name: string; lang: string; intl: string; dir: 'ltr' | 'rtl' }>> = {
  fr: { name: 'Français', lang: 'fr', intl: 'fr-FR', dir: 'ltr' },
  'fr-simple': { name: 'Français facile', lang: 'fr', intl: 'fr-FR', dir: 'ltr' },
  en: { name: 'English', lang: 'en', intl: 'en-GB', dir: 'ltr' },
  es: { name: 'Español', lang: 'es', intl: 'es-ES', dir: 'ltr' },
  pt: { name: 'Português', lang: 'pt', intl: 'pt-PT', dir: 'ltr' },
  ar: { name: 'العربية', lang: 'ar', intl: 'ar-u-nu-latn', dir: 'rtl' },
};

/** Reads a locale that came from outside; `null` when it is not shipped. */
export function parseLocale(text: unknown): Locale | null {
  return LOCALES.find((locale) => locale === text) ?? null;
}

/** Picks the first shipped language (never easy French) of an `Accept-Language` header (RFC 9110 §12.5.4), by quality. */
export function negotiateLocale(header: string | undefined): Locale {
  const wanted = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...params] = part.trim().toLowerCase().split(';');
      const quality = Number(
        params
          .find((p) => p.trim().startsWith('q='))
          ?.trim()
          .slice(2) ?? 1,
      );
      return { tag, quality: Number.isFinite(quality) ? quality : 0 };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality);
  for (const { tag } of wanted) {
    const found = TAGGED_LOCALES.find((locale) => locale === tag.split('-')[0]);
    if (found) return found;
  }
  return DEFAULT_LOCALE;
}
