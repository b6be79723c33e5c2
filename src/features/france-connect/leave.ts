import { err, ok, type Result } from '#kernel/result.ts';
import { DEPARTURE_MS } from '#domain/accounts/france-connect.ts';
import type { House } from '#features/house.ts';
import type { ProviderFault } from '#ports/identity-provider.ts';
import { newChance } from './depart.ts';

/** Where to send a browser so that FranceConnect ends its session too, and what it must bring back. */
export interface Leave {
  readonly address: string;
  readonly state: string;
  /** Milliseconds since 1970. */
  readonly until: number;
}

/** Prepares the logout of FranceConnect, once our own session is over. A fault when FranceConnect does not answer. */
export async function leaveFranceConnect(
  house: Pick<House, 'clock' | 'random' | 'franceConnect'>,
  input: { idToken: string },
): Promise<Result<Leave, ProviderFault>> {
  const state = newChance(house);
  const left = await house.franceConnect?.leave({ idToken: input.idToken, state });
  if (!left) return err({ reason: 'provider.unreachable', detail: 'off' });
  return left.ok ? ok({ address: left.value, state, until: house.clock.now().getTime() + DEPARTURE_MS }) : left;
}
