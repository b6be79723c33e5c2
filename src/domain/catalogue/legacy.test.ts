import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { fromLegacy, LEGACY_CATEGORIES, legacyText, LESS_THAN_YEAR_TEXT, toLegacy, type LegacyPiece } from './legacy.ts';
import { SITUATIONS } from './situations.ts';

const offered = SITUATIONS.filter((row) => !('retired' in row)).flatMap((row) => row.who.map((role) => [row.key, role] as const));

const read = (names: Partial<LegacyPiece>) =>
  fromLegacy({ category: '', sub: '', step: null, role: 'T', files: 1, text: null, ...names });

describe('names kept for partners', () => {
  test.each(offered)('%s of %s goes out and comes back', (key, role) => {
    const row = SITUATIONS.find((one) => one.key === key)!;
    for (const own of [null, 'quelques mots'])
      for (const files of row.limits.files[1] === 0 ? [0] : [0, 1, row.limits.files[1]])
        expect(read({ ...toLegacy(key), role, files, text: legacyText(key, own) })?.key).toBe(key);
  });

  it('writes an income that has not begun as such', () => {
    expect(toLegacy('income.salary.not_yet')).toEqual({ category: 'FINANCIAL', sub: 'SALARY', step: 'SALARY_EMPLOYED_NOT_YET' });
  });

  test.each([
    ['RESIDENCY', 'TENANT', null, 'home.tenant.receipts'],
    ['RESIDENCY', 'GUEST', null, 'home.guest.certificate'],
    ['RESIDENCY', 'GUEST_PARENTS', null, 'home.guest.certificate'],
    ['RESIDENCY', 'OTHER_RESIDENCY', null, 'home.other'],
    ['PROFESSIONAL', 'CDI_TRIAL', null, 'activity.permanent'],
    ['PROFESSIONAL', 'CDI', 'UNDEFINED', 'activity.permanent'],
    ['FINANCIAL', 'SALARY', null, 'income.salary.unknown'],
    ['FINANCIAL', 'SALARY', 'SALARY_UNKNOWN', 'income.salary.unknown'],
    ['FINANCIAL', 'PENSION', 'PENSION_UNKNOWN', 'income.pension.unknown'],
    ['FINANCIAL', 'SOCIAL_SERVICE', null, 'income.benefit.other'],
    ['FINANCIAL', 'RENT', null, 'income.rent.other'],
    ['TAX', 'MY_NAME', null, 'tax.french_notice'],
    ['TAX', 'LESS_THAN_YEAR', null, 'tax.other'],
    ['GUARANTEE_PROVIDER_CERTIFICATE', 'CERTIFICATE_VISA', null, 'guarantee.other'],
  ])('%s %s/%s is read as %s', (category, sub, step, key) => {
    expect(read({ category, sub, step })?.key).toBe(key);
  });

  it('keeps what the old name said when the person wrote nothing', () => {
    expect(read({ category: 'TAX', sub: 'LESS_THAN_YEAR' })?.text).toBe(LESS_THAN_YEAR_TEXT);
  });

  it('refuses an undefined or unknown sub-category', () => {
    expect(read({ category: 'TAX', sub: 'UNDEFINED' })).toBeNull();
    expect(read({ category: 'NULL', sub: 'MY_NAME' })).toBeNull();
    expect(read({ category: 'TAX', sub: 'PASSPORT' })).toBeNull();
  });

  it('never offers a retired situation under an old name that has a present one', () => {
    for (const [key] of offered) expect(key).not.toMatch(/unknown$/);
  });

  it('answers whatever it is given', () => {
    const categories = fc.oneof(fc.constantFrom(...Object.values(LEGACY_CATEGORIES)), fc.string());
    const words = fc.oneof(
      fc.constantFrom(...SITUATIONS.flatMap(({ legacy }) => [legacy.sub, legacy.step ?? 'UNDEFINED'])),
      fc.string(),
    );
    fc.assert(
      fc.property(
        categories,
        words,
        fc.option(words),
        fc.constantFrom('T' as const, 'N' as const),
        (category, sub, step, role) => {
          const answer = read({ category, sub, step, role });
          if (answer) expect(toLegacy(answer.key).category).toBe(category);
        },
      ),
    );
  });
});
