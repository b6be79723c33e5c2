import type { Id } from '#kernel/ids.ts';
import type { DbOrTx } from '#store/unit-of-work.ts';

/** True while the mandate to fill for somebody else stands: it was given, and that person did not object. */
export async function hasMandate(db: DbOrTx, personId: Id<'person'>): Promise<boolean> {
  const row = await db
    .selectFrom('consent')
    .select('id')
    .where('personId', '=', personId)
    .where('purpose', '=', 'third_party_mandate')
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}
