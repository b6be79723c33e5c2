import type { House } from '#features/house.ts';

/** What signing in to the console needs. */
export type ConsoleSignInHouse = Pick<
  House,
  'db' | 'transact' | 'clock' | 'ids' | 'random' | 'secrets' | 'passwords' | 'totp' | 'passkeys' | 'settings'
>;
