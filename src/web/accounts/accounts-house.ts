import type { House } from '#features/house.ts';

/** What the acts of accounts need, handed to their doors by main. */
export type AccountsHouse = Pick<House, 'db' | 'transact' | 'clock' | 'ids' | 'random' | 'secrets' | 'passwords' | 'settings'>;

/** How these doors are set up. */
export interface AccountDoors {
  /** Origin of FranceConnect, where its button leads by redirect; `null` when it is off. */
  readonly franceConnectOrigin: string | null;
}
