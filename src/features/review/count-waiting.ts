import type { Id } from '#kernel/ids.ts';
import type { House } from '#features/house.ts';

/** How many cases can be claimed, and whether the agent holds one already. */
export async function countWaiting(
  house: Pick<House, 'db' | 'clock'>,
  accountId: Id<'account'>,
): Promise<{ waiting: number; held: boolean }> {
  const { waiting } = await house.db
    .selectFrom('reviewCase')
    .select((eb) => eb.fn.countAll<number>().as('waiting'))
    .where('state', '=', 'waiting')
    .executeTakeFirstOrThrow();
  const held = await house.db
    .selectFrom('lease')
    .select('caseId')
    .where('accountId', '=', accountId)
    .where('expiresAt', '>', house.clock.now())
    .executeTakeFirst();
  return { waiting, held: held !== undefined };
}
