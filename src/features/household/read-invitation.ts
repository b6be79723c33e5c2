import { displayName } from '#domain/people/names.ts';
import type { Id } from '#kernel/ids.ts';
import type { House } from '#features/house.ts';
import { liveInvitation, type InvitationKind } from './invitations.ts';

/** What the page of an invitation says before anybody signs in. */
export interface InvitationPage {
  readonly kind: InvitationKind;
  /** Who invites, as they are called. */
  readonly inviter: string;
  readonly email: string;
  readonly expiresAt: Date;
}

/** Reads an invitation without using it; `null` when it is dead. Opening it is noted for the inviter. */
export async function readInvitation(
  house: Pick<House, 'db' | 'clock'>,
  input: { readonly token: string },
): Promise<InvitationPage | null> {
  const invitation = await liveInvitation(house.db, input.token, house.clock.now());
  if (!invitation) return null;
  if (invitation.state === 'sent')
    await house.db
      .updateTable('invitation')
      .set({ state: 'opened' })
      .where('id', '=', invitation.id)
      .where('state', '=', 'sent')
      .execute();
  const { kind, email, expiresAt } = invitation;
  return { kind, email, expiresAt, inviter: await inviterName(house.db, invitation.dossierId, invitation.invitedBy) };
}

/** How the account that invites is called in a dossier; empty when it has no name there yet. */
export async function inviterName(db: House['db'], dossierId: Id<'dossier'>, accountId: string): Promise<string> {
  const person = await db
    .selectFrom('access')
    .innerJoin('person', 'person.id', 'access.personId')
    .select(['person.firstNames', 'person.birthName', 'person.usedName', 'person.singleName'])
    .where('person.dossierId', '=', dossierId)
    .where('access.accountId', '=', accountId as Id<'account'>)
    .where('access.basis', '=', 'self')
    .executeTakeFirst();
  return person ? displayName(person) : '';
}

/** Invitations of a dossier for the screen of its lead, newest first; an expired one is told as such. */
export async function invitationsOf(house: Pick<House, 'db' | 'clock'>, dossierId: Id<'dossier'>) {
  const now = house.clock.now();
  const rows = await house.db
    .selectFrom('invitation')
    .select(['id', 'personId', 'kind', 'email', 'state', 'sentAt', 'expiresAt', 'invitedBy'])
    .where('dossierId', '=', dossierId)
    .where('state', '<>', 'cancelled')
    .orderBy('createdAt', 'desc')
    .execute();
  return rows.map((row) => ({
    ...row,
    state: (row.state === 'sent' || row.state === 'opened') && row.expiresAt <= now ? ('expired' as const) : row.state,
  }));
}
