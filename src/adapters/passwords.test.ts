import { describe, expect, it } from 'vitest';
import { scryptPasswords } from './passwords.ts';

const passwords = scryptPasswords();

describe('passwords', () => {
  it('are kept as versioned scrypt text, another one each time', async () => {
    const [first, second] = await Promise.all([passwords.hash('chat noir 42 !'), passwords.hash('chat noir 42 !')]);
    expect(first).toMatch(/^scrypt:v1:[\w-]{22}:[\w-]{43}$/);
    expect(second).not.toBe(first);
  });

  it('are recognised, and no other', async () => {
    const stored = await passwords.hash('chat noir 42 !');
    expect(await passwords.verify('chat noir 42 !', stored)).toBe(true);
    expect(await passwords.verify('chat noir 42 ?', stored)).toBe(false);
    expect(await passwords.verify('', stored)).toBe(false);
  });

  it('are the same however a keyboard composes their accents', async () => {
    const stored = await passwords.hash('été à Orléans 7 !'.normalize('NFD'));
    expect(await passwords.verify('été à Orléans 7 !'.normalize('NFC'), stored)).toBe(true);
  });

  it('answer no for an account that does not exist', async () => {
    expect(await passwords.verify('chat noir 42 !', null)).toBe(false);
  });

  it('of absurd length are refused, and do not match a shorter one', async () => {
    await expect(passwords.hash('a'.repeat(5_000))).rejects.toThrow(RangeError);
    expect(await passwords.verify('a'.repeat(5_000), await passwords.hash(''))).toBe(false);
  });

  it.each(['', 'scrypt:v2:a:b', 'bcrypt:x', 'scrypt:v1:short:short'])('stored as %j are a fault', async (stored) => {
    await expect(passwords.verify('x', stored)).rejects.toThrow('unknown form');
  });
});
