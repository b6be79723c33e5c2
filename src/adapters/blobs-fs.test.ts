import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newBlobAddress } from './blob-address.ts';
import { blobStoreContract } from './blob-store.contract.ts';
import { fileBlobs } from './blobs-fs.ts';

let root: string;
beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'blobs-'));
});
afterAll(() => rm(root, { recursive: true }));

blobStoreContract('the file system', () => fileBlobs(root));

describe('blobs on the file system', () => {
  const one = async function* () {
    yield Buffer.from('one');
  };

  it('rest in folders spread by their address, readable by nobody else', async () => {
    const at = newBlobAddress(randomBytes);
    await fileBlobs(root).put(at, one());
    expect((await stat(path.join(root, at.slice(0, 2), at.slice(2, 4), at))).mode & 0o777).toBe(0o600);
    expect(await readdir(path.join(root, 'incoming'))).toEqual([]);
  });

  it('left half-written by a killed process are cleared after a day, and never listed', async () => {
    const [old, fresh] = [path.join(root, 'incoming', 'old'), path.join(root, 'incoming', 'fresh')];
    await mkdir(path.dirname(old), { recursive: true });
    await writeFile(old, 'half');
    await writeFile(fresh, 'half');
    const longAgo = new Date(Date.now() - 25 * 3_600_000);
    await utimes(old, longAgo, longAgo);
    for await (const { address } of fileBlobs(root).list()) expect(address).toHaveLength(40);
    expect(await readdir(path.dirname(old))).toEqual(['fresh']);
  });

  it('are an empty list before the first one', async () => {
    const all = [];
    for await (const entry of fileBlobs(path.join(root, 'nowhere')).list()) all.push(entry);
    expect(all).toEqual([]);
  });
});
