import type { Id } from '#kernel/ids.ts';
import { err, type Result } from '#kernel/result.ts';
import { DEPARTURE_MS } from '#domain/accounts/france-connect.ts';
import type { House } from '#features/house.ts';
import type { ProviderFault } from '#ports/identity-provider.ts';
import { noteDeparture, type DeparturePurpose } from './session-notes.ts';

const CHANCE_BYTES = 32;

/** A text that nobody can guess: 32 random bytes as 43 characters. */
export const newChance = (house: Pick<House, 'random'>): string => Buffer.from(house.random(CHANCE_BYTES)).toString('base64url');

/** Starts a round trip to FranceConnect: its `state` and `nonce` are new, serve once and belong to the browser's session for half an hour. */
export async function depart(
  house: Pick<House, 'transact' | 'clock' | 'random' | 'secrets' | 'franceConnect'>,
  input: { sessionId: Id<'session'>; accountId: Id<'account'> | null; purpose: DeparturePurpose; back: string },
): Promise<Result<string, ProviderFault>> {
  if (!house.franceConnect) return err({ reason: 'provider.unreachable', detail: 'off' });
  const { sessionId, accountId, purpose, back } = input;
  const keys = { state: newChance(house), nonce: newChance(house) };
  const until = house.clock.now().getTime() + DEPARTURE_MS;
  const begun = await house.franceConnect.begin(keys);
  if (begun.ok) await noteDeparture(house, sessionId, { ...keys, purpose, accountId, back, until });
  return begun;
}
