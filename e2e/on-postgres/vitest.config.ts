import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Stories of several processes on one PostgreSQL server, without windows. Started by `npm test -- workers` where the server is installed. */
export default defineConfig({
  test: {
    include: ['e2e/on-postgres/**/*.test.ts'],
    globalSetup: [fileURLToPath(new URL('../kit/build-once.ts', import.meta.url))],
    pool: 'forks',
    maxWorkers: 1,
    testTimeout: 300_000,
    hookTimeout: 300_000,
    env: { TZ: 'UTC' },
  },
});
