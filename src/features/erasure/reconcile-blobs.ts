import { DAY_MS } from '#kernel/clock.ts';
import type { House } from '#features/house.ts';

const BATCH = 500;

/** What storage and database say of each other. */
export interface Reconciled {
  /** Blobs that no row knows, a day old or more: erased. */
  readonly orphans: number;
  /** Blobs that a row with a living key expects and storage has not: an alarm for the operator. */
  readonly lost: number;
}

/**
 * Compares the storage with the rows, both ways. A blob without row is what a killed process left between its last byte and its commit; it
 * is erased once it is a day old, so that no upload under way is touched.
 */
export async function reconcileBlobs(house: Pick<House, 'db' | 'vault' | 'clock'>): Promise<Reconciled> {
  const before = new Date(house.clock.now().getTime() - DAY_MS);
  const known = await knownAddresses(house);
  const queued = await house.db.selectFrom('blobToErase').select('address').execute();
  const leaving = new Set(queued.map((row) => row.address));
  const found = new Set<string>();
  let batch: Parameters<House['vault']['erase']>[0][number][] = [];
  let orphans = 0;
  for await (const { address, storedAt } of house.vault.list()) {
    if (known.has(address)) found.add(address);
    else if (!leaving.has(address) && storedAt < before) batch.push(address);
    if (batch.length < BATCH) continue;
    await house.vault.erase(batch);
    orphans += batch.length;
    batch = [];
  }
  if (batch.length > 0) await house.vault.erase(batch);
  // Rows written while storage was listed are younger than the list: they count from tomorrow.
  const lost = [...known].filter(([address, since]) => since < before && !found.has(address)).length;
  return { orphans: orphans + batch.length, lost };
}

/** Every address that a row with a living key knows, and since when. */
async function knownAddresses(house: Pick<House, 'db'>): Promise<ReadonlyMap<string, Date>> {
  const files = await house.db
    .selectFrom('file')
    .select(['originalAddress', 'workingAddress', 'previewAddress', 'factsAddress', 'createdAt'])
    .where('wrappedKey', 'is not', null)
    .execute();
  const copies = await house.db
    .selectFrom('copy')
    .select(['address', 'requestedAt as createdAt'])
    .where('wrappedKey', 'is not', null)
    .execute();
  const exports = await house.db
    .selectFrom('dataExport')
    .select(['address', 'requestedAt as createdAt'])
    .where('wrappedKey', 'is not', null)
    .execute();
  const known = new Map<string, Date>();
  for (const { createdAt, ...addresses } of [...files, ...copies, ...exports])
    for (const address of Object.values(addresses)) if (address !== null) known.set(address, createdAt);
  return known;
}
