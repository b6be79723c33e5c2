import type { Id } from '#kernel/ids.ts';
import { err, ok, type Result } from '#kernel/result.ts';
import { PENDING_MS, type LinkRefusal, type ReturnFault } from '#domain/accounts/france-connect.ts';
import { noteArrival, type Place } from '#features/accounts/api.ts';
import type { House } from '#features/house.ts';
import type { ProvenIdentity } from '#ports/identity-provider.ts';
import { carryNames } from './carry-names.ts';
import { linkIdentity } from './link-identity.ts';
import { keepPending, takeDeparture, type Departure } from './session-notes.ts';

/** What a return from FranceConnect leads to. */
export type Returned =
  /** The caller opens a session, with the id token. */
  | { readonly kind: 'signed_in'; readonly accountId: Id<'account'>; readonly idToken: string; readonly back: string }
  /** No account bears this identity: it waits in the session. */
  | { readonly kind: 'newcomer' }
  /** The account that was signed in; its session is opened anew, with the id token. */
  | { readonly kind: 'linked' | 'proved'; readonly accountId: Id<'account'>; readonly idToken: string; readonly back: string }
  | { readonly kind: 'refused'; readonly refusal: LinkRefusal };

/** What went wrong, for the log; people see one page whatever it was. */
export interface ReturnFailure {
  readonly reason: ReturnFault;
  readonly detail: string;
  /** Where the person wanted to go, when this is a departure of their browser. */
  readonly back?: string;
}

type ReturnHouse = Pick<House, 'db' | 'transact' | 'clock' | 'ids' | 'random' | 'secrets' | 'jobs' | 'franceConnect'>;

/**
 * Judges what came back from FranceConnect. The state is used up first: an unknown, used or foreign one ends it there, without a
 * call to the provider. A disabled account stays so.
 * @param input.query of the return address, with its `?`
 */
export async function comeBack(
  house: ReturnHouse,
  input: { sessionId: Id<'session'> | null; accountId: Id<'account'> | null; query: string; place: Place },
): Promise<Result<Returned, ReturnFailure>> {
  const state = new URLSearchParams(input.query).get('state') ?? '';
  const departure = input.sessionId ? await takeDeparture(house, input.sessionId, state) : null;
  if (!departure || !house.franceConnect || !input.sessionId) return err({ reason: 'return.unknown_state', detail: 'state' });
  const done = await house.franceConnect.finish({ query: input.query, state, nonce: departure.nonce });
  if (!done.ok) return err({ ...done.error, back: departure.back });
  if (departure.purpose === 'sign_in') return arrive(house, input.sessionId, done.value, departure, input.place);
  if (input.accountId === null || input.accountId !== departure.accountId)
    return err({ reason: 'return.unknown_state', detail: 'account' });
  return departure.purpose === 'link'
    ? link(house, input.sessionId, input.accountId, done.value, departure)
    : prove(house, input.accountId, done.value, departure);
}

async function arrive(
  house: ReturnHouse,
  sessionId: Id<'session'>,
  proven: ProvenIdentity,
  { back }: Departure,
  place: Place,
): Promise<Result<Returned, ReturnFailure>> {
  const { sub, identity, email, idToken } = proven;
  const account = await house.db.selectFrom('account').select(['id', 'disabledAt']).where('fcSub', '=', sub).executeTakeFirst();
  if (!account) {
    const until = house.clock.now().getTime() + PENDING_MS;
    const kept = { sub, identity, email, idToken, back, until, wrong: 0, asked: null, proved: null, byMail: false };
    await keepPending(house, sessionId, kept);
    return ok({ kind: 'newcomer' });
  }
  if (account.disabledAt) return err({ reason: 'account.disabled', detail: 'disabled', back });
  await house.transact((tx) => carryNames(tx, house, account.id, identity));
  await noteArrival(house, { accountId: account.id, place });
  return ok({ kind: 'signed_in', accountId: account.id, idToken, back });
}

async function link(
  house: ReturnHouse,
  sessionId: Id<'session'>,
  accountId: Id<'account'>,
  { sub, identity, idToken }: ProvenIdentity,
  { back }: Departure,
): Promise<Result<Returned, ReturnFailure>> {
  const done = await linkIdentity(house, { accountId, sub, identity, byMail: false, except: sessionId });
  return ok(done.ok ? { kind: 'linked', accountId, idToken, back } : { kind: 'refused', refusal: done.error });
}

async function prove(
  house: ReturnHouse,
  accountId: Id<'account'>,
  { sub, idToken }: ProvenIdentity,
  { back }: Departure,
): Promise<Result<Returned, ReturnFailure>> {
  const account = await house.db.selectFrom('account').select('fcSub').where('id', '=', accountId).executeTakeFirst();
  if (account?.fcSub !== sub) return ok({ kind: 'refused', refusal: 'link.other_identity' });
  return ok({ kind: 'proved', accountId, idToken, back });
}
