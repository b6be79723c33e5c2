import type { Id } from '#kernel/ids.ts';
import { err, ok, type Result } from '#kernel/result.ts';
import { parseEmail, type Email } from '#domain/accounts/email.ts';
import { CONTROL_CODE, type LinkRefusal } from '#domain/accounts/france-connect.ts';
import { checkCode, checkPasskey, checkPassword, noteArrival, readSecondFactors, type Place } from '#features/accounts/api.ts';
import type { House } from '#features/house.ts';
import { findAccountByEmail } from '#store/accounts.repository.ts';
import { sendControlCode, tryControlCode } from './control-codes.ts';
import { noteLinkEvent } from './events.ts';
import { linkIdentity, tellHolder } from './link-identity.ts';
import { keepPending, type Pending } from './session-notes.ts';

type ControlHouse = Pick<
  House,
  'db' | 'transact' | 'clock' | 'ids' | 'random' | 'secrets' | 'jobs' | 'passwords' | 'passkeys' | 'totp'
>;

/** The proof was enough, and the account is linked; or its second factor is due. */
export type Controlled = { readonly kind: 'linked'; readonly accountId: Id<'account'> } | { readonly kind: 'second_factor' };

/** Why control was not proved. `control.stopped`: five wrong codes; the identity waits no more. */
export type ControlRefusal =
  | { readonly reason: 'control.wrong' | 'control.stopped' | LinkRefusal }
  | { readonly reason: 'control.wait'; readonly retryAt: Date };

/** Where a proof is given: the session in which an identity waits. */
export interface Proving {
  readonly sessionId: Id<'session'>;
  readonly pending: Pending;
  readonly place: Place;
}

type Outcome = Promise<Result<Controlled, ControlRefusal>>;

async function link(house: ControlHouse, at: Proving, accountId: Id<'account'>, byMail: boolean): Outcome {
  const { sub, identity } = at.pending;
  const done = await linkIdentity(house, { accountId, sub, identity, byMail, except: null });
  if (!done.ok) return err({ reason: done.error });
  await keepPending(house, at.sessionId, null);
  await noteArrival(house, { accountId, place: at.place });
  return ok({ kind: 'linked', accountId });
}

/** One factor was right: links, or asks the second one of an account that has it. */
async function controlled(house: ControlHouse, at: Proving, accountId: Id<'account'>, byMail: boolean): Outcome {
  const { codes, passkeys } = await readSecondFactors(house, { accountId });
  if (!codes && passkeys.length === 0) return link(house, at, accountId, byMail);
  await keepPending(house, at.sessionId, { ...at.pending, proved: accountId, byMail });
  return ok({ kind: 'second_factor' });
}

/** Proves control of an account by its address and password. */
export async function proveByPassword(
  house: ControlHouse,
  input: Proving & { readonly email: Email; readonly password: string },
): Outcome {
  const checked = await checkPassword(house, input);
  if (checked.ok) return controlled(house, input, checked.value.accountId, false);
  const refusal = checked.error;
  return err(refusal.reason === 'sign_in.wait' ? { ...refusal, reason: 'control.wait' } : { reason: 'control.wrong' });
}

/** Mails a code to an account, if there is one, and notes for which address: nothing on screen tells whether there is. */
export async function askControlCode(house: ControlHouse, input: Proving & { readonly email: Email }): Promise<void> {
  await keepPending(house, input.sessionId, { ...input.pending, asked: input.email });
  await sendControlCode(house, input);
}

/** Proves control of an account by the code mailed to it. Five wrong codes stop the link; the holder is told. */
export async function proveByCode(house: ControlHouse, input: Proving & { readonly code: string }): Outcome {
  const email = input.pending.asked && parseEmail(input.pending.asked);
  if (!email) return err({ reason: 'control.wrong' });
  const tried = await tryControlCode(house, { email, code: input.code });
  if (typeof tried === 'object') return controlled(house, input, tried.accountId, true);
  const wrong = input.pending.wrong + 1;
  const over = tried === 'dead' || wrong >= CONTROL_CODE.tries;
  await keepPending(house, input.sessionId, over ? null : { ...input.pending, wrong });
  if (!over) return err({ reason: 'control.wrong' });
  await house.transact(async (tx) => {
    const account = await findAccountByEmail(tx, email);
    if (!account) return;
    await noteLinkEvent(tx, house, { accountId: account.id, type: 'france_connect.refused', reason: 'codes_wrong' });
    await tellHolder(tx, house, account.id, 'france_connect.refused');
  });
  return err({ reason: 'control.stopped' });
}

/** The second factor of the account whose password or mailed code was right, by its authenticator. */
export async function proveBySecondFactor(house: ControlHouse, input: Proving & { readonly code: string }): Outcome {
  const { proved, byMail } = input.pending;
  // A secret prepared but never confirmed is no second factor: it could have been shown to whoever holds the password.
  if (!proved || !(await readSecondFactors(house, { accountId: proved })).codes) return err({ reason: 'control.wrong' });
  const checked = await checkCode(house, { accountId: proved, code: input.code });
  if (checked.ok) return link(house, input, proved, byMail);
  const refusal = checked.error;
  return err(refusal.reason === 'code.wait' ? { ...refusal, reason: 'control.wait' } : { reason: 'control.wrong' });
}

/**
 * Proves control by a passkey: both factors at once. After another factor of one account, a key of another account is refused.
 * @param input.answer of the browser, hostile JSON
 */
export async function proveByPasskey(
  house: ControlHouse,
  input: Proving & { readonly challenge: string; readonly answer: unknown },
): Outcome {
  const checked = await checkPasskey(house, input);
  const { proved, byMail } = input.pending;
  if (!checked.ok || (proved && proved !== checked.value.accountId)) return err({ reason: 'control.wrong' });
  return link(house, input, checked.value.accountId, proved ? byMail : false);
}
