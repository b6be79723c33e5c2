import type { Email } from '#domain/accounts/email.ts';
import { CONSENT_TEXTS } from '#domain/people/consents.ts';
import { HELPER_DAYS, HELPER_RIGHTS, RIGHTS_OF_BASIS, type Right } from '#domain/people/rights.ts';
import type { Id } from '#kernel/ids.ts';
import { err, ok, type Result } from '#kernel/result.ts';
import { membershipOf, may } from '#features/dossiers/api.ts';
import type { House } from '#features/house.ts';
import { lockDossier } from '#store/dossiers.repository.ts';
import { insertEvent } from '#store/events.repository.ts';
import type { DbOrTx } from '#store/unit-of-work.ts';
import { sendInvitation } from './invitations.ts';

interface OfDossier {
  readonly accountId: Id<'account'>;
  readonly dossierId: Id<'dossier'>;
}

export type InviteHelperReason = 'not_found' | 'days' | 'not_agreed' | 'email.own' | 'email.invited' | 'email.unconfirmed';

/**
 * Asks somebody to help with one's part: filling always, and what is ticked besides; for 30, 90 or 180 days from their answer. The
 * mandate is a consent of the person who is helped.
 */
export async function inviteHelper(
  house: Pick<House, 'transact' | 'clock' | 'ids' | 'secrets'>,
  input: OfDossier & {
    readonly email: Email;
    readonly rights: readonly string[];
    readonly days: number;
    /** The mandate is ticked. */
    readonly agreed: boolean;
  },
): Promise<Result<void, InviteHelperReason>> {
  const days = HELPER_DAYS.find((one) => one === input.days);
  if (!days) return err('days');
  if (!input.agreed) return err('not_agreed');
  const now = house.clock.now();
  return house.transact(async (tx): Promise<Result<void, InviteHelperReason>> => {
    await lockDossier(tx, input.dossierId);
    const personId = await helpedBy(tx, input, now);
    if (!personId) return err('not_found');
    const rights: Right[] = [...RIGHTS_OF_BASIS.helper, ...HELPER_RIGHTS.filter((right) => input.rights.includes(right))];
    const { dossierId, email, accountId: invitedBy } = input;
    const sent = await sendInvitation(tx, house, { dossierId, personId, kind: 'helper', email, invitedBy, rights, days });
    if (!sent.ok) return sent;
    await tx
      .insertInto('consent')
      .values({
        id: house.ids.next(),
        accountId: invitedBy,
        personId,
        purpose: 'helper_mandate',
        textVersion: CONSENT_TEXTS.helper_mandate,
        givenAt: now,
      })
      .execute();
    await insertEvent(tx, { id: house.ids.next(), at: now, actor: invitedBy, dossierId, personId, type: 'helper.invited' });
    return ok();
  });
}

/** Ends a helper's mandate: their next request is answered as anybody's. */
export async function stopHelper(
  house: Pick<House, 'transact' | 'clock' | 'ids'>,
  input: OfDossier & { readonly helperId: Id<'account'> },
): Promise<Result<void, 'not_found'>> {
  const now = house.clock.now();
  return house.transact(async (tx): Promise<Result<void, 'not_found'>> => {
    await lockDossier(tx, input.dossierId);
    const personId = await helpedBy(tx, input, now);
    if (!personId) return err('not_found');
    const ended = await tx
      .updateTable('access')
      .set({ revokedAt: now })
      .where('personId', '=', personId)
      .where('accountId', '=', input.helperId)
      .where('basis', '=', 'helper')
      .where('revokedAt', 'is', null)
      .returning('accountId')
      .execute();
    if (ended.length === 0) return err('not_found');
    const helper = await tx.selectFrom('account').select('email').where('id', '=', input.helperId).executeTakeFirst();
    if (helper?.email)
      await tx
        .updateTable('invitation')
        .set({ state: 'cancelled' })
        .where('personId', '=', personId)
        .where('kind', '=', 'helper')
        .where('state', '=', 'accepted')
        .where('email', '=', helper.email)
        .execute();
    await insertEvent(tx, {
      id: house.ids.next(),
      at: now,
      actor: input.accountId,
      dossierId: input.dossierId,
      personId,
      type: 'helper.stopped',
    });
    return ok();
  });
}

/** Somebody who helps, as the person helped sees them. */
export interface Helper {
  readonly accountId: Id<'account'>;
  readonly email: string;
  readonly rights: readonly (typeof HELPER_RIGHTS)[number][];
  readonly until: Date | null;
}

/** Helpers of one's part whose mandate runs. `null` when the account has no part to be helped with. */
export async function helpersOf(house: Pick<House, 'db' | 'clock'>, input: OfDossier): Promise<readonly Helper[] | null> {
  const now = house.clock.now();
  const personId = await helpedBy(house.db, input, now);
  if (!personId) return null;
  const rows = await house.db
    .selectFrom('access')
    .innerJoin('account', 'account.id', 'access.accountId')
    .select(['account.id', 'account.email', 'access.rights', 'access.until'])
    .where('access.personId', '=', personId)
    .where('access.basis', '=', 'helper')
    .where('access.revokedAt', 'is', null)
    .where((eb) => eb.or([eb('access.until', 'is', null), eb('access.until', '>', now)]))
    .orderBy('access.since')
    .execute();
  return rows.map(({ id, email, rights, until }) => ({
    accountId: id,
    email: email ?? '',
    rights: HELPER_RIGHTS.filter((right) => rights.includes(right)),
    until,
  }));
}

/** The tenant whom an account is, or fills for, and so may have helped. */
async function helpedBy(db: DbOrTx, input: OfDossier, now: Date): Promise<Id<'person'> | null> {
  const membership = await membershipOf(db, input.accountId, input.dossierId, now);
  if (!membership) return null;
  for (const [personId, held] of membership.persons)
    if (held.role === 'tenant' && (held.basis === 'self' || held.basis === 'declarant') && may(membership, personId, 'fill'))
      return personId;
  return null;
}
