import type { AccountRole } from '#domain/accounts/roles.ts';
import type { Formats } from '#i18n/format.ts';
import type { Locale } from '#i18n/locales.ts';
import type { Translate } from '#i18n/translate.ts';

/** What every page knows of its request. Built by http, handed to every page and layout; pages do no I/O. */
export interface Frame {
  readonly locale: Locale;
  readonly t: Translate;
  readonly format: Formats;
  /** Path of the page, without query. */
  readonly path: string;
  /** Path, and what of the query chooses the page, to come back to after a change of language. Holds no secret of an address. */
  readonly here: string;
  /** Anti-forgery token, to be put in every form by `<Form>`. Empty when the page has no session and no form. */
  readonly csrf: string;
  readonly signedIn: { readonly email: string; readonly roles: readonly AccountRole[] } | null;
  readonly service: ServiceFacts;
  /** Fingerprinted addresses of the stylesheet and of the islands' scripts. */
  readonly assets: AssetPaths;
  /** Whose part or dossier this is, said above the title when it is not one's own. */
  readonly whose?: string;
  /** Shown once after a redirect: `{kind, text}` already in the person's language. */
  readonly notice: { readonly kind: 'success' | 'info' | 'warning' | 'error'; readonly text: string } | null;
}

/** Brand and contacts, from settings. */
export interface ServiceFacts {
  /** Shown name, e.g. « Dossier de location ». */
  readonly name: string;
  /** ASCII word for file names, from the name. */
  readonly slug: string;
  readonly baseUrl: string;
  readonly contactEmail: string | null;
  readonly publisher: string | null;
  readonly sourceUrl: string | null;
  /** What the legal pages say of the operator; `null` where it was not given. */
  readonly operator: {
    readonly address: string | null;
    readonly phone: string | null;
    readonly director: string | null;
    readonly host: string | null;
    readonly dpo: string | null;
    /** Who else works on personal data, as typed. */
    readonly subcontractors: readonly {
      readonly name: string;
      readonly country: string;
      readonly task: string;
      readonly guarantee: string;
    }[];
    /** `mailto:` or https address for whoever found a flaw. */
    readonly security: string | null;
  };
  /** Outside production: pages under `/dev` exist. */
  readonly development: boolean;
  /** Label after « Accessibilité : ». */
  readonly accessibility: 'non_compliant' | 'partially_compliant' | 'fully_compliant';
  /** « Je donne mon avis » addresses, by procedure; `null` when unset. */
  readonly jdma: { readonly tenant: string | null; readonly landlord: string | null };
  readonly franceConnect: 'off' | 'simulator' | 'official';
  /** Where this site serves the official button; `null`: the button is text. */
  readonly franceConnectImage: string | null;
}

export interface AssetPaths {
  readonly stylesheet: string;
  /** What browsers show beside the title of the page. */
  readonly icon: string;
  readonly scripts: Readonly<Record<IslandName, string>>;
}

/** Browser scripts, each loaded only by pages that need it. */
export const ISLANDS = ['upload', 'refresh', 'viewer', 'copy', 'passkey', 'password'] as const;
export type IslandName = (typeof ISLANDS)[number];
