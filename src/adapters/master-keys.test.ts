import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadOrMakeMasterKeys, MasterKeysError, parseMasterKeys } from './master-keys.ts';

const KEY = Buffer.alloc(32, 7).toString('base64');

describe('master keys', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'keys-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('are read by version, the highest one wraps', () => {
    const keys = parseMasterKeys(`2:${KEY}, 10:${KEY}`);
    expect([...keys.byVersion.keys()]).toEqual([2, 10]);
    expect(keys.newest).toBe(10);
  });

  it.each(['', '1', '1:', `0:${KEY}`, `x:${KEY}`, `1:${KEY},`, `1:${KEY},1:${KEY}`, '1:c2hvcnQ=', `1:${KEY}AA`])(
    'are refused when written like %j, without echoing them',
    (text) => {
      expect(() => parseMasterKeys(text)).toThrow(MasterKeysError);
      expect(() => parseMasterKeys(text)).not.toThrow(KEY);
    },
  );

  it('are made once, readable by nobody else, and found again', async () => {
    const first = await loadOrMakeMasterKeys(path.join(folder, 'keys'));
    const second = await loadOrMakeMasterKeys(path.join(folder, 'keys'));
    expect([first.made, second.made]).toEqual([true, false]);
    expect(second.keys).toEqual(first.keys);
    expect((await stat(path.join(folder, 'keys/master-keys'))).mode & 0o777).toBe(0o600);
    expect((await stat(path.join(folder, 'keys'))).mode & 0o777).toBe(0o700);
  });

  it('are the same for two processes that start at once', async () => {
    const starts = await Promise.all(Array.from({ length: 8 }, () => loadOrMakeMasterKeys(folder)));
    const kept = await readFile(path.join(folder, 'master-keys'), 'utf8');
    for (const { keys } of starts) expect(keys).toEqual(parseMasterKeys(kept.trim()));
    expect(starts.filter(({ made }) => made)).toHaveLength(1);
  });

  it('stop the start when their file is damaged, rather than being replaced', async () => {
    await writeFile(path.join(folder, 'master-keys'), 'damaged');
    await expect(loadOrMakeMasterKeys(folder)).rejects.toThrow(MasterKeysError);
  });
});
