import { sql } from 'kysely';
import type { Id } from '#kernel/ids.ts';
import type { Role } from './accounts.repository.ts';
import type { DbOrTx } from './unit-of-work.ts';

/** A session with its account as it is now, in one query: every page asks for it. */
export function findSession(db: DbOrTx, tokenHash: Buffer) {
  return db
    .selectFrom('session')
    .leftJoin('account', 'account.id', 'session.accountId')
    .selectAll('session')
    .select(['account.email', 'account.emailVerifiedAt', 'account.locale', 'account.disabledAt', 'account.termsVersion'])
    .select(sql<Role[]>`array(select role from account_role where account_role.account_id = session.account_id)`.as('roles'))
    .where('session.tokenHash', '=', tokenHash)
    .executeTakeFirst();
}

/** Ends the sessions of an account. @param except the one that goes on, if any */
export async function endSessionsOf(db: DbOrTx, accountId: Id<'account'>, except: Id<'session'> | null = null): Promise<void> {
  let query = db.deleteFrom('session').where('accountId', '=', accountId);
  if (except) query = query.where('id', '!=', except);
  await query.execute();
}

/** Live sessions of an account, last seen first. Idle ones are judged by the caller. */
export function sessionsOf(db: DbOrTx, accountId: Id<'account'>, now: Date) {
  return db
    .selectFrom('session')
    .select(['id', 'kind', 'remember', 'device', 'network', 'createdAt', 'seenAt'])
    .where('accountId', '=', accountId)
    .where('expiresAt', '>', now)
    .orderBy('seenAt', 'desc')
    .execute();
}

/** Every session of an account that is still written down, live or not: what devices and networks it has used. */
export async function isKnownPlace(
  db: DbOrTx,
  accountId: Id<'account'>,
  place: { device: string; network: string },
): Promise<'first' | 'known' | 'new'> {
  const rows = await db.selectFrom('session').select(['device', 'network']).where('accountId', '=', accountId).execute();
  if (rows.length === 0) return 'first';
  return rows.some(({ device, network }) => device === place.device || network === place.network) ? 'known' : 'new';
}
