import { createHash } from 'node:crypto';
import { HOUR_MS } from '#kernel/clock.ts';
import type { Id } from '#kernel/ids.ts';
import { err, ok, type Result } from '#kernel/result.ts';
import type { Email } from '#domain/accounts/email.ts';
import type { Right } from '#domain/people/rights.ts';
import { INVITATION_LIFETIME_MS } from '#domain/accounts/lifetimes.ts';
import type { House } from '#features/house.ts';
import { enqueueMail } from '#store/outbox.repository.ts';
import type { InvitationTable } from '#store/schema.ts';
import type { DbOrTx, Tx } from '#store/unit-of-work.ts';

export type InvitationKind = InvitationTable['kind'];

/** What the database keeps of a token. */
export const hashOf = (token: string) => createHash('sha256').update(token).digest();

/** The token of an invitation: a keyed hash of its id, so that a failed mail can be written again and nothing is stored. */
export function invitationToken(house: Pick<House, 'secrets'>, id: Id<'invitation'>): string {
  return house.secrets.keyedHash('invitation', id).toString('base64url');
}

export interface NewInvitation {
  readonly dossierId: Id<'dossier'>;
  readonly personId: Id<'person'>;
  readonly kind: InvitationKind;
  readonly email: Email;
  readonly invitedBy: Id<'account'>;
  /** What a helper may do, and for how many days. */
  readonly rights?: readonly Right[];
  readonly days?: number;
  /** How long the link works; seven days unless it tells somebody of what was filled in their name. */
  readonly lifetimeMs?: number;
}

/**
 * Invites an address, by mail. Any address may be invited but one's own and one already invited in this dossier; the answer never tells
 * whether the address has an account.
 */
export async function sendInvitation(
  tx: Tx,
  house: Pick<House, 'clock' | 'ids' | 'secrets'>,
  invitation: NewInvitation,
): Promise<Result<void, 'email.own' | 'email.invited' | 'email.unconfirmed'>> {
  const now = house.clock.now();
  const inviter = await tx
    .selectFrom('account')
    .select(['email', 'emailVerifiedAt'])
    .where('id', '=', invitation.invitedBy)
    .executeTakeFirst();
  if (!inviter?.emailVerifiedAt) return err('email.unconfirmed');
  if (inviter.email === invitation.email) return err('email.own');
  const known = await tx
    .selectFrom('invitation')
    .select('id')
    .where('dossierId', '=', invitation.dossierId)
    .where('email', '=', invitation.email)
    .where('state', 'in', ['sent', 'opened', 'accepted'])
    .where((eb) => eb.or([eb('state', '=', 'accepted'), eb('expiresAt', '>', now)]))
    .executeTakeFirst();
  if (known) return err('email.invited');
  const id = house.ids.next<'invitation'>();
  const { rights = [], days = null, lifetimeMs = INVITATION_LIFETIME_MS, ...rest } = invitation;
  await tx
    .insertInto('invitation')
    .values({
      ...rest,
      id,
      rights: [...rights],
      days,
      tokenHash: hashOf(invitationToken(house, id)),
      state: 'sent',
      expiresAt: new Date(now.getTime() + lifetimeMs),
      sentAt: now,
      createdAt: now,
    })
    .execute();
  await enqueueMail(tx, { id: house.ids.next(), topic: 'household.invited', payload: { invitationId: id }, about: id, at: now });
  return ok();
}

/** An invitation by its token, alive: not answered, not cancelled, not expired. `null` otherwise, whatever the cause. */
export function liveInvitation(db: DbOrTx, token: string, now: Date) {
  return db
    .selectFrom('invitation')
    .selectAll()
    .where('tokenHash', '=', hashOf(token))
    .where('state', 'in', ['sent', 'opened'])
    .where('expiresAt', '>', now)
    .executeTakeFirst();
}

/** Sends an invitation again, once an hour at most; the former link stops working. */
export async function resendInvitation(
  house: Pick<House, 'transact' | 'clock' | 'ids' | 'secrets'>,
  input: { readonly accountId: Id<'account'>; readonly invitationId: Id<'invitation'> },
): Promise<Result<void, 'not_found' | 'too_soon'>> {
  const now = house.clock.now();
  return house.transact(async (tx): Promise<Result<void, 'not_found' | 'too_soon'>> => {
    const old = await ownInvitation(tx, input);
    if (!old) return err('not_found');
    if (now.getTime() - old.sentAt.getTime() < HOUR_MS) return err('too_soon');
    await tx.updateTable('invitation').set({ state: 'cancelled', answeredAt: now }).where('id', '=', old.id).execute();
    const id = house.ids.next<'invitation'>();
    await tx
      .insertInto('invitation')
      .values({
        ...old,
        id,
        tokenHash: hashOf(invitationToken(house, id)),
        state: 'sent',
        expiresAt: new Date(now.getTime() + old.expiresAt.getTime() - old.sentAt.getTime()),
        sentAt: now,
        createdAt: now,
      })
      .execute();
    await enqueueMail(tx, {
      id: house.ids.next(),
      topic: 'household.invited',
      payload: { invitationId: id },
      about: id,
      at: now,
    });
    return ok();
  });
}

/** Takes an invitation back: its link stops working. */
export async function cancelInvitation(
  house: Pick<House, 'transact' | 'clock'>,
  input: { readonly accountId: Id<'account'>; readonly invitationId: Id<'invitation'> },
): Promise<Result<void, 'not_found'>> {
  return house.transact(async (tx): Promise<Result<void, 'not_found'>> => {
    const old = await ownInvitation(tx, input);
    if (!old) return err('not_found');
    await tx
      .updateTable('invitation')
      .set({ state: 'cancelled', answeredAt: house.clock.now() })
      .where('id', '=', old.id)
      .execute();
    return ok();
  });
}

const ownInvitation = (tx: Tx, input: { readonly accountId: Id<'account'>; readonly invitationId: Id<'invitation'> }) =>
  tx
    .selectFrom('invitation')
    .selectAll()
    .where('id', '=', input.invitationId)
    .where('invitedBy', '=', input.accountId)
    .where('state', 'in', ['sent', 'opened', 'declined'])
    .forUpdate()
    .executeTakeFirst();
