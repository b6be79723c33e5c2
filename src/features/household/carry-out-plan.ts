import type { Departure, Household, HouseholdPlan } from '#domain/people/household.ts';
import type { Id } from '#kernel/ids.ts';
import { destroyCopies } from '#features/erasure/api.ts';
import type { House } from '#features/house.ts';
import { recordMilestone, whoFills } from '#features/stats/api.ts';
import { refreshStatuses } from '#features/statuses/api.ts';
import { insertEvent } from '#store/events.repository.ts';
import { enqueueMail } from '#store/outbox.repository.ts';
import type { Tx } from '#store/unit-of-work.ts';
import { erasePeople } from './erase-people.ts';
import { movePeople } from './move-person.ts';

export type HouseholdHouse = Pick<House, 'transact' | 'clock' | 'ids' | 'random'>;

/** A change of household about to be written. */
export interface PlannedChange {
  readonly dossierId: Id<'dossier'>;
  readonly before: Household;
  readonly plan: HouseholdPlan;
  readonly actor: Id<'account'>;
  /** Where people go who join another dossier. */
  readonly joining?: { readonly dossierId: Id<'dossier'>; readonly position: number };
}

/**
 * Writes a planned change: people leave with everything that is theirs, links that leavers made end, issued copies and open review cases
 * of the old dossier end, everyone is told. The dossier's row is locked by the caller.
 */
export async function carryOut(
  tx: Tx,
  house: Pick<House, 'clock' | 'ids' | 'random'>,
  { dossierId, before, plan, actor, joining }: PlannedChange,
): Promise<void> {
  const now = house.clock.now();
  const accountOf = new Map([...before.tenants, ...before.guarantors].map((person) => [person.id, person.accountId]));
  const fresh: Id<'dossier'>[] = [];
  await tx
    .updateTable('dossier')
    .set((eb) => ({
      kind: plan.kind,
      leadPersonId: plan.leadId as Id<'person'> | null,
      contentRev: eb('contentRev', '+', 1),
      ...(plan.leadId === null ? { closedAt: now } : {}),
    }))
    .where('id', '=', dossierId)
    .execute();
  if (plan.kind !== 'couple') await endSpouseAccess(tx, dossierId, now);
  if (plan.departures.length > 0) {
    await endWhatShowed(tx, dossierId, plan, accountOf, now);
    await endWhatWasAgreed(tx, plan, now);
    for (const departure of plan.departures) {
      const made = await depart(tx, house, departure, accountOf, joining ?? null);
      if (made) fresh.push(made);
      await insertEvent(tx, {
        id: house.ids.next(),
        at: now,
        actor,
        dossierId,
        ...(departure.to === 'erased' ? {} : { personId: departure.personId as Id<'person'> }),
        type: departure.to === 'erased' ? 'person.deleted' : 'person.detached',
        data: { to: departure.to, dossier: made },
      });
      const account = accountOf.get(departure.personId);
      if (departure.to === 'own_dossier' && account && account !== actor)
        await enqueueMail(tx, { id: house.ids.next(), topic: 'household.detached', payload: { accountId: account }, at: now });
    }
    const left = new Set(plan.stays.flatMap((id) => accountOf.get(id) ?? []));
    for (const account of left)
      if (account !== actor)
        await enqueueMail(tx, {
          id: house.ids.next(),
          topic: 'household.changed',
          payload: { accountId: account, dossierId },
          at: now,
        });
  }
  if (plan.leadId !== null) await refreshStatuses(tx, house, dossierId, actor);
  for (const id of fresh) await refreshStatuses(tx, house, id, actor);
}

/** Consents between two of a couple end with the couple. */
async function endSpouseAccess(tx: Tx, dossierId: Id<'dossier'>, now: Date): Promise<void> {
  const here = tx.selectFrom('person').select('id').where('dossierId', '=', dossierId);
  await tx
    .updateTable('access')
    .set({ revokedAt: now })
    .where('personId', 'in', here)
    .where('basis', '=', 'spouse')
    .where('revokedAt', 'is', null)
    .execute();
  await tx
    .updateTable('consent')
    .set({ withdrawnAt: now })
    .where('personId', 'in', here)
    .where('purpose', '=', 'spouse_access')
    .where('withdrawnAt', 'is', null)
    .execute();
}

/** A place that is gone can no longer be taken, and what leavers agreed to in this dossier does not follow them. */
async function endWhatWasAgreed(tx: Tx, plan: HouseholdPlan, now: Date): Promise<void> {
  const gone = plan.departures.flatMap((departure) => [departure.personId, ...departure.guarantorIds]) as Id<'person'>[];
  await tx
    .updateTable('invitation')
    .set({ state: 'cancelled', answeredAt: now })
    .where('personId', 'in', gone)
    .where('state', 'in', ['sent', 'opened', 'accepted'])
    .execute();
  await tx
    .updateTable('consent')
    .set({ withdrawnAt: now })
    .where('personId', 'in', gone)
    .where('purpose', 'in', ['spouse_access', 'flatmate_sending', 'guarantor_tenant_access', 'helper_mandate'])
    .where('withdrawnAt', 'is', null)
    .execute();
}

async function depart(
  tx: Tx,
  house: Pick<House, 'clock' | 'ids' | 'random'>,
  departure: Departure,
  accountOf: ReadonlyMap<string, string | null>,
  joining: { readonly dossierId: Id<'dossier'>; readonly position: number } | null,
): Promise<Id<'dossier'> | null> {
  const now = house.clock.now();
  const personId = departure.personId as Id<'person'>;
  const guarantorIds = departure.guarantorIds as readonly Id<'person'>[];
  const accountId = accountOf.get(personId) as Id<'account'> | null | undefined;
  if (departure.to === 'erased') {
    await erasePeople(tx, [personId, ...guarantorIds], now);
    return null;
  }
  if (departure.to === 'set_aside' || !accountId) {
    await tx
      .updateTable('person')
      .set({ setAsideAt: now })
      .where('id', 'in', [personId, ...guarantorIds])
      .execute();
    return null;
  }
  if (departure.to === 'other_dossier') {
    if (!joining) throw new RangeError('a person joins another dossier, and none is named');
    await movePeople(tx, { personId, guarantorIds, to: joining.dossierId, position: joining.position, accountId, at: now });
    return null;
  }
  const own = house.ids.next<'dossier'>();
  await tx
    .insertInto('dossier')
    .values({ id: own, kind: 'alone', leadPersonId: personId, status: 'incomplete', statusSince: now, createdAt: now })
    .execute();
  await recordMilestone(tx, house, {
    name: 'dossier.created',
    subject: { id: own, createdAt: now },
    dimensions: await whoFills(tx, accountId),
  });
  await movePeople(tx, { personId, guarantorIds, to: own, position: 0, accountId, at: now });
  return own;
}

/** Copies, links and review cases that showed the leavers. */
async function endWhatShowed(
  tx: Tx,
  dossierId: Id<'dossier'>,
  plan: HouseholdPlan,
  accountOf: ReadonlyMap<string, string | null>,
  now: Date,
): Promise<void> {
  await destroyCopies(tx, { dossierId }, now);
  const leavers = plan.departures.flatMap((departure) => accountOf.get(departure.personId) ?? []) as Id<'account'>[];
  const ended = tx
    .updateTable('link')
    .set({ revokedAt: now, endedCause: 'left' })
    .where('dossierId', '=', dossierId)
    .where('revokedAt', 'is', null);
  if (plan.leadId === null) await ended.execute();
  else if (leavers.length > 0) await ended.where('madeBy', 'in', leavers).execute();
  const gone = new Set<string>(plan.departures.flatMap((departure) => [departure.personId, ...departure.guarantorIds]));
  const cases = await tx
    .selectFrom('reviewCase')
    .select(['id', 'personIds'])
    .where('dossierId', '=', dossierId)
    .where('state', 'in', ['blocked', 'waiting', 'leased', 'parked'])
    .execute();
  const cancelled = cases.filter((one) => one.personIds.some((id) => gone.has(id))).map((one) => one.id);
  if (cancelled.length > 0)
    await tx
      .updateTable('reviewCase')
      .set((eb) => ({ state: 'cancelled', version: eb('version', '+', 1) }))
      .where('id', 'in', cancelled)
      .execute();
}
