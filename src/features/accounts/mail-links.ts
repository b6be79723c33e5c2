import { createHash } from 'node:crypto';
import { HOUR_MS } from '#kernel/clock.ts';
import type { Id } from '#kernel/ids.ts';
import type { House } from '#features/house.ts';
import { LINK_LIFETIMES } from '#domain/accounts/lifetimes.ts';
import {
  countTokensSince,
  findLiveToken,
  insertMailToken,
  useToken,
  voidTokens,
  type MailTokenRow,
} from '#store/mail-tokens.repository.ts';
import { enqueueMail } from '#store/outbox.repository.ts';
import type { Tx } from '#store/unit-of-work.ts';

/** What a link sent by mail does. */
export type LinkPurpose = keyof typeof LINK_LIFETIMES;

const MAILS_AN_HOUR = 3;

/**
 * Links that a later one does not end: whoever took an account must not take away those that undo a change of address by changing it
 * twice, and each warning of an end can be answered from the mail that carries it.
 */
const LASTING: ReadonlySet<LinkPurpose> = new Set(['cancel_change', 'keep']);

const hashOf = (token: string) => createHash('sha256').update(token).digest();

/**
 * The token of a link, 256 bits: a keyed hash of its row's id. The database holds its SHA-256 only, and the mail can still be
 * written again after a failed delivery without the token ever being stored.
 */
export function tokenOf(house: Pick<House, 'secrets'>, id: Id<'mailToken'>): string {
  return house.secrets.keyedHash('mail_token', id).toString('base64url');
}

interface NewLink {
  readonly accountId: Id<'account'>;
  readonly purpose: LinkPurpose;
  /** Topic of the mail that carries it. */
  readonly topic: string;
  /** The address it speaks of, when that is not the account's own. */
  readonly email?: string;
  readonly lifetimeMs?: number;
  /** Where to come back to after signing in. */
  readonly payload?: Readonly<Record<string, string>>;
}

/**
 * Makes a link and puts the mail that carries it into the outbox. Earlier links of the same purpose stop working, except lasting ones.
 * @returns id of the mail
 */
export async function sendLink(tx: Tx, house: Pick<House, 'secrets' | 'clock' | 'ids'>, link: NewLink): Promise<Id<'outbox'>> {
  const now = house.clock.now();
  const id = house.ids.next<'mailToken'>();
  if (!LASTING.has(link.purpose)) await voidTokens(tx, link.accountId, [link.purpose], now);
  await insertMailToken(tx, {
    id,
    tokenHash: hashOf(tokenOf(house, id)),
    accountId: link.accountId,
    purpose: link.purpose,
    email: link.email ?? null,
    expiresAt: new Date(now.getTime() + (link.lifetimeMs ?? LINK_LIFETIMES[link.purpose])),
    createdAt: now,
  });
  const payload = { ...link.payload, accountId: link.accountId, tokenId: id };
  const outboxId = house.ids.next<'outbox'>();
  await enqueueMail(tx, { id: outboxId, topic: link.topic, payload, about: link.accountId, at: now });
  return outboxId;
}

/** True when an account was sent enough links of a kind for this hour: asking again sends nothing, and says nothing. */
export async function sentEnough(
  tx: Tx,
  house: Pick<House, 'clock'>,
  accountId: Id<'account'>,
  purpose: LinkPurpose,
): Promise<boolean> {
  const hourAgo = new Date(house.clock.now().getTime() - HOUR_MS);
  return (await countTokensSince(tx, accountId, purpose, hourAgo)) >= MAILS_AN_HOUR;
}

/** Reads a link without using it up: mail scanners open pages too, so only a POST uses a link. `null` when it does not work. */
export function findLink(
  house: Pick<House, 'db' | 'clock'>,
  input: { token: string; purpose: LinkPurpose },
): Promise<MailTokenRow | null> {
  return findLiveToken(house.db, { tokenHash: hashOf(input.token), purpose: input.purpose, now: house.clock.now() });
}

/** Uses a link up; `null` when it does not work. */
export function useLink(
  tx: Tx,
  house: Pick<House, 'clock'>,
  input: { token: string; purpose: LinkPurpose },
): Promise<MailTokenRow | null> {
  return useToken(tx, { tokenHash: hashOf(input.token), purpose: input.purpose, now: house.clock.now() });
}
