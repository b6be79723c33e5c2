import { expect, test } from 'vitest';
import { totp } from './totp.ts';

/** « 12345678901234567890 » in Base32, the key of RFC 6238 appendix B. */
const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

test.each([
  [59, '287082', 1],
  [1111111109, '081804', 37037036],
  [1234567890, '005924', 41152263],
  [2000000000, '279037', 66666666],
])('at second %i the code is that of the RFC', (second, code, step) => {
  const at = new Date(second * 1000);
  expect(totp.currentCode(SECRET, at)).toBe(code);
  expect(totp.matchingStep(SECRET, code, at)).toBe(step);
});

test('a code of the step before or after still passes, an older one does not', () => {
  const at = new Date(59_000);
  expect(totp.matchingStep(SECRET, '287082', new Date(at.getTime() + 30_000))).toBe(1);
  expect(totp.matchingStep(SECRET, '287082', new Date(at.getTime() - 30_000))).toBe(1);
  expect(totp.matchingStep(SECRET, '287082', new Date(at.getTime() + 61_000))).toBeNull();
});

test('text that is no code is refused', () => {
  expect(totp.matchingStep(SECRET, '28 7082', new Date(59_000))).toBeNull();
  expect(totp.matchingStep(SECRET, '', new Date(59_000))).toBeNull();
});

test('the address for the application names the account and the service', () => {
  const address = totp.address(totp.newSecret(), 'ada@example.org', 'Dossier de location');
  expect(address).toMatch(
    /^otpauth:\/\/totp\/Dossier%20de%20location:ada%40example.org\?issuer=Dossier%20de%20location&secret=[A-Z2-7]{32}/,
  );
});
