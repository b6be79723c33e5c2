import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Id } from '#kernel/ids.ts';
import type { BlobAddress } from '#ports/blob-store.ts';
import type { BlobName, BlobRole, WrappedKey } from '#ports/vault.ts';
import { memoryBlobs } from '#testing/memory-blobs.ts';
import { parseMasterKeys } from './master-keys.ts';
import { vault } from './vault.ts';

const CHUNK = 65_536;
const HEADER = 12;
const SEALED = CHUNK + 16;
const FILE = '01936a2e-0000-7000-8000-000000000001' as Id<'file'>;
const OTHER = '01936a2e-0000-7000-8000-000000000002' as Id<'file'>;
const key = (version: number) => `${version}:${randomBytes(32).toString('base64')}`;

function setUp(masters = key(1)) {
  const blobs = memoryBlobs();
  return { blobs, safe: vault(parseMasterKeys(masters), blobs) };
}

async function* inParts(bytes: Uint8Array, size: number) {
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
}

/** Everything that was given out before the end or the failure, and which of the two it was. */
async function readAll(safe: ReturnType<typeof vault>, wrapped: WrappedKey, name: BlobName) {
  const opened = await safe.open(wrapped, name);
  if (!opened.ok) return { bytes: Buffer.alloc(0), outcome: opened.error };
  const parts: Uint8Array[] = [];
  try {
    for await (const part of opened.value) parts.push(part);
    return { bytes: Buffer.concat(parts), outcome: 'whole' };
  } catch {
    return { bytes: Buffer.concat(parts), outcome: 'thrown' };
  }
}

async function sealed(size: number, role: BlobRole = 'original') {
  const { blobs, safe } = setUp();
  const wrapped = safe.newKey(FILE);
  const name: BlobName = { fileId: FILE, address: safe.newAddress(), role };
  const plain = randomBytes(size);
  await safe.seal(wrapped, name, inParts(plain, 10_000));
  return { blobs, safe, wrapped, name, plain };
}

describe('the vault', () => {
  it('gives back what was put in, at every size around the borders of chunks', async () => {
    const border = fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: -17, max: 17 }));
    const sizes = fc.oneof(
      border.map(([chunks, off]) => Math.max(0, chunks * CHUNK + off)),
      fc.integer({ min: 0, max: 4 * CHUNK }),
    );
    await fc.assert(
      fc.asyncProperty(sizes, fc.integer({ min: 1, max: 2 * CHUNK }), async (size, part) => {
        const { safe } = setUp();
        const wrapped = safe.newKey(FILE);
        const name: BlobName = { fileId: FILE, address: safe.newAddress(), role: 'original' };
        const plain = randomBytes(size);
        expect(await safe.seal(wrapped, name, inParts(plain, part))).toEqual({ size });
        const read = await readAll(safe, wrapped, name);
        expect(read.outcome).toBe('whole');
        expect(read.bytes.equals(plain)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('stores the documented format: DFB1, algorithm, nonce prefix, then chunks with a tag each', async () => {
    const { blobs, name } = await sealed(CHUNK + 5);
    const bytes = blobs.held.get(name.address)!;
    expect(bytes.subarray(0, 5)).toEqual(Buffer.from('DFB1\u0001'));
    expect(bytes.length).toBe(HEADER + SEALED + 5 + 16);
  });

  it('never lets plain bytes reach the store', async () => {
    const { blobs, safe } = setUp();
    const name: BlobName = { fileId: FILE, address: safe.newAddress(), role: 'facts' };
    await safe.seal(safe.newKey(FILE), name, inParts(Buffer.from('Camille Durand, née le 3 mars 1994'), 9));
    expect(blobs.held.get(name.address)!.includes('Durand')).toBe(false);
  });

  const spoiled: Record<string, (bytes: Buffer) => Buffer> = {
    'an empty blob': () => Buffer.alloc(0),
    'a cut header': (b) => b.subarray(0, 7),
    'a header alone': (b) => b.subarray(0, HEADER),
    'the last chunk cut off': (b) => b.subarray(0, HEADER + 2 * SEALED),
    'a cut inside a chunk': (b) => b.subarray(0, HEADER + SEALED + 100),
    'the last byte cut off': (b) => b.subarray(0, -1),
    'one byte more': (b) => Buffer.concat([b, Buffer.of(0)]),
    'two chunks reordered': (b) =>
      Buffer.concat([
        b.subarray(0, HEADER),
        b.subarray(HEADER + SEALED, HEADER + 2 * SEALED),
        b.subarray(HEADER, HEADER + SEALED),
        b.subarray(HEADER + 2 * SEALED),
      ]),
    'a chunk repeated': (b) => Buffer.concat([b.subarray(0, HEADER + SEALED), b.subarray(HEADER)]),
    'another algorithm byte': (b) => Buffer.concat([b.subarray(0, 4), Buffer.of(2), b.subarray(5)]),
  };
  it.each(Object.entries(spoiled))('refuses %s and gives out no wrong byte', async (_, spoil) => {
    const { blobs, safe, wrapped, name, plain } = await sealed(2 * CHUNK + 300);
    blobs.held.set(name.address, spoil(blobs.held.get(name.address)!));
    const { bytes, outcome } = await readAll(safe, wrapped, name);
    expect(['blob.damaged', 'thrown']).toContain(outcome);
    expect(plain.subarray(0, bytes.length).equals(bytes)).toBe(true);
  });

  it('refuses a blob with any single byte changed', async () => {
    const { blobs, safe, wrapped, name, plain } = await sealed(CHUNK + 40);
    const genuine = blobs.held.get(name.address)!;
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: genuine.length - 1 }), fc.integer({ min: 1, max: 255 }), async (at, change) => {
        const copy = Buffer.from(genuine);
        copy[at] = copy[at]! ^ change;
        blobs.held.set(name.address, copy);
        const { bytes, outcome } = await readAll(safe, wrapped, name);
        expect(outcome).not.toBe('whole');
        expect(plain.subarray(0, bytes.length).equals(bytes)).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  it('refuses a blob moved to another address, role or file, even under the same key', async () => {
    const { blobs, safe, wrapped, name } = await sealed(100);
    const elsewhere = 'a'.repeat(40) as BlobAddress;
    blobs.held.set(elsewhere, blobs.held.get(name.address)!);
    expect((await readAll(safe, wrapped, { ...name, address: elsewhere })).outcome).toBe('blob.damaged');
    expect((await readAll(safe, wrapped, { ...name, role: 'preview' })).outcome).toBe('blob.damaged');
    expect((await readAll(safe, wrapped, { ...name, fileId: OTHER })).outcome).toBe('blob.damaged');
  });

  it('refuses two blobs of one file swapped with each other', async () => {
    const { blobs, safe, wrapped, name } = await sealed(100);
    const second: BlobName = { ...name, address: safe.newAddress() };
    await safe.seal(wrapped, second, inParts(randomBytes(100), 10));
    const [a, b] = [blobs.held.get(name.address)!, blobs.held.get(second.address)!];
    blobs.held.set(name.address, b).set(second.address, a);
    expect((await readAll(safe, wrapped, name)).outcome).toBe('blob.damaged');
    expect((await readAll(safe, wrapped, second)).outcome).toBe('blob.damaged');
  });

  it('cannot read a file once its key is destroyed, whatever other key is tried', async () => {
    const { safe, name } = await sealed(100);
    expect((await readAll(safe, safe.newKey(FILE), name)).outcome).toBe('blob.damaged');
  });

  it('says that a blob is missing', async () => {
    const { safe } = setUp();
    const name: BlobName = { fileId: FILE, address: safe.newAddress(), role: 'original' };
    expect(await safe.open(safe.newKey(FILE), name)).toEqual({ ok: false, error: 'blob.missing' });
  });

  it('refuses a wrapped key put on another file, or spoiled', async () => {
    const { safe, wrapped, name } = await sealed(100);
    expect((await safe.open(wrapped, { ...name, fileId: OTHER })).ok).toBe(false);
    const wrong = ['', 'v1:', 'v1:0:aa:bb', 'v1:1:aa:bb', 'v1:1:', 'v2:1:x:y', wrapped.slice(0, -4)];
    for (const text of wrong) expect(await safe.open(text as WrappedKey, name)).toEqual({ ok: false, error: 'blob.damaged' });
  });

  it('wraps keys again under the newest master key without touching a blob', async () => {
    const [first, second] = [key(1), key(2)];
    const { blobs, safe } = setUp(first);
    const wrapped = safe.newKey(FILE);
    const name: BlobName = { fileId: FILE, address: safe.newAddress(), role: 'original' };
    await safe.seal(wrapped, name, inParts(Buffer.from('kept'), 4));
    const before = Buffer.from(blobs.held.get(name.address)!);
    const rotating = vault(parseMasterKeys(`${first},${second}`), blobs);
    const again = rotating.rewrap(wrapped, FILE)!;
    expect(again.startsWith('v1:2:')).toBe(true);
    expect(rotating.rewrap(again, FILE)).toBeNull();
    expect(blobs.held.get(name.address)).toEqual(before);
    const afterwards = vault(parseMasterKeys(second), blobs);
    expect((await readAll(afterwards, again, name)).bytes.toString()).toBe('kept');
    await expect(afterwards.open(wrapped, name)).rejects.toThrow('master key version 1');
  });

  it('keeps short texts under the key of their file, for one purpose each', () => {
    const { safe } = setUp();
    const wrapped = safe.newKey(FILE);
    const text = safe.sealText(wrapped, FILE, 'name', 'fiche de paie – août.pdf');
    expect(safe.openText(wrapped, FILE, 'name', text)).toEqual({ ok: true, value: 'fiche de paie – août.pdf' });
    expect(safe.openText(wrapped, FILE, 'password', text).ok).toBe(false);
    expect(safe.openText(safe.newKey(FILE), FILE, 'name', text).ok).toBe(false);
    expect(safe.openText(wrapped, FILE, 'name', 'anything').ok).toBe(false);
  });

  it('passes on the failure of a broken upload', async () => {
    const { blobs, safe } = setUp();
    const broken = async function* () {
      yield Buffer.from('half');
      throw new Error('the line broke');
    };
    const name: BlobName = { fileId: FILE, address: safe.newAddress(), role: 'original' };
    await expect(safe.seal(safe.newKey(FILE), name, broken())).rejects.toThrow('the line broke');
    expect(blobs.held.size).toBe(0);
  });

  it('never holds more than a few chunks of a large file', async () => {
    const blobs = memoryBlobs();
    let ahead = 0;
    let most = 0;
    const slow = vault(parseMasterKeys(key(1)), {
      ...blobs,
      put: async (_, bytes) => {
        for await (const part of bytes) ahead -= part.length;
        return { size: 0 };
      },
    });
    const large = async function* () {
      for (let i = 0; i < 200; i += 1) {
        ahead += CHUNK;
        most = Math.max(most, ahead);
        yield Buffer.alloc(CHUNK);
      }
    };
    await slow.seal(slow.newKey(FILE), { fileId: FILE, address: slow.newAddress(), role: 'original' }, large());
    expect(most).toBeLessThanOrEqual(3 * CHUNK);
  });
});
