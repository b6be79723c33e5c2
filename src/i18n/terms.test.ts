import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { TERMS, TERMS_NOTICE_DAYS } from '#domain/accounts/terms.ts';
import { shiftDays } from '#kernel/civil-date.ts';
import { translator } from './translate.ts';

test.each(TERMS)(
  'the published terms $id are word for word what they were: another text is another version',
  ({ articles, sha256 }) => {
    const t = translator('fr');
    // Where a line may break is typography, not text.
    const text = articles.map((article) => t(`legal.terms_${article}`).replace(/\s/g, ' ')).join('\n');
    expect(createHash('sha256').update(text).digest('hex')).toBe(sha256);
  },
);

test('each version has its own name and day, the days follow one another, and notices of two changes never overlap', () => {
  expect(new Set(TERMS.map(({ id }) => id)).size).toBe(TERMS.length);
  for (const [index, version] of TERMS.entries()) {
    const before = TERMS[index - 1];
    if (before) expect(shiftDays(version.from, -TERMS_NOTICE_DAYS) >= before.from, version.id).toBe(true);
  }
});
