import type { FastifyInstance } from 'fastify';
import type { Locale } from '#i18n/locales.ts';
import type { Translate } from '#i18n/translate.ts';
import type { Id } from '#kernel/ids.ts';
import type { Session, SessionState } from '#ports/sessions.ts';
import type { Notice } from './notices.ts';
import type { RateName } from './rate-rules.ts';
import type { Frame } from '#ui/frame.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Language of the page, by `?lang`, account, cookie, then the browser's wish. */
    locale: Locale;
    t: Translate;
    /** The browser's session with its account, or `null` for a browser without session. */
    session: Session | null;
    /** Truncated network address of the visitor: /24 or /48. */
    network: string;
    frame(): Frame;
    /** Opens an anonymous session when there is none, so that a form can carry a token. Called before showing a form. */
    ensureSession(): Promise<Session>;
    /** Opens a new session for an account in place of the present one: a token known before sign-in is worth nothing after. */
    signIn(
      accountId: Id<'account'>,
      options: { kind: 'member' | 'agent'; remember: boolean; secondFactor: boolean; state?: SessionState },
    ): Promise<Session>;
    signOut(): Promise<void>;
    setSessionState(state: SessionState): Promise<void>;
    /** Keeps in the session what the next page of this browser says once. */
    sayNext(notice: Notice): Promise<void>;
    /** Counts one use of a named rule; the key (an account id, a network) is hashed before it is kept. */
    within(rule: RateName, key: string): Promise<{ readonly allowed: boolean; readonly retryAfterMs: number }>;
  }
  interface FastifyContextConfig {
    /** The form's token is the first part of a multipart body and is checked while reading it. */
    csrfInBody?: true;
    /** The route is called by programs, without session: no token. */
    open?: true;
    /** Also for who has not accepted the new terms of use yet: reading them, leaving, taking one's data along. */
    beforeTerms?: true;
    /** Other origins a form of this page may lead to, by redirect. */
    formOrigins?: readonly string[];
  }
}

/** The server as doors see it. */
export type App = FastifyInstance;

/** A door registers its routes. */
export type Door = (app: App) => void;
