import type { Selectable } from 'kysely';
import type { Id } from '#kernel/ids.ts';
import type { MailTokenTable } from './schema.ts';
import type { DbOrTx, Tx } from './unit-of-work.ts';

export type MailTokenRow = Selectable<MailTokenTable>;
export type MailTokenPurpose = MailTokenTable['purpose'];

/** Keeps a link sent by mail. */
export async function insertMailToken(tx: Tx, token: Omit<MailTokenRow, 'usedAt'>): Promise<void> {
  await tx
    .insertInto('mailToken')
    .values({ ...token, usedAt: null })
    .execute();
}

const live = (db: DbOrTx, now: Date) =>
  db.selectFrom('mailToken').selectAll().where('usedAt', 'is', null).where('expiresAt', '>', now);

/** A link that still works, by its hash; `null` when unknown, used or too old. */
export async function findLiveToken(
  db: DbOrTx,
  wanted: { tokenHash: Buffer; purpose: MailTokenPurpose; now: Date },
): Promise<MailTokenRow | null> {
  const query = live(db, wanted.now).where('tokenHash', '=', wanted.tokenHash).where('purpose', '=', wanted.purpose);
  return (await query.executeTakeFirst()) ?? null;
}

/** A link that still works, by its id; `null` otherwise. */
export async function findLiveTokenById(db: DbOrTx, id: Id<'mailToken'>, now: Date): Promise<MailTokenRow | null> {
  return (await live(db, now).where('id', '=', id).executeTakeFirst()) ?? null;
}

/** Uses a link up. Of two presses at once, one gets the row and the other `null`. */
export async function useToken(
  tx: Tx,
  wanted: { tokenHash: Buffer; purpose: MailTokenPurpose; now: Date },
): Promise<MailTokenRow | null> {
  const used = await tx
    .updateTable('mailToken')
    .set({ usedAt: wanted.now })
    .where('tokenHash', '=', wanted.tokenHash)
    .where('purpose', '=', wanted.purpose)
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', wanted.now)
    .returningAll()
    .executeTakeFirst();
  return used ?? null;
}

/** Makes the unused links of an account worthless, for the given purposes. */
export async function voidTokens(
  tx: Tx,
  accountId: Id<'account'>,
  purposes: readonly MailTokenPurpose[],
  now: Date,
): Promise<void> {
  await tx
    .updateTable('mailToken')
    .set({ usedAt: now })
    .where('accountId', '=', accountId)
    .where('purpose', 'in', purposes)
    .where('usedAt', 'is', null)
    .execute();
}

/** How many links of a kind an account was sent since an instant. */
export async function countTokensSince(
  db: DbOrTx,
  accountId: Id<'account'>,
  purpose: MailTokenPurpose,
  since: Date,
): Promise<number> {
  const { count } = await db
    .selectFrom('mailToken')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('accountId', '=', accountId)
    .where('purpose', '=', purpose)
    .where('createdAt', '>', since)
    .executeTakeFirstOrThrow();
  return count;
}
