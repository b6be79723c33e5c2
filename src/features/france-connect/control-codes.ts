import { HOUR_MS } from '#kernel/clock.ts';
import type { Id } from '#kernel/ids.ts';
import { sixDigits } from '#kernel/six-digits.ts';
import { CONTROL_CODE } from '#domain/accounts/france-connect.ts';
import type { Email } from '#domain/accounts/email.ts';
import type { House } from '#features/house.ts';
import { findAccountByEmail, lockAccount } from '#store/accounts.repository.ts';
import { enqueueMail } from '#store/outbox.repository.ts';

/** Purpose of these codes among those of accounts, and under which one waits sealed for its mail. */
export const CONTROL = 'france_connect_link';

const hashOf = (house: Pick<House, 'secrets'>, accountId: Id<'account'>, code: string) =>
  house.secrets.keyedHash(CONTROL, `${accountId}|${code}`);

/**
 * Mails a six-digit code to an account, to prove control of it. An address without account gets the same answer, and no mail; so does
 * a fourth code within the hour. A new code ends those before it.
 */
export async function sendControlCode(
  house: Pick<House, 'transact' | 'clock' | 'ids' | 'random' | 'secrets'>,
  input: { email: Email },
): Promise<void> {
  await house.transact(async (tx) => {
    const known = await findAccountByEmail(tx, input.email);
    const account = known && (await lockAccount(tx, known.id));
    if (!account || account.disabledAt) return;
    const now = house.clock.now();
    const codes = tx.selectFrom('accountCode').select('id').where('accountId', '=', account.id).where('purpose', '=', CONTROL);
    const recent = await codes.where('createdAt', '>', new Date(now.getTime() - HOUR_MS)).execute();
    if (recent.length >= CONTROL_CODE.perHour) return;
    await tx
      .updateTable('accountCode')
      .set({ usedAt: now })
      .where('accountId', '=', account.id)
      .where('purpose', '=', CONTROL)
      .where('usedAt', 'is', null)
      .execute();
    const id = house.ids.next<'accountCode'>();
    const code = sixDigits(house.random);
    await tx
      .insertInto('accountCode')
      .values({
        id,
        accountId: account.id,
        purpose: CONTROL,
        codeHash: hashOf(house, account.id, code),
        expiresAt: new Date(now.getTime() + CONTROL_CODE.lifeMs),
        createdAt: now,
      })
      .execute();
    const payload = { codeId: id, accountId: account.id, sealed: house.secrets.seal(CONTROL, code) };
    await enqueueMail(tx, { id: house.ids.next(), topic: 'france_connect.code', payload, about: account.id, at: now });
  });
}

/**
 * Judges a code. It works once, for ten minutes, and dies after five wrong tries, over all browsers together.
 * @returns the account it proves control of; `wrong`, or `dead` when the tries are used up
 */
export async function tryControlCode(
  house: Pick<House, 'transact' | 'clock' | 'secrets'>,
  input: { email: Email; code: string },
): Promise<{ readonly accountId: Id<'account'> } | 'wrong' | 'dead'> {
  const now = house.clock.now();
  return house.transact(async (tx) => {
    const account = await findAccountByEmail(tx, input.email);
    if (!account || account.disabledAt) return 'wrong';
    const row = await tx
      .selectFrom('accountCode')
      .selectAll()
      .where('accountId', '=', account.id)
      .where('purpose', '=', CONTROL)
      .where('usedAt', 'is', null)
      .where('expiresAt', '>', now)
      .orderBy('createdAt', 'desc')
      .limit(1)
      .forUpdate()
      .executeTakeFirst();
    if (!row) return 'wrong';
    const right = row.codeHash.equals(hashOf(house, account.id, input.code.replace(/\s/g, '')));
    const tries = row.tries + 1;
    const over = right || tries >= CONTROL_CODE.tries;
    await tx
      .updateTable('accountCode')
      .set({ tries, ...(over ? { usedAt: now } : {}) })
      .where('id', '=', row.id)
      .execute();
    if (right) return { accountId: account.id };
    return over ? 'dead' : 'wrong';
  });
}
