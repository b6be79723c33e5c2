import { createHash } from 'node:crypto';
import { z } from 'zod';
import { MINUTE_MS } from '#kernel/clock.ts';
import { SESSION_LIFETIMES } from '#domain/accounts/lifetimes.ts';
import { mustAcceptAgain } from '#domain/accounts/terms.ts';
import { parisDate } from '#kernel/civil-date.ts';
import type { House } from '#features/house.ts';
import { DEFAULT_LOCALE } from '#i18n/locales.ts';
import type { Session, SessionKind, Sessions } from '#ports/sessions.ts';
import { noteContact } from '#store/accounts.repository.ts';
import { findSession } from '#store/sessions.repository.ts';

const stateSchema = z.record(z.string(), z.unknown());
const noticeSchema = stateSchema.nullable();

const TOKEN_BYTES = 32;

/** A page seen is written down at most once a minute: pages load several at a time. */
const SEEN_EVERY_MS = MINUTE_MS;

/** How long sessions of a kind live, idle and in all. */
export const lifetimeOf = (session: { kind: SessionKind; remember: boolean }) =>
  SESSION_LIFETIMES[session.kind === 'member' && session.remember ? 'remembered' : session.kind];

type SessionRow = NonNullable<Awaited<ReturnType<typeof findSession>>>;

const hashOf = (token: string) => createHash('sha256').update(token).digest();

/**
 * Sessions in the database. A session ends when idle too long, at its absolute end, and with its account; the roles it gives
 * are those of now, so that a role taken away is gone from the next page on.
 */
export function sessionStore(house: Pick<House, 'db' | 'transact' | 'clock' | 'ids' | 'random' | 'settings'>): Sessions {
  const { db } = house;

  const dress = (row: SessionRow): Session | null => {
    const { id, kind, remember, secondFactorAt, provedAt, expiresAt } = row;
    const kept = { state: stateSchema.parse(row.state), notice: noticeSchema.parse(row.notice) };
    const session = { id, kind, remember, secondFactorAt, provedAt, expiresAt, ...kept };
    if (row.accountId === null) return { ...session, account: null };
    if (row.disabledAt) return null;
    return {
      ...session,
      account: {
        id: row.accountId,
        email: row.email ?? '',
        emailVerified: row.emailVerifiedAt !== null,
        termsDue: mustAcceptAgain(house.settings.terms, row.termsVersion ?? '', parisDate(house.clock.now())),
        locale: row.locale ?? DEFAULT_LOCALE,
        roles: row.roles,
      },
    };
  };

  const noteSeen = async (row: SessionRow, now: Date) => {
    await db.updateTable('session').set({ seenAt: now }).where('id', '=', row.id).execute();
    if (row.accountId) await noteContact(db, row.accountId, now);
  };

  return {
    find: async (token) => {
      const now = house.clock.now();
      const row = await findSession(db, hashOf(token));
      if (!row || row.expiresAt <= now) return null;
      const idleMs = now.getTime() - row.seenAt.getTime();
      if (idleMs > lifetimeOf(row).idle) return null;
      const session = dress(row);
      if (session && idleMs > SEEN_EVERY_MS) await noteSeen(row, now);
      return session;
    },
    open: async (wanted) => {
      if (wanted.kind === 'agent' && !wanted.secondFactor) throw new Error('an agent session opens only after a second factor');
      const now = house.clock.now();
      const token = Buffer.from(house.random(TOKEN_BYTES)).toString('base64url');
      const remember = wanted.remember && wanted.kind === 'member';
      const row = await house.transact(async (tx) => {
        if (wanted.replaces) await tx.deleteFrom('session').where('id', '=', wanted.replaces).execute();
        await tx
          .insertInto('session')
          .values({
            id: house.ids.next<'session'>(),
            tokenHash: hashOf(token),
            accountId: wanted.accountId,
            kind: wanted.kind,
            remember,
            secondFactorAt: wanted.secondFactor ? now : null,
            provedAt: wanted.accountId ? now : null,
            device: wanted.device,
            network: wanted.network,
            state: JSON.stringify(wanted.state ?? {}),
            createdAt: now,
            seenAt: now,
            expiresAt: new Date(now.getTime() + lifetimeOf({ kind: wanted.kind, remember }).absolute),
          })
          .execute();
        return findSession(tx, hashOf(token));
      });
      const session = row && dress(row);
      if (!session) throw new Error('a session was opened for an account that is gone');
      return { token, session };
    },
    setState: async (id, state) => {
      const text = JSON.stringify(state);
      await db.updateTable('session').set({ state: text }).where('id', '=', id).execute();
    },
    setNotice: async (id, notice) => {
      const text = notice && JSON.stringify(notice);
      await db.updateTable('session').set({ notice: text }).where('id', '=', id).execute();
    },
    markProved: async (id) => {
      await db.updateTable('session').set({ provedAt: house.clock.now() }).where('id', '=', id).execute();
    },
    end: async (id) => {
      await db.deleteFrom('session').where('id', '=', id).execute();
    },
  };
}
