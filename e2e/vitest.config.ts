import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Walks through the built program, one file after the other: each is a long story. Started by `npm test -- walks`. */
export default defineConfig({
  test: {
    include: ['e2e/**/*.test.ts'],
    exclude: ['e2e/on-postgres/**'],
    globalSetup: [fileURLToPath(new URL('./kit/build-once.ts', import.meta.url))],
    pool: 'forks',
    maxWorkers: 1,
    testTimeout: 600_000,
    hookTimeout: 300_000,
    env: { TZ: 'UTC' },
  },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
});
