import { randomBytes } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { Clock } from '#kernel/clock.ts';
import { uuidV7, type Ids, type RandomBytes } from '#kernel/ids.ts';

/** The clock of this machine. */
export const systemClock: Clock = { now: () => new Date(), pause: (ms) => setTimeout(ms) };

/** Bytes of the operating system's random source. */
export const systemRandom: RandomBytes = (length) => randomBytes(length);

/** New identifiers from the clock and the random source of this machine. */
export const systemIds: Ids = { next: () => uuidV7(Date.now(), randomBytes(10)) };
