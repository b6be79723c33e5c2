import type { Id } from '#kernel/ids.ts';
import type { AccountRole } from '#domain/accounts/roles.ts';

/** `member`: a person's own spaces. `agent`: the console, opened only after a second factor. */
export type SessionKind = 'anonymous' | 'member' | 'agent';

/** What a browser is in the middle of (a challenge, a sign-in elsewhere). Read by a schema where it is used. */
export type SessionState = Readonly<Record<string, unknown>>;

/** What the next page says once: a key of words and its parameters. Read where it is shown. */
export type SessionNotice = Readonly<Record<string, unknown>>;

/** The account behind a session, as it is now, not as it was at sign-in. */
export interface SessionAccount {
  readonly id: Id<'account'>;
  readonly email: string;
  readonly emailVerified: boolean;
  /** The terms of use changed in substance since this person accepted them: asked again before going on. */
  readonly termsDue: boolean;
  readonly locale: string;
  readonly roles: readonly AccountRole[];
}

export interface Session {
  readonly id: Id<'session'>;
  readonly kind: SessionKind;
  /** `null` for anonymous sessions only. */
  readonly account: SessionAccount | null;
  readonly remember: boolean;
  /** When a second factor was given in this session. */
  readonly secondFactorAt: Date | null;
  /** When the person last proved who they are (password, passkey, code): asked again before grave acts. */
  readonly provedAt: Date | null;
  readonly state: SessionState;
  readonly notice: SessionNotice | null;
  /** Absolute end; idle sessions end earlier. */
  readonly expiresAt: Date;
}

export interface NewSession {
  readonly kind: SessionKind;
  readonly accountId: Id<'account'> | null;
  /** « Stay signed in »: 14 days idle and 30 days in all, instead of 30 minutes and 24 hours. Never for agents. */
  readonly remember: boolean;
  readonly secondFactor: boolean;
  /** What the browser says it is, shortened, e.g. `Firefox, Android`. */
  readonly device: string;
  /** Network of the address: `/24` or `/48`. */
  readonly network: string;
  readonly state?: SessionState;
  /** The session that this one takes the place of: ended in the same step, so that a token known before sign-in is worth nothing after. */
  readonly replaces?: Id<'session'> | null;
}

/** Opaque sessions: the browser holds a 256-bit token, the store its SHA-256 only. */
export interface Sessions {
  /** Finds a live session and notes that it was seen; `null` when unknown, ended, idle too long or of a disabled account. */
  find(token: string): Promise<Session | null>;
  open(session: NewSession): Promise<{ readonly token: string; readonly session: Session }>;
  /** Replaces what the browser is in the middle of. */
  setState(id: Id<'session'>, state: SessionState): Promise<void>;
  /** Keeps what the next page says; `null` once it was said. */
  setNotice(id: Id<'session'>, notice: SessionNotice | null): Promise<void>;
  /** Notes that the person proved again who they are. */
  markProved(id: Id<'session'>): Promise<void>;
  end(id: Id<'session'>): Promise<void>;
}
