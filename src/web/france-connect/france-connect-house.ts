import type { House } from '#features/house.ts';

/** What the acts around FranceConnect need, handed to their doors by main. */
export type FranceConnectHouse = Pick<
  House,
  | 'db'
  | 'transact'
  | 'clock'
  | 'ids'
  | 'random'
  | 'jobs'
  | 'secrets'
  | 'passwords'
  | 'passkeys'
  | 'totp'
  | 'settings'
  | 'franceConnect'
>;
