import { z } from 'zod';
import type { Id } from '#kernel/ids.ts';
import { certifiedIdentity } from '#domain/accounts/france-connect.ts';
import type { House } from '#features/house.ts';
import type { SessionState } from '#ports/sessions.ts';

/** What a departure for FranceConnect is for: to sign in, to link the account that is signed in, to prove again who one is. */
const DEPARTURE_PURPOSES = ['sign_in', 'link', 'prove'] as const;
export type DeparturePurpose = (typeof DEPARTURE_PURPOSES)[number];

const accountId = z.uuid().transform((id) => id as Id<'account'>);

const departure = z.object({
  state: z.string(),
  nonce: z.string(),
  purpose: z.enum(DEPARTURE_PURPOSES),
  /** Who was signed in, for a link or a proof. */
  accountId: accountId.nullable(),
  /** Path of this site to come back to. */
  back: z.string(),
  until: z.number(),
});
export type Departure = z.output<typeof departure>;

const pending = z.object({
  sub: z.string(),
  identity: certifiedIdentity,
  email: z.string().nullable(),
  idToken: z.string(),
  back: z.string(),
  until: z.number(),
  /** Wrong codes typed in this session. */
  wrong: z.number(),
  /** Address that a code was asked for. */
  asked: z.string().nullable(),
  /** Account whose password or code was right and whose second factor is due. */
  proved: accountId.nullable(),
  /** The proof was a code mailed to the account: its mailbox is the person's. */
  byMail: z.boolean(),
});
/** An identity that came back from FranceConnect and has no account here yet. */
export type Pending = z.output<typeof pending>;

const leaving = z.object({ state: z.string(), until: z.number() });

/** Keys of a session's state that are ours. Identities and tokens stand there sealed: a row read by somebody tells nothing. */
const state = z.object({
  departures: z.array(departure).catch([]).default([]),
  newcomer: z.string().nullish().catch(null),
  franceConnect: z.string().nullish().catch(null),
  leaving: leaving.nullish().catch(null),
});
type OwnState = z.output<typeof state>;

const SEALED = 'france_connect';
const MOST_DEPARTURES = 5;

type NotesHouse = Pick<House, 'transact' | 'clock' | 'secrets'>;

/** Changes the notes of a session while its row is held, so that each is used once. */
async function change<T>(
  house: NotesHouse,
  id: Id<'session'>,
  work: (own: OwnState) => { own: OwnState; result: T },
): Promise<T | null> {
  return house.transact(async (tx) => {
    const row = await tx.selectFrom('session').select('state').where('id', '=', id).forUpdate().executeTakeFirst();
    if (!row) return null;
    const others = z.record(z.string(), z.unknown()).parse(row.state);
    const { own, result } = work(state.parse(others));
    await tx
      .updateTable('session')
      .set({ state: JSON.stringify({ ...others, ...own }) })
      .where('id', '=', id)
      .execute();
    return result;
  });
}

/** Notes a departure; several tabs may be under way at a time, the oldest are forgotten. */
export async function noteDeparture(house: NotesHouse, id: Id<'session'>, made: Departure): Promise<void> {
  const now = house.clock.now().getTime();
  await change(house, id, (own) => {
    const live = own.departures.filter(({ until }) => until > now).slice(1 - MOST_DEPARTURES);
    return { own: { ...own, departures: [...live, made] }, result: null };
  });
}

/** Takes a departure back by its state: once, in the session that made it, while it is fresh; else `null`. */
export async function takeDeparture(house: NotesHouse, id: Id<'session'>, wanted: string): Promise<Departure | null> {
  const now = house.clock.now().getTime();
  const found = await change(house, id, (own) => ({
    own: { ...own, departures: own.departures.filter((made) => made.state !== wanted) },
    result: own.departures.find((made) => made.state === wanted && made.until > now) ?? null,
  }));
  return found;
}

/** Keeps an identity without account in the session, sealed; `null` forgets it. */
export async function keepPending(house: NotesHouse, id: Id<'session'>, kept: Pending | null): Promise<void> {
  const newcomer = kept && house.secrets.seal(SEALED, JSON.stringify(kept));
  await change(house, id, (own) => ({ own: { ...own, newcomer }, result: null }));
}

/** The identity that waits in a session; `null` when there is none or it waited too long. */
export function readPending(house: Pick<House, 'clock' | 'secrets'>, session: SessionState): Pending | null {
  const sealed = state.parse(session).newcomer;
  const opened = sealed ? house.secrets.open(SEALED, sealed) : null;
  const read = opened?.ok ? pending.safeParse(JSON.parse(opened.value)) : null;
  return read?.success && read.data.until > house.clock.now().getTime() ? read.data : null;
}

/** State of a session that was opened through FranceConnect: its id token, sealed, for the logout. */
export function openedByFranceConnect(house: Pick<House, 'secrets'>, idToken: string): SessionState {
  return { franceConnect: house.secrets.seal(SEALED, idToken) };
}

/** The id token of a session that was opened through FranceConnect; `null` for the others. */
export function idTokenOf(house: Pick<House, 'secrets'>, session: SessionState): string | null {
  const sealed = state.parse(session).franceConnect;
  const opened = sealed ? house.secrets.open(SEALED, sealed) : null;
  return opened?.ok ? opened.value : null;
}

/** Notes that a browser left for the logout of FranceConnect, in the anonymous session it goes on with. */
export async function noteLeaving(house: NotesHouse, id: Id<'session'>, left: { state: string; until: number }): Promise<void> {
  await change(house, id, (own) => ({ own: { ...own, leaving: left }, result: null }));
}

/** True, once, when a browser comes back from the logout it left for. */
export async function takeLeaving(house: NotesHouse, id: Id<'session'>, given: string): Promise<boolean> {
  const now = house.clock.now().getTime();
  const right = await change(house, id, (own) => ({
    own: { ...own, leaving: null },
    result: !!own.leaving && own.leaving.state === given && own.leaving.until > now,
  }));
  return right ?? false;
}
