import type { Id } from '#kernel/ids.ts';
import type { House } from '#features/house.ts';

/** Those of some people who hold their part with an account of their own: they keep it, whatever becomes of the dossier. */
export async function withOwnAccount(
  house: Pick<House, 'db'>,
  personIds: readonly Id<'person'>[],
): Promise<ReadonlySet<Id<'person'>>> {
  if (personIds.length === 0) return new Set();
  const rows = await house.db
    .selectFrom('access')
    .select('personId')
    .where('personId', 'in', personIds)
    .where('basis', '=', 'self')
    .where('revokedAt', 'is', null)
    .execute();
  return new Set(rows.map((row) => row.personId));
}
