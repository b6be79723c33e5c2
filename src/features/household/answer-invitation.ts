import { joinElsewhere } from '#domain/people/household-changes.ts';
import type { ConsentPurpose } from '#domain/people/consents.ts';
import { DAY_MS } from '#kernel/clock.ts';
import type { Id } from '#kernel/ids.ts';
import { err, ok, type Result } from '#kernel/result.ts';
import type { House } from '#features/house.ts';
import { refreshStatuses } from '#features/statuses/api.ts';
import { lockDossier } from '#store/dossiers.repository.ts';
import { insertEvent } from '#store/events.repository.ts';
import { enqueueMail } from '#store/outbox.repository.ts';
import type { InvitationTable } from '#store/schema.ts';
import type { DbOrTx, Tx } from '#store/unit-of-work.ts';
import type { Selectable } from 'kysely';
import { carryOut } from './carry-out-plan.ts';
import { erasePeople } from './erase-people.ts';
import { liveInvitation, type InvitationKind } from './invitations.ts';
import { loadHousehold } from './load-household.ts';
import { grantAccess, revokeAccess } from './move-person.ts';
import { recordConsent, type OwnConsentPurpose } from './own-consents.ts';
import { objectToBeingNamed } from './object.ts';

type AnsweringHouse = Pick<House, 'transact' | 'clock' | 'ids' | 'random'>;

/** Consents that may be given while accepting an invitation of a kind; none is due. */
export const CONSENTS_OF_INVITATION: Readonly<Record<InvitationKind, readonly OwnConsentPurpose[]>> = {
  spouse: ['spouse_access'],
  flatmate: ['flatmate_sending'],
  guarantor: ['guarantor_tenant_access'],
  helper: [],
  beneficiary: [],
};

const ROLE_OF_INVITATION = {
  spouse: 'tenant',
  flatmate: 'tenant',
  guarantor: 'guarantor',
  helper: 'helper',
  beneficiary: 'tenant',
} as const satisfies Record<InvitationKind, string>;

export interface AcceptInvitation {
  readonly accountId: Id<'account'>;
  readonly token: string;
  /** Bring one's person with pieces, levels and guarantors from one's present dossier; else start with the place that was made. */
  readonly bring: boolean;
  readonly consents: readonly ConsentPurpose[];
}

export type AcceptReason = 'invitation.dead' | 'already_here' | 'nothing_to_bring';

/**
 * Accepts an invitation, once. From now on the account holds its own part: whoever filled it no longer does, unless it consents. The
 * consents given on the way are rows.
 */
export async function acceptInvitation(
  house: AnsweringHouse,
  input: AcceptInvitation,
): Promise<Result<{ dossierId: Id<'dossier'>; personId: Id<'person'> }, AcceptReason>> {
  const now = house.clock.now();
  return house.transact(async (tx): Promise<Result<{ dossierId: Id<'dossier'>; personId: Id<'person'> }, AcceptReason>> => {
    const found = await liveInvitation(tx, input.token, now);
    if (!found) return err('invitation.dead');
    const brought = input.bring ? await ownTenant(tx, input.accountId, found.dossierId) : null;
    if (input.bring && !brought) return err('nothing_to_bring');
    for (const id of [found.dossierId, ...(brought ? [brought.dossierId] : [])].sort()) await lockDossier(tx, id);
    const invitation = await liveInvitation(tx, input.token, now);
    if (!invitation?.personId) return err('invitation.dead');
    const { dossierId } = invitation;
    if (await isHere(tx, input.accountId, dossierId)) return err('already_here');
    const personId = brought ? await bring(tx, house, input.accountId, invitation, brought) : invitation.personId;
    if (!personId) return err('nothing_to_bring');
    if (!brought) await takePlace(tx, input.accountId, invitation, now);
    await tx.updateTable('invitation').set({ state: 'accepted', answeredAt: now }).where('id', '=', invitation.id).execute();
    await tx
      .insertInto('accountRole')
      .values({ accountId: input.accountId, role: ROLE_OF_INVITATION[invitation.kind], givenAt: now })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    const allowed = CONSENTS_OF_INVITATION[invitation.kind].filter((purpose) => input.consents.includes(purpose));
    for (const purpose of allowed)
      await recordConsent(tx, house, { accountId: input.accountId, dossierId, personId, purpose, seer: invitation.invitedBy });
    await tellInviter(tx, house, invitation, 'accepted');
    await insertEvent(tx, {
      id: house.ids.next(),
      at: now,
      actor: input.accountId,
      dossierId,
      personId,
      type: 'invitation.accepted',
      data: { kind: invitation.kind },
    });
    await refreshStatuses(tx, house, dossierId, input.accountId);
    return ok({ dossierId, personId });
  });
}

/**
 * Says no to an invitation: its link stops working, the inviter is told, the place stays until it is taken away. Who says no to what was
 * filled in their name objects: a guarantor's part is erased, a dossier filled for somebody is neither shown nor checked any more.
 */
export async function declineInvitation(
  house: AnsweringHouse,
  input: { readonly token: string },
): Promise<Result<void, 'invitation.dead'>> {
  const now = house.clock.now();
  return house.transact(async (tx): Promise<Result<void, 'invitation.dead'>> => {
    const found = await liveInvitation(tx, input.token, now);
    if (!found) return err('invitation.dead');
    await lockDossier(tx, found.dossierId);
    const invitation = await liveInvitation(tx, input.token, now);
    if (!invitation) return err('invitation.dead');
    await tx.updateTable('invitation').set({ state: 'declined', answeredAt: now }).where('id', '=', invitation.id).execute();
    const objected = await objectToBeingNamed(tx, house, invitation);
    await tellInviter(tx, house, invitation, objected ? 'objected' : 'declined');
    return ok();
  });
}

/** Agrees with a dossier that somebody fills for one: noted and told; the link goes on working, to object or take over later. */
export async function agreeToBeingHelped(
  house: AnsweringHouse,
  input: { readonly token: string },
): Promise<Result<void, 'invitation.dead'>> {
  const now = house.clock.now();
  return house.transact(async (tx): Promise<Result<void, 'invitation.dead'>> => {
    const invitation = await liveInvitation(tx, input.token, now);
    if (invitation?.kind !== 'beneficiary') return err('invitation.dead');
    if (invitation.answeredAt) return ok();
    await tx.updateTable('invitation').set({ answeredAt: now, state: 'opened' }).where('id', '=', invitation.id).execute();
    await insertEvent(tx, {
      id: house.ids.next(),
      at: now,
      actor: null,
      dossierId: invitation.dossierId,
      ...(invitation.personId ? { personId: invitation.personId } : {}),
      type: 'beneficiary.agreed',
    });
    await tellInviter(tx, house, invitation, 'agreed');
    return ok();
  });
}

/** Notes that somebody who followed the link pressed a button there: the inviter sees "opened". Reading the page notes nothing. */
export async function openInvitation(
  house: Pick<House, 'transact' | 'clock'>,
  input: { readonly token: string },
): Promise<Result<void, 'invitation.dead'>> {
  return house.transact(async (tx): Promise<Result<void, 'invitation.dead'>> => {
    const invitation = await liveInvitation(tx, input.token, house.clock.now());
    if (!invitation) return err('invitation.dead');
    await tx.updateTable('invitation').set({ state: 'opened' }).where('id', '=', invitation.id).execute();
    return ok();
  });
}

/** Puts the answer into the inviter's mail. */
async function tellInviter(
  tx: Tx,
  house: Pick<House, 'clock' | 'ids'>,
  invitation: Invitation,
  answer: InvitationAnswer,
): Promise<void> {
  await enqueueMail(tx, {
    id: house.ids.next(),
    topic: 'household.answered',
    payload: { accountId: invitation.invitedBy, dossierId: invitation.dossierId, kind: invitation.kind, answer },
    about: invitation.id,
    at: house.clock.now(),
  });
}

/** What became of an invitation, as the inviter is told. */
export type InvitationAnswer = 'accepted' | 'declined' | 'expired' | 'objected' | 'agreed';

type Invitation = Selectable<InvitationTable>;

/** The account holds the place that was made for it; nobody fills it any more. */
async function takePlace(tx: Tx, accountId: Id<'account'>, invitation: Invitation, now: Date): Promise<void> {
  const personId = invitation.personId;
  if (!personId) return;
  if (invitation.kind === 'helper') {
    const until = invitation.days === null ? null : new Date(now.getTime() + invitation.days * DAY_MS);
    await grantAccess(tx, { personId, accountId, basis: 'helper', at: now, rights: invitation.rights, until });
    return;
  }
  await revokeAccess(tx, { personId, basis: 'declarant', at: now });
  await grantAccess(tx, { personId, accountId, basis: 'self', at: now });
  await tx.updateTable('person').set({ filedFor: 'self', relation: null }).where('id', '=', personId).execute();
  const filled = await tx
    .selectFrom('person')
    .innerJoin('access', 'access.personId', 'person.id')
    .select('person.id')
    .where('person.supportsPersonId', '=', personId)
    .where('access.basis', '=', 'declarant')
    .where('access.revokedAt', 'is', null)
    .execute();
  for (const guarantor of filled) {
    await revokeAccess(tx, { personId: guarantor.id, basis: 'declarant', at: now });
    await grantAccess(tx, { personId: guarantor.id, accountId, basis: 'declarant', at: now });
  }
}

/** The tenant that an account is in another open dossier. */
export const ownTenant = (tx: DbOrTx, accountId: Id<'account'>, except: Id<'dossier'>) =>
  tx
    .selectFrom('access')
    .innerJoin('person', 'person.id', 'access.personId')
    .innerJoin('dossier', 'dossier.id', 'person.dossierId')
    .select(['person.id', 'person.dossierId'])
    .where('access.accountId', '=', accountId)
    .where('access.basis', '=', 'self')
    .where('access.revokedAt', 'is', null)
    .where('person.role', '=', 'tenant')
    .where('person.setAsideAt', 'is', null)
    .where('dossier.closedAt', 'is', null)
    .where('dossier.id', '<>', except)
    .orderBy('person.createdAt')
    .executeTakeFirst();

const isHere = async (tx: Tx, accountId: Id<'account'>, dossierId: Id<'dossier'>) =>
  (await tx
    .selectFrom('access')
    .innerJoin('person', 'person.id', 'access.personId')
    .select('person.id')
    .where('person.dossierId', '=', dossierId)
    .where('access.accountId', '=', accountId)
    .where('access.basis', '=', 'self')
    .where('access.revokedAt', 'is', null)
    .executeTakeFirst()) !== undefined;

/** Moves the account's person into the place; what stood in the place is erased. Only tenants bring their person. */
async function bring(
  tx: Tx,
  house: Pick<House, 'clock' | 'ids' | 'random'>,
  accountId: Id<'account'>,
  invitation: Invitation,
  own: { readonly id: Id<'person'>; readonly dossierId: Id<'dossier'> },
): Promise<Id<'person'> | null> {
  const before = await loadHousehold(tx, own.dossierId);
  const plan = before && joinElsewhere(before, own.id);
  const tenants = invitation.kind === 'spouse' || invitation.kind === 'flatmate';
  if (!before || !plan?.ok || !tenants || !invitation.personId) return null;
  const place = await tx.selectFrom('person').select('position').where('id', '=', invitation.personId).executeTakeFirstOrThrow();
  const joining = { dossierId: invitation.dossierId, position: place.position };
  await carryOut(tx, house, { dossierId: own.dossierId, before, plan: plan.value, actor: accountId, joining });
  await tx.updateTable('invitation').set({ personId: own.id }).where('id', '=', invitation.id).execute();
  const supports = await tx.selectFrom('person').select('id').where('supportsPersonId', '=', invitation.personId).execute();
  await erasePeople(tx, [...supports.map((one) => one.id), invitation.personId], house.clock.now());
  return own.id;
}
