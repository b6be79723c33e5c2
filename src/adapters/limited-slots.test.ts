import { describe, expect, it } from 'vitest';
import { limitedSlots } from './limited-slots.ts';

describe('limited slots', () => {
  it('never run more work at once than allowed, and all of it in order', async () => {
    const inSlot = limitedSlots(2);
    let running = 0;
    let most = 0;
    const started: number[] = [];
    await Promise.all(
      Array.from({ length: 9 }, (_, i) =>
        inSlot(async () => {
          started.push(i);
          most = Math.max(most, (running += 1));
          await new Promise((done) => setImmediate(done));
          running -= 1;
        }),
      ),
    );
    expect(most).toBe(2);
    expect(started).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('are freed by work that fails', async () => {
    const inSlot = limitedSlots(1);
    await expect(inSlot(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await inSlot(async () => 'next')).toBe('next');
  });
});
