import { HOUR_MS, MINUTE_MS } from '#kernel/clock.ts';
import type { Id } from '#kernel/ids.ts';
import { err, ok, type Result } from '#kernel/result.ts';
import { sixDigits } from '#kernel/six-digits.ts';
import type { House } from '#features/house.ts';
import { enqueueMail } from '#store/outbox.repository.ts';
import { hashOf } from './tokens.ts';

const CODE_LIFE_MS = 10 * MINUTE_MS;
const SESSION_LIFE_MS = 12 * HOUR_MS;
const RESEND_AFTER_MS = MINUTE_MS;
const CODES_AN_HOUR = 5;
const TRIES = 5;

/** Purpose under which a code waits sealed for its mail. */
export const LINK_CODE = 'link-code';

const codeHash = (house: Pick<House, 'secrets'>, linkId: string, email: string, code: string) =>
  house.secrets.keyedHash(LINK_CODE, `${linkId}|${email}|${code}`);

/**
 * Mails a six-digit code to an address. An address that may not open gets the same answer, and no mail. Asking again within a minute,
 * or more than five times an hour, changes nothing.
 * @param email lower-cased
 */
export async function askLinkCode(
  house: Pick<House, 'transact' | 'clock' | 'ids' | 'random' | 'secrets'>,
  input: { linkId: Id<'link'>; email: string; locale: string },
): Promise<void> {
  const now = house.clock.now();
  await house.transact(async (tx) => {
    const link = await tx.selectFrom('link').select(['id', 'door']).where('id', '=', input.linkId).forUpdate().executeTakeFirst();
    if (!link) return;
    const recent = await tx
      .selectFrom('linkCode')
      .select('createdAt')
      .where('linkId', '=', link.id)
      .where('email', '=', input.email)
      .where('createdAt', '>', new Date(now.getTime() - HOUR_MS))
      .orderBy('createdAt', 'desc')
      .execute();
    const [last] = recent;
    if (recent.length >= CODES_AN_HOUR || (last && now.getTime() - last.createdAt.getTime() < RESEND_AFTER_MS)) return;
    const listed =
      link.door === 'any_address' ||
      (await tx
        .selectFrom('linkAddress')
        .select('email')
        .where('linkId', '=', link.id)
        .where('email', '=', input.email)
        .executeTakeFirst()) !== undefined;
    const id = house.ids.next<'linkCode'>();
    const code = sixDigits(house.random);
    await tx
      .insertInto('linkCode')
      .values({
        id,
        linkId: link.id,
        email: input.email,
        codeHash: listed ? codeHash(house, link.id, input.email, code) : null,
        expiresAt: new Date(now.getTime() + CODE_LIFE_MS),
        createdAt: now,
      })
      .execute();
    if (listed)
      await enqueueMail(tx, {
        id: house.ids.next(),
        topic: 'link.code',
        payload: { codeId: id, sealed: house.secrets.seal(LINK_CODE, code), locale: input.locale },
        about: link.id,
        at: now,
      });
  });
}

/**
 * Checks a code; success opens a session for this link only, for twelve hours. A code works once and dies after five wrong tries.
 * @returns the session's token, to be put in a cookie
 */
export async function tryLinkCode(
  house: Pick<House, 'transact' | 'clock' | 'ids' | 'random' | 'secrets'>,
  input: { linkId: Id<'link'>; email: string; code: string },
): Promise<Result<{ sessionToken: string; expiresAt: Date }, 'link.code_wrong'>> {
  const now = house.clock.now();
  const outcome = await house.transact(async (tx) => {
    const row = await tx
      .selectFrom('linkCode')
      .selectAll()
      .where('linkId', '=', input.linkId)
      .where('email', '=', input.email)
      .where('usedAt', 'is', null)
      .where('expiresAt', '>', now)
      .where('tries', '<', TRIES)
      .orderBy('createdAt', 'desc')
      .limit(1)
      .forUpdate()
      .executeTakeFirst();
    if (!row) return ok(null);
    const right = row.codeHash?.equals(codeHash(house, input.linkId, input.email, input.code.replace(/\s/g, ''))) ?? false;
    if (!right) {
      await tx
        .updateTable('linkCode')
        .set((eb) => ({ tries: eb('tries', '+', 1) }))
        .where('id', '=', row.id)
        .execute();
      return ok(null);
    }
    await tx.updateTable('linkCode').set({ usedAt: now }).where('id', '=', row.id).execute();
    const sessionToken = Buffer.from(house.random(32)).toString('base64url');
    const expiresAt = new Date(now.getTime() + SESSION_LIFE_MS);
    await tx
      .insertInto('linkSession')
      .values({
        id: house.ids.next(),
        linkId: input.linkId,
        tokenHash: hashOf(sessionToken),
        email: input.email,
        createdAt: now,
        expiresAt,
      })
      .execute();
    return ok({ sessionToken, expiresAt });
  });
  return outcome.ok && outcome.value ? ok(outcome.value) : err('link.code_wrong');
}
