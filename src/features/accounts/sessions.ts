import type { Id } from '#kernel/ids.ts';
import { err, ok, type Result } from '#kernel/result.ts';
import type { House } from '#features/house.ts';
import { endSessionsOf, sessionsOf } from '#store/sessions.repository.ts';
import { lifetimeOf } from './session-store.ts';

/** One place where an account is signed in, as `/compte/sessions` shows it. */
export interface OpenSession {
  readonly id: Id<'session'>;
  readonly agent: boolean;
  readonly device: string;
  readonly network: string;
  readonly since: Date;
  readonly seenAt: Date;
}

/** Where an account is signed in, last used first. */
export async function listSessions(
  house: Pick<House, 'db' | 'clock'>,
  input: { accountId: Id<'account'> },
): Promise<readonly OpenSession[]> {
  const now = house.clock.now();
  const rows = await sessionsOf(house.db, input.accountId, now);
  return rows
    .filter((row) => now.getTime() - row.seenAt.getTime() <= lifetimeOf(row).idle)
    .map(({ id, kind, device, network, createdAt, seenAt }) => ({
      id,
      agent: kind === 'agent',
      device,
      network,
      since: createdAt,
      seenAt,
    }));
}

/** Ends one session of an account. Somebody else's session does not exist. */
export async function endSession(
  house: Pick<House, 'db'>,
  input: { accountId: Id<'account'>; sessionId: Id<'session'> },
): Promise<Result<void, 'session.unknown'>> {
  const ended = await house.db
    .deleteFrom('session')
    .where('id', '=', input.sessionId)
    .where('accountId', '=', input.accountId)
    .returning('id')
    .executeTakeFirst();
  return ended ? ok() : err('session.unknown');
}

/** Ends all sessions of an account but the one that asks. */
export async function endOtherSessions(
  house: Pick<House, 'db'>,
  input: { accountId: Id<'account'>; sessionId: Id<'session'> },
): Promise<void> {
  await endSessionsOf(house.db, input.accountId, input.sessionId);
}
