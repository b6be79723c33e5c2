import type { Id } from '#kernel/ids.ts';
import type { House } from '#features/house.ts';
import type { WrappedKey } from '#ports/vault.ts';

const BATCH = 500;
const WRAPPED = ['file', 'copy', 'dataExport'] as const;

/** How many rows use each version of the master keys, newest first. */
export interface KeyUse {
  readonly version: number;
  readonly rows: number;
}

/**
 * Wraps every file key that an older master key wraps by the newest one, a batch at a time by key order. Blobs are not touched, and a
 * row whose key was destroyed meanwhile stays destroyed. Throws when a row needs a master key that this process was not given.
 * @returns how many keys were wrapped anew
 */
export async function rotateKeys(house: Pick<House, 'db' | 'transact' | 'vault'>): Promise<number> {
  let count = 0;
  for (const table of WRAPPED) {
    for (let rows = await oldRows(house, table, null); rows.length > 0;) {
      count += await rewrap(house, table, rows);
      rows = await oldRows(house, table, rows.at(-1)?.id ?? null);
    }
  }
  return count;
}

/** Which master keys are still needed: one that no row uses may be taken out of the settings. */
export async function keysInUse(house: Pick<House, 'db'>): Promise<readonly KeyUse[]> {
  const uses = new Map<number, number>();
  for (const table of WRAPPED) {
    const rows = await house.db
      .selectFrom(table)
      .select((eb) => ['keyVersion as version', eb.fn.countAll<number>().as('rows')])
      .where('wrappedKey', 'is not', null)
      .groupBy('keyVersion')
      .execute();
    for (const { version, rows: used } of rows) if (version !== null) uses.set(version, (uses.get(version) ?? 0) + Number(used));
  }
  return [...uses].map(([version, rows]) => ({ version, rows })).sort((a, b) => b.version - a.version);
}

type Table = (typeof WRAPPED)[number];
interface OldRow {
  readonly id: string;
  readonly wrappedKey: string | null;
}

function oldRows(house: Pick<House, 'db' | 'vault'>, table: Table, after: string | null): Promise<readonly OldRow[]> {
  return house.db
    .selectFrom(table)
    .select(['id', 'wrappedKey'])
    .where('wrappedKey', 'is not', null)
    .where('keyVersion', '<', house.vault.newestVersion)
    .$if(after !== null, (query) => query.where('id', '>', after as Id<'file'> & Id<'copy'> & Id<'dataExport'>))
    .orderBy('id')
    .limit(BATCH)
    .execute();
}

async function rewrap(house: Pick<House, 'transact' | 'vault'>, table: Table, rows: readonly OldRow[]): Promise<number> {
  return house.transact(async (tx) => {
    let count = 0;
    for (const { id, wrappedKey } of rows) {
      const fresh = house.vault.rewrap(wrappedKey as WrappedKey, id as Id<'file'>);
      if (!fresh) continue;
      const done = await tx
        .updateTable(table)
        .set({ wrappedKey: fresh, keyVersion: house.vault.newestVersion })
        .where('id', '=', id as Id<'file'> & Id<'copy'> & Id<'dataExport'>)
        .where('wrappedKey', '=', wrappedKey)
        .executeTakeFirst();
      count += Number(done.numUpdatedRows);
    }
    return count;
  });
}
