import type { Translate } from '#i18n/translate.ts';
import type { Formats } from '#i18n/format.ts';
import type { Locale } from '#i18n/locales.ts';

/** What every mail knows: the reader's language and the service. */
export interface MailFrame {
  readonly locale: Locale;
  readonly t: Translate;
  readonly format: Formats;
  readonly serviceName: string;
  readonly baseUrl: string;
  /** « Je donne mon avis » of the tenant procedure; `null` where it is not set. */
  readonly feedback: string | null;
  /** Where the reader stops this kind of mail; `null` where it cannot be stopped. */
  readonly stop: string | null;
}

/** The words of one mail, before layout. One action at most; nothing attached; no image that calls home. */
export interface MailContent {
  readonly subject: string;
  readonly paragraphs: readonly string[];
  /** Shown as a list after the paragraphs. */
  readonly list?: readonly string[];
  readonly action?: { readonly label: string; readonly url: string };
  /** A code to type, shown large. */
  readonly code?: string;
  readonly closing?: readonly string[];
}
