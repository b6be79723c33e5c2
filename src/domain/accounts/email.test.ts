import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseEmail } from './email.ts';

test.each([
  ['  Ada.Lovelace@Example.ORG ', 'ada.lovelace@example.org'],
  ['rené@exemple.fr', 'rené@exemple.fr'],
  ['moi+location@mairie.paris', 'moi+location@mairie.paris'],
  ['a@xn--caf-dma.photography', 'a@xn--caf-dma.photography'],
  ['محمد@مثال.السعودية', 'محمد@مثال.السعودية'],
])('the address %j is kept as %j', (typed, kept) => {
  expect(parseEmail(typed)).toBe(kept);
});

test.each(['', 'ada', 'ada@', '@example.org', 'ada@localhost', 'a b@example.org', 'a..b@example.org', '.a@example.org'])(
  '%j is no address',
  (typed) => {
    expect(parseEmail(typed)).toBeNull();
  },
);

test('an address never carries a line break into the header of a mail', () => {
  expect(parseEmail('a@example.org\r\nBcc: b@example.org')).toBeNull();
  expect(parseEmail('a\u0007@example.org')).toBeNull();
});

test('reading an address twice changes nothing', () => {
  fc.assert(
    fc.property(fc.emailAddress(), (address) => {
      const once = parseEmail(address);
      if (once !== null) expect(parseEmail(once)).toBe(once);
    }),
  );
});
