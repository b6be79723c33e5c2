import { describe, expect, it, test } from 'vitest';
import { DAY_MS, HOUR_MS } from '#kernel/clock.ts';
import { linkToReuse, nextLinkAt, parseValidity, type OwnLink } from './quick-link.ts';

const now = new Date('2026-11-24T10:00:00Z');
const link = (id: string, daysLeft: number, more: Partial<OwnLink> = {}): OwnLink => ({
  id,
  kind: 'url',
  scope: 'full',
  madeBy: 'ana',
  pausedAt: null,
  revokedAt: null,
  expiresAt: new Date(now.getTime() + daysLeft * DAY_MS),
  ...more,
});

describe('the quick link', () => {
  it('is one’s own link of that scope with more than ten days left, the longest-lived first', () => {
    expect(linkToReuse([link('a', 11), link('b', 20)], 'ana', 'full', now)?.id).toBe('b');
  });

  test.each([
    ['ten days left', link('a', 10)],
    ['made by another', link('a', 20, { madeBy: 'bo' })],
    ['of another scope', link('a', 20, { scope: 'proof' })],
    ['sent by mail', link('a', 20, { kind: 'mail' })],
    ['paused', link('a', 20, { pausedAt: now })],
    ['revoked', link('a', 20, { revokedAt: now })],
  ])('is never one %s', (_, one) => expect(linkToReuse([one], 'ana', 'full', now)).toBeNull());
});

test('the eleventh link of a day is refused, naming the hour it becomes possible', () => {
  const made = Array.from({ length: 10 }, (_, i) => new Date(now.getTime() - (i + 1) * HOUR_MS));
  expect(nextLinkAt(made.slice(1), now)).toBeNull();
  expect(nextLinkAt(made, now)).toEqual(new Date(now.getTime() + 14 * HOUR_MS));
  expect(nextLinkAt(made, nextLinkAt(made, now)!)).toBeNull();
});

test('only the validities offered are read', () => {
  expect([parseValidity('30'), parseValidity(7), parseValidity('31'), parseValidity('x'), parseValidity('')]).toEqual([
    30,
    7,
    null,
    null,
    null,
  ]);
});
