import { err, ok } from '#kernel/result.ts';
import type { BlobAddress, BlobStore } from '#ports/blob-store.ts';

/** Blobs in memory, open to tests that cut, swap and spoil them. Passes the contract of the port. */
export function memoryBlobs(): BlobStore & { readonly held: Map<BlobAddress, Buffer> } {
  const held = new Map<BlobAddress, Buffer>();
  const times = new Map<BlobAddress, Date>();
  return {
    held,
    put: async (address, bytes) => {
      const parts: Uint8Array[] = [];
      for await (const part of bytes) parts.push(Buffer.from(part));
      const whole = Buffer.concat(parts);
      held.set(address, whole);
      times.set(address, new Date());
      return { size: whole.length };
    },
    get: async (address) => {
      const bytes = held.get(address);
      if (!bytes) return err('blob.missing');
      return ok(piecewise(bytes));
    },
    erase: async (addresses) => {
      for (const address of addresses) held.delete(address);
    },
    list: async function* () {
      for (const address of [...held.keys()]) yield { address, storedAt: times.get(address) ?? new Date(0) };
    },
  };
}

/** Pieces of an odd size, as networks and disks give them. */
async function* piecewise(bytes: Buffer): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += 50_021) yield bytes.subarray(start, start + 50_021);
}
