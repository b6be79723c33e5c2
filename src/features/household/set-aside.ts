import { SET_ASIDE_DAYS } from '#domain/retention/table.ts';
import { displayName } from '#domain/people/names.ts';
import { DAY_MS } from '#kernel/clock.ts';
import type { Id } from '#kernel/ids.ts';
import { err, ok, type Result } from '#kernel/result.ts';
import { clearDossier, writeReceipts } from '#features/erasure/api.ts';
import type { House } from '#features/house.ts';
import { refreshStatuses } from '#features/statuses/api.ts';
import { lockDossier } from '#store/dossiers.repository.ts';
import { insertEvent } from '#store/events.repository.ts';
import { erasePeople } from './erase-people.ts';
import { loadHousehold } from './load-household.ts';

const KEPT_MS = SET_ASIDE_DAYS * DAY_MS;
const BATCH = 50;

/** Somebody without account who was removed, and can be taken back until a day. */
export interface SetAside {
  readonly personId: Id<'person'>;
  readonly name: string;
  readonly until: Date;
}

/** Tenants set aside from a dossier, for the screen of its lead. */
export async function setAsideOf(house: Pick<House, 'db' | 'clock'>, dossierId: Id<'dossier'>): Promise<readonly SetAside[]> {
  const rows = await house.db
    .selectFrom('person')
    .select(['id', 'firstNames', 'birthName', 'usedName', 'singleName', 'contactEmail', 'setAsideAt'])
    .where('dossierId', '=', dossierId)
    .where('role', '=', 'tenant')
    .where('setAsideAt', '>', new Date(house.clock.now().getTime() - KEPT_MS))
    .orderBy('setAsideAt', 'desc')
    .execute();
  return rows.flatMap((row) =>
    row.setAsideAt
      ? [
          {
            personId: row.id,
            name: displayName(row) || (row.contactEmail ?? ''),
            until: new Date(row.setAsideAt.getTime() + KEPT_MS),
          },
        ]
      : [],
  );
}

/**
 * Takes a removed person back into the dossier, with their pieces and guarantors as they were. A dossier that became `alone` is a couple
 * again when somebody filled for them, a flatshare when they were only invited; a couple that is full takes nobody back.
 */
export async function takeBack(
  house: Pick<House, 'transact' | 'clock' | 'ids' | 'random'>,
  input: { readonly accountId: Id<'account'>; readonly dossierId: Id<'dossier'>; readonly personId: Id<'person'> },
): Promise<Result<void, 'not_found' | 'full'>> {
  const now = house.clock.now();
  return house.transact(async (tx): Promise<Result<void, 'not_found' | 'full'>> => {
    await lockDossier(tx, input.dossierId);
    const household = await loadHousehold(tx, input.dossierId);
    const lead = household?.tenants.find((tenant) => tenant.id === household.leadId);
    if (!household || !lead || (lead.accountId ?? lead.declarantId) !== input.accountId) return err('not_found');
    const person = await tx
      .selectFrom('person')
      .select(['id', 'setAsideAt'])
      .where('id', '=', input.personId)
      .where('dossierId', '=', input.dossierId)
      .where('role', '=', 'tenant')
      .where('setAsideAt', '>', new Date(now.getTime() - KEPT_MS))
      .executeTakeFirst();
    if (!person?.setAsideAt) return err('not_found');
    if (household.kind === 'couple') return err('full');
    const filled = await tx
      .selectFrom('access')
      .select('accountId')
      .where('personId', '=', person.id)
      .where('basis', '=', 'declarant')
      .where('revokedAt', 'is', null)
      .executeTakeFirst();
    await tx.updateTable('person').set({ setAsideAt: null }).where('id', '=', person.id).execute();
    await tx
      .updateTable('person')
      .set({ setAsideAt: null })
      .where('supportsPersonId', '=', person.id)
      .where('setAsideAt', '=', person.setAsideAt)
      .execute();
    await tx
      .updateTable('dossier')
      .set((eb) => ({
        contentRev: eb('contentRev', '+', 1),
        ...(household.kind === 'alone' ? { kind: filled ? ('couple' as const) : ('flatshare' as const) } : {}),
      }))
      .where('id', '=', input.dossierId)
      .execute();
    await insertEvent(tx, {
      id: house.ids.next(),
      at: now,
      actor: input.accountId,
      dossierId: input.dossierId,
      personId: person.id,
      type: 'person.taken_back',
    });
    await refreshStatuses(tx, house, input.dossierId, input.accountId);
    return ok();
  });
}

/** Erases people who were set aside longer than the retention table keeps them. @returns how many */
export async function eraseSetAside(house: Pick<House, 'db' | 'transact' | 'clock' | 'ids' | 'secrets'>): Promise<number> {
  const now = house.clock.now();
  const due = await house.db
    .selectFrom('person')
    .select(['id', 'dossierId'])
    .where('setAsideAt', '<=', new Date(now.getTime() - KEPT_MS))
    .orderBy('role')
    .orderBy('id')
    .limit(BATCH)
    .execute();
  for (const { id, dossierId } of due)
    await house.transact(async (tx) => {
      await lockDossier(tx, dossierId);
      const still = await tx
        .selectFrom('person')
        .select('id')
        .where('id', '=', id)
        .where('setAsideAt', '<=', new Date(now.getTime() - KEPT_MS))
        .executeTakeFirst();
      if (!still) return;
      const supports = await tx.selectFrom('person').select('id').where('supportsPersonId', '=', id).execute();
      const everyone = [...supports.map((one) => one.id), id];
      // A closed dossier still names its last lead.
      await tx.updateTable('dossier').set({ leadPersonId: null }).where('leadPersonId', '=', id).execute();
      await erasePeople(tx, everyone, now);
      await writeReceipts(tx, house, { kind: 'person', ids: everyone });
      await insertEvent(tx, { id: house.ids.next(), at: now, actor: null, dossierId, type: 'person.deleted' });
      await clearDossier(tx, dossierId, null);
    });
  return due.length;
}
