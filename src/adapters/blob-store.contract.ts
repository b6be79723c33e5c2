import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { BlobAddress, BlobStore } from '#ports/blob-store.ts';
import { newBlobAddress } from './blob-address.ts';

const address = () => newBlobAddress(randomBytes);

async function* inParts(bytes: Uint8Array, size = 20_000) {
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
}

async function read(store: BlobStore, at: BlobAddress): Promise<Buffer | null> {
  const found = await store.get(at);
  if (!found.ok) return null;
  const parts: Uint8Array[] = [];
  for await (const part of found.value) parts.push(part);
  return Buffer.concat(parts);
}

async function listed(store: BlobStore): Promise<Map<BlobAddress, Date>> {
  const all = new Map<BlobAddress, Date>();
  for await (const { address: at, storedAt } of store.list()) all.set(at, storedAt);
  return all;
}

/** What every blob store must do; run by the test of each adapter. `open` gives the store under test. */
export function blobStoreContract(name: string, open: () => BlobStore): void {
  describe(`${name} keeps the contract of blob stores`, () => {
    it.each([0, 1, 65_536, 1_000_000, 17 * 1024 * 1024])('gives back a blob of %i bytes', async (size) => {
      const [store, at, bytes] = [open(), address(), randomBytes(size)];
      expect(await store.put(at, inParts(bytes))).toEqual({ size });
      expect((await read(store, at))?.equals(bytes)).toBe(true);
    });

    it('says that a blob is missing', async () => {
      expect(await open().get(address())).toEqual({ ok: false, error: 'blob.missing' });
    });

    it.each([100_000, 20 * 1024 * 1024])('leaves nothing of an upload broken off after %i bytes', async (size) => {
      const [store, at] = [open(), address()];
      const broken = async function* () {
        yield* inParts(randomBytes(size));
        throw new Error('the line broke');
      };
      await expect(store.put(at, broken())).rejects.toThrow('the line broke');
      expect(await read(store, at)).toBeNull();
      expect((await listed(store)).has(at)).toBe(false);
    });

    it('keeps the former blob when its replacement is broken off', async () => {
      const [store, at] = [open(), address()];
      await store.put(at, inParts(Buffer.from('former')));
      const broken = async function* () {
        yield Buffer.from('new');
        throw new Error('the line broke');
      };
      await expect(store.put(at, broken())).rejects.toThrow();
      expect((await read(store, at))?.toString()).toBe('former');
    });

    it('replaces a blob that is put again', async () => {
      const [store, at] = [open(), address()];
      await store.put(at, inParts(Buffer.from('former')));
      await store.put(at, inParts(Buffer.from('new')));
      expect((await read(store, at))?.toString()).toBe('new');
    });

    it('lists every blob with the time it was stored', async () => {
      const store = open();
      const some = Array.from({ length: 5 }, address);
      const before = Date.now() - 2_000;
      for (const at of some) await store.put(at, inParts(Buffer.from('x')));
      const all = await listed(store);
      for (const at of some) expect(all.get(at)?.getTime()).toBeGreaterThan(before);
    });

    it('erases blobs, and takes erasing what is not there as a success', async () => {
      const store = open();
      const [gone, kept] = [address(), address()];
      await store.put(gone, inParts(Buffer.from('gone')));
      await store.put(kept, inParts(Buffer.from('kept')));
      await store.erase([gone, address()]);
      await store.erase([gone]);
      await store.erase([]);
      expect(await read(store, gone)).toBeNull();
      expect((await read(store, kept))?.toString()).toBe('kept');
    });

    it('can be left in the middle of reading', async () => {
      const [store, at] = [open(), address()];
      await store.put(at, inParts(randomBytes(3_000_000)));
      const found = await store.get(at);
      expect(found.ok).toBe(true);
      if (found.ok) for await (const part of found.value) if (part.length > 0) break;
      expect((await read(store, at))?.length).toBe(3_000_000);
    });

    it.each(['../../etc/passwd', '', 'ABC', 'a/b', `${'a'.repeat(40)}/`])('refuses %j as an address', async (text) => {
      await expect(open().put(text as BlobAddress, inParts(Buffer.from('x')))).rejects.toThrow(RangeError);
      await expect(open().get(text as BlobAddress)).rejects.toThrow(RangeError);
      await expect(open().erase([text as BlobAddress])).rejects.toThrow(RangeError);
    });
  });
}
