import { z } from 'zod';
import type { Id } from '#kernel/ids.ts';
import { err, ok, type Result } from '#kernel/result.ts';
import { cleanText } from '#kernel/text.ts';
import { isAgent } from '#domain/accounts/roles.ts';
import type { House } from '#features/house.ts';
import type { PasskeyQuestion, StoredPasskey } from '#ports/passkeys.ts';
import { findAccount, rolesOf } from '#store/accounts.repository.ts';
import type { SignedIn } from './sign-in.ts';

const LABEL_MAX = 60;

async function keysOf(house: Pick<House, 'db'>, accountId: Id<'account'>): Promise<StoredPasskey[]> {
  return house.db
    .selectFrom('passkey')
    .select(['id', 'publicKey', 'counter', 'transports'])
    .where('accountId', '=', accountId)
    .execute();
}

/** Asks the browser to make a passkey. The caller keeps the challenge in the session until the answer comes. */
export async function askNewPasskey(
  house: Pick<House, 'db' | 'passkeys'>,
  input: { accountId: Id<'account'> },
): Promise<Result<PasskeyQuestion, 'account.unknown'>> {
  const account = await findAccount(house.db, input.accountId);
  if (!account?.email) return err('account.unknown');
  return ok(await house.passkeys.askNew({ id: account.id, email: account.email }, await keysOf(house, account.id)));
}

/** Keeps the passkey that the browser made. @param answer hostile JSON */
export async function registerPasskey(
  house: Pick<House, 'db' | 'clock' | 'passkeys'>,
  input: { accountId: Id<'account'>; challenge: string; answer: unknown; label: string },
): Promise<Result<void, 'passkey.refused'>> {
  const checked = await house.passkeys.checkNew(input.answer, input.challenge);
  if (!checked.ok) return checked;
  const { id, publicKey, counter, transports } = checked.value;
  const added = await house.db
    .insertInto('passkey')
    .values({
      id,
      accountId: input.accountId,
      publicKey: Buffer.from(publicKey),
      counter,
      transports: z.array(z.string()).parse(transports),
      label: [...cleanText(input.label)].slice(0, LABEL_MAX).join(''),
      createdAt: house.clock.now(),
      usedAt: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return added ? ok() : err('passkey.refused');
}

/** Asks the browser for a passkey of this service. */
export function askPasskey(house: Pick<House, 'passkeys'>): Promise<PasskeyQuestion> {
  return house.passkeys.askSignIn();
}

/** Judges an answer of a passkey, whoever's it is: possession and a PIN or finger, both factors at once. */
export async function checkPasskey(
  house: Pick<House, 'db' | 'clock' | 'passkeys'>,
  input: { challenge: string; answer: unknown },
): Promise<Result<{ accountId: Id<'account'> }, 'passkey.refused'>> {
  const id = house.passkeys.idOf(input.answer);
  if (!id) return err('passkey.refused');
  const key = await house.db.selectFrom('passkey').selectAll().where('id', '=', id).executeTakeFirst();
  const account = key && (await findAccount(house.db, key.accountId));
  if (!account || account.disabledAt) return err('passkey.refused');
  const checked = await house.passkeys.checkSignIn(input.answer, input.challenge, key);
  if (!checked.ok) return checked;
  const used = { counter: checked.value.counter, usedAt: house.clock.now() };
  await house.db.updateTable('passkey').set(used).where('id', '=', id).execute();
  return ok({ accountId: account.id });
}

/**
 * Signs an agent in by a passkey. Accounts without an agent's role are refused like unknown keys. Opens no session: the caller does.
 */
export async function signInWithPasskey(
  house: Pick<House, 'db' | 'clock' | 'passkeys'>,
  input: { challenge: string; answer: unknown },
): Promise<Result<SignedIn, 'passkey.refused'>> {
  const checked = await checkPasskey(house, input);
  if (!checked.ok) return checked;
  const { accountId } = checked.value;
  const roles = await rolesOf(house.db, accountId);
  return isAgent(roles) ? ok({ accountId, roles }) : err('passkey.refused');
}
