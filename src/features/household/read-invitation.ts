import { displayName } from '#domain/people/names.ts';
import type { Id } from '#kernel/ids.ts';
import type { House } from '#features/house.ts';
import { RIGHTS, type Right } from '#domain/people/rights.ts';
import { ownTenant } from './answer-invitation.ts';
import { hashOf, invitationToken, liveInvitation, type InvitationKind } from './invitations.ts';

/** What the page of an invitation says before anybody signs in. */
export interface InvitationPage {
  readonly kind: InvitationKind;
  /** Who invites, as they are called. */
  readonly inviter: string;
  readonly email: string;
  readonly expiresAt: Date;
  /** Somebody fills this part already: accepting takes it over, saying no objects. */
  readonly filled: boolean;
  /** The beneficiary agreed. */
  readonly agreed: boolean;
  /** What a helper will be able to do, and for how many days. */
  readonly rights: readonly Right[];
  readonly days: number | null;
}

/** Reads an invitation without using it or noting anything: mail scanners read pages too. `null` when it is dead. */
export async function readInvitation(
  house: Pick<House, 'db' | 'clock'>,
  input: { readonly token: string },
): Promise<InvitationPage | null> {
  const invitation = await liveInvitation(house.db, input.token, house.clock.now());
  if (!invitation) return null;
  const { kind, email, expiresAt, days, personId, answeredAt } = invitation;
  const filled = personId !== null && kind !== 'helper' && (await isFilled(house.db, personId));
  return {
    kind,
    email,
    expiresAt,
    inviter: await inviterName(house.db, invitation.dossierId, invitation.invitedBy),
    filled,
    agreed: kind === 'beneficiary' && answeredAt !== null,
    rights: invitation.rights.filter((right) => RIGHTS.some((known) => known === right)) as Right[],
    days,
  };
}

/** True when somebody fills for this person now. */
export async function isFilled(db: House['db'], personId: Id<'person'>): Promise<boolean> {
  const row = await db
    .selectFrom('access')
    .select('accountId')
    .where('personId', '=', personId)
    .where('basis', '=', 'declarant')
    .where('revokedAt', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}

/** True when the account holds a part of its own in another dossier, which it may bring. */
export async function hasOwnPart(
  house: Pick<House, 'db'>,
  input: { readonly accountId: Id<'account'>; readonly token: string },
): Promise<boolean> {
  const invitation = await house.db
    .selectFrom('invitation')
    .select('dossierId')
    .where('tokenHash', '=', hashOf(input.token))
    .executeTakeFirst();
  return invitation !== undefined && (await ownTenant(house.db, input.accountId, invitation.dossierId)) !== undefined;
}

/** Links of live invitations to an address, for its account once it is confirmed: the first mail may be lost. */
export async function invitationsTo(
  house: Pick<House, 'db' | 'clock' | 'secrets'>,
  input: { readonly email: string },
): Promise<readonly { readonly kind: InvitationKind; readonly token: string }[]> {
  const rows = await house.db
    .selectFrom('invitation')
    .select(['id', 'kind'])
    .where('email', '=', input.email)
    .where('state', 'in', ['sent', 'opened'])
    .where('answeredAt', 'is', null)
    .where('expiresAt', '>', house.clock.now())
    .orderBy('createdAt', 'desc')
    .limit(5)
    .execute();
  return rows.map(({ id, kind }) => ({ kind, token: invitationToken(house, id) }));
}

/** How the account that invites is called: by its name in this dossier, or in another one, or else by its address. */
export async function inviterName(db: House['db'], dossierId: Id<'dossier'>, accountId: Id<'account'>): Promise<string> {
  const persons = await db
    .selectFrom('access')
    .innerJoin('person', 'person.id', 'access.personId')
    .select(['person.dossierId', 'person.firstNames', 'person.birthName', 'person.usedName', 'person.singleName'])
    .where('access.accountId', '=', accountId)
    .where('access.basis', '=', 'self')
    .where('access.revokedAt', 'is', null)
    .orderBy('person.createdAt')
    .execute();
  const named = persons.map((person) => ({ name: displayName(person), here: person.dossierId === dossierId }));
  const own = named.find(({ name, here }) => here && name !== '') ?? named.find(({ name }) => name !== '');
  if (own) return own.name;
  const account = await db.selectFrom('account').select('email').where('id', '=', accountId).executeTakeFirst();
  return account?.email ?? '';
}

/** An invitation as who sent it sees it. */
export interface InvitationLine {
  readonly id: Id<'invitation'>;
  readonly personId: Id<'person'> | null;
  readonly kind: InvitationKind;
  readonly email: string;
  readonly state: 'sent' | 'opened' | 'accepted' | 'declined' | 'expired' | 'cancelled';
  readonly sentAt: Date;
  readonly expiresAt: Date;
  readonly invitedBy: Id<'account'>;
}

/** Invitations of a dossier for the screen of who sent them, newest first; an expired one is told as such. */
export async function invitationsOf(
  house: Pick<House, 'db' | 'clock'>,
  dossierId: Id<'dossier'>,
): Promise<readonly InvitationLine[]> {
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
