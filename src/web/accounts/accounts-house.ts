import type { House } from '#features/house.ts';

/** What the acts of accounts need, handed to their doors by main. */
export type AccountsHouse = Pick<
  House,
  'db' | 'transact' | 'clock' | 'ids' | 'random' | 'secrets' | 'passwords' | 'settings' | 'franceConnect'
>;
