import type { Id } from '#kernel/ids.ts';
import type { House } from '#features/house.ts';
import type { Tx } from '#store/unit-of-work.ts';

/** What was erased: an account with its person, a person without account, or the pieces of a person who stays. */
export type ErasureKind = 'account' | 'person' | 'pieces';

const BATCH = 500;

/** The keyed hash that stands for a subject in receipts and in the journal; the key is kept outside the database. */
export function subjectHash(house: Pick<House, 'secrets'>, id: Id<'account'> | Id<'person'>): Buffer {
  return house.secrets.keyedHash('erasure', id);
}

/** Writes the proof of an erasure in the erasure's own transaction: a keyed hash, a kind, a date. */
export async function writeReceipts(
  tx: Tx,
  house: Pick<House, 'secrets' | 'clock' | 'ids'>,
  erased: { readonly kind: ErasureKind; readonly ids: readonly (Id<'account'> | Id<'person'>)[] },
): Promise<void> {
  for (const id of erased.ids)
    await tx
      .insertInto('erasureReceipt')
      .values({ id: house.ids.next(), subjectHash: subjectHash(house, id), kind: erased.kind, at: house.clock.now() })
      .execute();
}

/**
 * Copies receipts that are not yet outside the database into the journal, oldest first. A crash between the two writes a line twice,
 * which changes nothing: a line is replayed once.
 * @returns how many lines were written
 */
export async function journalReceipts(house: Pick<House, 'db' | 'clock' | 'journal'>): Promise<number> {
  const rows = await house.db
    .selectFrom('erasureReceipt')
    .select(['id', 'kind', 'subjectHash', 'at'])
    .where('journaledAt', 'is', null)
    .orderBy('at')
    .orderBy('id')
    .limit(BATCH)
    .execute();
  if (rows.length === 0) return 0;
  await house.journal.append(
    rows.map((row) => ({
      receipt: row.id,
      kind: row.kind,
      subject: Buffer.from(row.subjectHash).toString('hex'),
      at: row.at.toISOString(),
    })),
  );
  await house.db
    .updateTable('erasureReceipt')
    .set({ journaledAt: house.clock.now() })
    .where(
      'id',
      'in',
      rows.map((row) => row.id),
    )
    .execute();
  return rows.length;
}
