import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { secretBox } from './secret-box.ts';

const box = secretBox(new Uint8Array(32).fill(3));

describe('the secret box', () => {
  it('gives back every text it sealed, another seal each time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const sealed = box.seal('totp', text);
        expect(sealed).not.toBe(box.seal('totp', text));
        expect(box.open('totp', sealed)).toEqual({ ok: true, value: text });
      }),
    );
  });

  it('opens a seal only for the purpose it was made for, under its own key', () => {
    const sealed = box.seal('totp', 'JBSWY3DP');
    expect(box.open('link', sealed)).toEqual({ ok: false, error: 'secret.damaged' });
    expect(secretBox(new Uint8Array(32).fill(4)).open('totp', sealed)).toEqual({ ok: false, error: 'secret.damaged' });
  });

  it('refuses whatever was changed or never sealed', () => {
    const sealed = box.seal('totp', 'JBSWY3DP');
    const [version, nonce = '', body = ''] = sealed.split(':');
    const flipped = Buffer.from(body, 'base64url');
    flipped[0] = flipped[0]! ^ 1;
    const wrong = [
      '',
      'v1',
      'v1::',
      `v2:${nonce}:${body}`,
      `${version}:${nonce.slice(4)}:${body}`,
      `${version}:${nonce}:${flipped.toString('base64url')}`,
    ];
    for (const text of [...wrong, `${version}::${body}`, `${version}:${nonce}:`])
      expect(box.open('totp', text)).toEqual({ ok: false, error: 'secret.damaged' });
    fc.assert(fc.property(fc.string(), (text) => !box.open('totp', text).ok));
  });

  it('hashes alike for one purpose, differently for another', () => {
    expect(box.keyedHash('copy', 'a')).toEqual(box.keyedHash('copy', Buffer.from('a')));
    expect(box.keyedHash('copy', 'a')).not.toEqual(box.keyedHash('form', 'a'));
    expect(box.keyedHash('copy', 'a')).toHaveLength(32);
  });

  it('takes keys of 32 bytes only', () => {
    expect(() => secretBox(new Uint8Array(16))).toThrow(RangeError);
  });
});
