import { randomBytes } from 'node:crypto';
import { mkdir, open, opendir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { DAY_MS } from '#kernel/clock.ts';
import { err, ok } from '#kernel/result.ts';
import type { BlobAddress, BlobStore } from '#ports/blob-store.ts';
import { parseBlobAddress } from './blob-address.ts';

const INCOMING = 'incoming';

/**
 * Blobs as files: `<root>/ab/cd/<address>`. A blob is written aside, synced, then renamed, so that it is there whole or not
 * at all, also after a power cut.
 */
export function fileBlobs(root: string): BlobStore {
  const placeOf = (address: BlobAddress) => {
    if (parseBlobAddress(address) === null) throw new RangeError('not a blob address');
    return path.join(root, address.slice(0, 2), address.slice(2, 4), address);
  };
  return {
    put: async (address, bytes) => {
      const place = placeOf(address);
      const draft = path.join(root, INCOMING, randomBytes(12).toString('hex'));
      await mkdir(path.dirname(draft), { recursive: true, mode: 0o700 });
      try {
        const size = await writeSynced(draft, bytes);
        await mkdir(path.dirname(place), { recursive: true, mode: 0o700 });
        await rename(draft, place);
        await syncFolder(path.dirname(place));
        return { size };
      } catch (error) {
        await rm(draft, { force: true });
        throw error;
      }
    },
    get: async (address) => {
      try {
        const handle = await open(placeOf(address), 'r');
        return ok(handle.createReadStream({ highWaterMark: 128 * 1024 }) as AsyncIterable<Uint8Array>);
      } catch (error) {
        if (isMissing(error)) return err('blob.missing');
        throw error;
      }
    },
    erase: async (addresses) => {
      for (const address of addresses) await rm(placeOf(address), { force: true });
    },
    list: () => listBlobs(root),
  };
}

const isMissing = (error: unknown) => (error as NodeJS.ErrnoException).code === 'ENOENT';

async function writeSynced(file: string, bytes: AsyncIterable<Uint8Array>): Promise<number> {
  const handle = await open(file, 'wx', 0o600);
  let size = 0;
  try {
    for await (const part of bytes) {
      await handle.writeFile(part);
      size += part.length;
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  return size;
}

/** A rename is durable once its folder is synced. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Walks the folders; on its way clears what a killed process left half-written more than a day ago. */
async function* listBlobs(root: string): AsyncGenerator<{ address: BlobAddress; storedAt: Date }> {
  for await (const file of filesUnder(root)) {
    const changed = await changeOf(file);
    if (changed === null) continue;
    const address = parseBlobAddress(path.basename(file));
    if (path.dirname(file) === path.join(root, INCOMING)) {
      if (changed.getTime() < Date.now() - DAY_MS) await rm(file, { force: true });
    } else if (address) {
      yield { address, storedAt: changed };
    }
  }
}

async function* filesUnder(folder: string): AsyncGenerator<string> {
  try {
    for await (const entry of await opendir(folder)) {
      const place = path.join(folder, entry.name);
      if (entry.isDirectory()) yield* filesUnder(place);
      else if (entry.isFile()) yield place;
    }
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
}

/** When a file was last written; `null` when it was erased meanwhile. */
async function changeOf(file: string): Promise<Date | null> {
  try {
    return (await stat(file)).mtime;
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}
