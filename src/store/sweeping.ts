import type { Database } from './open-database.ts';

/**
 * Deletes rows that are of no use once they are over.
 * @param before for each kind, those that ended before this go
 * @returns number of rows deleted
 */
export async function deleteOver(
  db: Database,
  before: { anonymous: Date; sessions: Date; tokens: Date; codes: Date; counters: Date },
): Promise<number> {
  const results = [
    await db.deleteFrom('session').where('accountId', 'is', null).where('expiresAt', '<', before.anonymous).executeTakeFirst(),
    await db.deleteFrom('session').where('expiresAt', '<', before.sessions).executeTakeFirst(),
    await db.deleteFrom('mailToken').where('expiresAt', '<', before.tokens).executeTakeFirst(),
    await db.deleteFrom('accountCode').where('expiresAt', '<', before.codes).executeTakeFirst(),
    await db.deleteFrom('rateCounter').where('expiresAt', '<', before.counters).executeTakeFirst(),
  ];
  return results.reduce((sum, { numDeletedRows }) => sum + Number(numDeletedRows), 0);
}
