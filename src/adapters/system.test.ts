import { describe, expect, it } from 'vitest';
import { parseId } from '#kernel/ids.ts';
import { systemClock, systemIds, systemRandom } from './system.ts';

describe('the sources of this machine', () => {
  it('give identifiers that are valid, differ, and sort by time to the millisecond', async () => {
    const before = systemIds.next();
    const start = systemClock.now().getTime();
    while (systemClock.now().getTime() === start) await new Promise((done) => setImmediate(done));
    const after = systemIds.next();
    expect(parseId(before)).toBe(before);
    expect(before < after).toBe(true);
  });

  it('give as many random bytes as asked', () => {
    expect(systemRandom(24)).toHaveLength(24);
    expect(systemRandom(24)).not.toEqual(systemRandom(24));
  });
});
