import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadOrMakeSecretKey, parseSecretKey, SecretKeyError } from './secret-key.ts';

describe('the secret key', () => {
  it('is 32 bytes in Base64', () => {
    expect(parseSecretKey(Buffer.alloc(32, 5).toString('base64'), 'SECRET_KEY')).toEqual(Buffer.alloc(32, 5));
  });

  it.each(['', 'short', `${'A'.repeat(43)}==`, 'é'.repeat(43), Buffer.alloc(33).toString('base64')])(
    'is refused as %j',
    (text) => {
      expect(() => parseSecretKey(text, 'SECRET_KEY')).toThrow(SecretKeyError);
      expect(() => parseSecretKey(text, 'SECRET_KEY')).toThrow(/^SECRET_KEY: expected Base64 of 32 bytes$/);
    },
  );

  it('is made once, readable by nobody else', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'secret-'));
    const [first, second] = [await loadOrMakeSecretKey(folder), await loadOrMakeSecretKey(folder)];
    expect([first.made, second.made]).toEqual([true, false]);
    expect(second.key).toEqual(first.key);
    expect((await stat(path.join(folder, 'secret-key'))).mode & 0o777).toBe(0o600);
    await rm(folder, { recursive: true });
  });
});
